import { Octokit } from '@octokit/rest';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFile } from '../../../src/github/snapshot/read-file.ts';

const github = new Octokit({ log: { debug() {}, info() {}, warn() {}, error() {} } });
const place = { path: '.github/sprintgate.yml', ref: 'main' };
const address = '/repos/acme/scoring/contents/.github%2Fsprintgate.yml?ref=main';

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

describe('a file of the repository', () => {
  const read = () => readFile(github, { owner: 'acme', repo: 'scoring' }, place);

  it('is read as text with the digest that GitHub gives it', async () => {
    nock('https://api.github.com')
      .get(address)
      .reply(200, { type: 'file', sha: 'abc', content: Buffer.from('locale: es\nname: señal\n').toString('base64') });
    expect(await read()).toEqual({ text: 'locale: es\nname: señal\n', sha: 'abc' });
  });

  it.each([
    ['there is none', 404, { message: 'Not Found' }],
    ['a folder has its name', 200, []],
    ['a submodule has its name', 200, { type: 'submodule', sha: 'abc' }],
  ] as const)('is absent when %s', async (_why, status, body) => {
    nock('https://api.github.com')
      .get(address)
      .reply(status, body as nock.Body);
    expect(await read()).toBeNull();
  });

  it.each([
    [403, 'Resource not accessible by integration'],
    [500, 'Server Error'],
    [451, 'Unavailable For Legal Reasons'],
  ])('is not absent when GitHub answers %i: that is not knowing', async (status, message) => {
    nock('https://api.github.com').get(address).reply(status, { message });
    await expect(read()).rejects.toMatchObject({ status });
  });
});
