import { afterEach, describe, expect, test } from 'vitest';
import { applyWrite } from '../../../src/github/apply/apply-write.ts';
import { tinyGitHub, type TinyGitHub } from '../authorities/tiny-github.ts';

const repository = { owner: 'acme', repo: 'aval' };
let server: TinyGitHub | null = null;
afterEach(() => server?.close());

describe('an issue is updated', () => {
  test('and its number is answered', async () => {
    server = await tinyGitHub({ 'PATCH /repos/acme/aval/issues/12': { body: { number: 12, milestone: { number: 6 } } } });
    expect(await applyWrite(server.github, repository, { do: 'update-issue', key: 'move.1', number: 12, milestone: 6 })).toBe(12);
  });

  test('but not to a milestone that GitHub dropped without a word', async () => {
    server = await tinyGitHub({ 'PATCH /repos/acme/aval/issues/12': { body: { number: 12, milestone: null } } });
    await expect(applyWrite(server.github, repository, { do: 'update-issue', key: 'move.1', number: 12, milestone: 6 })).rejects.toThrow(
      'did not set the milestone of #12',
    );
  });

  test('and not to a milestone that is yet to be created', async () => {
    server = await tinyGitHub({});
    await expect(applyWrite(server.github, repository, { do: 'update-issue', key: 'move.1', number: 12, milestone: { key: 's05' } })).rejects.toThrow(
      'belongs to seeding',
    );
    expect(server.requests).toEqual([]);
  });
});
