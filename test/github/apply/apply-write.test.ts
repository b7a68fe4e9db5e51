import { Octokit } from '@octokit/rest';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Write } from '../../../src/core/plan/write.ts';
import { applyWrite } from '../../../src/github/apply/apply-write.ts';

const api = 'https://api.github.com';
const repository = { owner: 'acme', repo: 'scoring' };
const github = new Octokit({ log: { debug() {}, info() {}, warn() {}, error() {} } });
const check: Write = {
  do: 'create-check', name: 'sprintgate/coverage', headSha: 'a'.repeat(40), status: 'completed', conclusion: 'failure',
  output: { title: 'Fail', summary: 'Cover 5 more lines.' }, annotations: [], externalId: 'digest',
};

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

describe('a planned write', () => {
  it('becomes one request and answers the id of what it wrote', async () => {
    const sent: unknown[] = [];
    nock(api).post('/repos/acme/scoring/check-runs', (body) => sent.push(body) > 0).reply(201, { id: 77 });
    expect(await applyWrite(github, repository, check)).toBe(77);
    expect(sent).toEqual([{
      head_sha: 'a'.repeat(40), name: 'sprintgate/coverage', status: 'completed', conclusion: 'failure', external_id: 'digest',
      output: { title: 'Fail', summary: 'Cover 5 more lines.' },
    }]);
  });

  it('that creates is sent once, although the answer was a 502', async () => {
    const scope = nock(api).post('/repos/acme/scoring/issues/3/comments').once().reply(502, 'Bad Gateway');
    await expect(applyWrite(github, repository, { do: 'create-comment', issue: 3, body: 'x', markerId: 'report' })).rejects.toMatchObject({ status: 502 });
    expect(scope.isDone()).toBe(true);
  });

  it('fails loudly when the connection is cut in the middle', async () => {
    nock(api).patch('/repos/acme/scoring/check-runs/77').replyWithError(new Error('socket hang up'));
    await expect(applyWrite(github, repository, { ...check, do: 'update-check', id: 77 })).rejects.toMatchObject({ status: 500 });
  });

  it('fails loudly when a proxy answers 200 with a page', async () => {
    nock(api).patch('/repos/acme/scoring/issues/comments/5').reply(200, '<html>Sign in</html>', { 'content-type': 'text/html' });
    await expect(applyWrite(github, repository, { do: 'update-comment', issue: 3, comment: 5, body: 'x', markerId: 'report' })).rejects.toThrow(/not what GitHub answers/);
  });

  it('that belongs to seeding is refused here', async () => {
    await expect(applyWrite(github, repository, { do: 'create-label', name: 'a', color: 'ffffff', description: '' })).rejects.toThrow(/belongs to seeding/);
  });
});
