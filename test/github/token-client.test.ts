import nock from 'nock';
import { afterEach, expect, test } from 'vitest';
import { tokenClient } from '../../src/github/token-client.ts';

afterEach(() => nock.cleanAll());

test('every request names the version of the API that we are written for', async () => {
  const scope = nock('https://api.github.com', { reqheaders: { 'x-github-api-version': '2022-11-28', authorization: 'token t' } })
    .get('/repos/acme/scoring')
    .reply(200, { id: 1 });
  const github = tokenClient({ token: 't', apiUrl: 'https://api.github.com/', userAgent: 'test' });
  expect((await github.rest.repos.get({ owner: 'acme', repo: 'scoring' })).data.id).toBe(1);
  expect(scope.isDone()).toBe(true);
});

test('what writes is sent once, whatever the answer: it may have worked', async () => {
  let sent = 0;
  nock('https://api.github.com')
    .persist()
    .post('/repos/acme/scoring/issues')
    .reply(() => {
      sent += 1;
      return [502, {}];
    });
  const github = tokenClient({ token: 't', apiUrl: 'https://api.github.com/', userAgent: 'test' });
  await expect(github.rest.issues.create({ owner: 'acme', repo: 'scoring', title: 'One' })).rejects.toMatchObject({ status: 502 });
  expect(sent).toBe(1);
});
