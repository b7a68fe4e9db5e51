import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkGitHub } from '../../../src/app/check/check-github.ts';
import { readEnvironment } from '../../../src/app/read-environment.ts';
import { type EmbeddedGitHub, startGitHub } from '../../../src/rehearsal/github/start-github.ts';
import { appEnvironment } from '../../support/serve-process.ts';

let github: EmbeddedGitHub;
let proxy: Server;
let date: string;

/** The same GitHub, by a clock of its own. */
beforeAll(async () => {
  github = await startGitHub();
  proxy = createServer((request, response) => {
    void (async () => {
      const answer = await fetch(`${github.apiUrl}${request.url ?? ''}`, { headers: { authorization: request.headers.authorization ?? '' } });
      response.writeHead(answer.status, { 'content-type': 'application/json', date }).end(await answer.text());
    })();
  });
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
}, 60_000);
afterAll(async () => {
  proxy.close();
  await github.close();
});

async function clock(seconds: number): Promise<unknown> {
  date = new Date(Date.now() + seconds * 1000).toUTCString();
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const environment = readEnvironment({ ...appEnvironment(github, { port: 0, databaseUrl: 'none' }), GITHUB_API_URL: url });
  if (!environment) throw new Error('the settings are complete');
  return (await checkGitHub(environment)).find(({ about }) => about === 'clock');
}

test.each([
  [0, 'good', /^[01] s (behind|ahead of) GitHub’s$/],
  [300, 'bad', /^(299|300) s behind GitHub’s; set it, by NTP$/],
  [-120, 'bad', /^12[01] s ahead of GitHub’s; set it, by NTP$/],
])('a clock of GitHub’s that is %d s ahead of ours is found %s', async (seconds, state, says) => {
  expect(await clock(seconds)).toMatchObject({ state, says: expect.stringMatching(says) });
});
