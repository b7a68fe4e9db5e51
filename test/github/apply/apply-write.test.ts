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

describe('a sign on a comment', () => {
  const path = 'POST /repos/acme/aval/issues/comments/7/reactions';
  const sign = { do: 'react', comment: 7, content: '+1' } as const;

  /** Answers one after another. */
  async function answering(...statuses: readonly number[]): Promise<TinyGitHub> {
    const left = statuses.map((status) => ({ status, body: { id: 1 } }));
    return tinyGitHub({
      get [path]() {
        return left.shift();
      },
    } as Readonly<Record<string, { status: number }>>);
  }

  test('is put once more when nobody knows whether it was', async () => {
    server = await answering(502, 200);
    expect(await applyWrite(server.github, repository, sign)).toBe(7);
    expect(server.requests).toEqual([path, path]);
  });

  test('fails when that is unclear as well', async () => {
    server = await answering(502, 502);
    await expect(applyWrite(server.github, repository, sign)).rejects.toMatchObject({ status: 502 });
    expect(server.requests).toHaveLength(2);
  });

  test('is not asked for again when GitHub says no', async () => {
    server = await answering(403, 200);
    await expect(applyWrite(server.github, repository, sign)).rejects.toMatchObject({ status: 403 });
    expect(server.requests).toHaveLength(1);
  });
});
