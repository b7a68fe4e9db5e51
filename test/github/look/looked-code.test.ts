import { afterEach, expect, test } from 'vitest';
import { lookedCode } from '../../../src/github/look/looked-code.ts';
import type { LookedPull } from '../../../src/github/look/look.ts';
import { type TinyGitHub, tinyGitHub } from '../authorities/tiny-github.ts';
import { headSha, inputOf, lookOf, memory, restOf } from './look-world-input.ts';

const base = 'b'.repeat(40);
const tree = 'f'.repeat(40);
let server: TinyGitHub | null = null;
afterEach(() => server?.close());

const pull: LookedPull = {
  facts: {
    number: 1,
    title: 'Work',
    url: '',
    state: 'open',
    merged: false,
    author: { id: 2, login: 'luis', type: 'User' },
    head: { sha: headSha, ref: 'work', repositoryId: 7 },
    base: { sha: base, ref: 'main' },
    labels: [],
    milestone: null,
    closes: [],
  },
  changedFiles: 1,
  baseTip: base,
  merge: null,
};

async function comparing(files: readonly Record<string, unknown>[]): Promise<TinyGitHub> {
  const body = { ahead_by: 1, behind_by: 0, merge_base_commit: { sha: base, commit: { tree: { sha: tree } } }, files };
  server = await tinyGitHub({
    [`GET /repos/acme/shop/compare/${base}...${headSha}`]: { body },
    [`GET /repos/acme/shop/git/trees/${tree}`]: { body: { truncated: false, tree: [{ type: 'blob', path: 'README.md' }] } },
  });
  return server;
}

test('the files of a head are those of its base with what it changed', async () => {
  const { github } = await comparing([{ filename: 'src/a.ts', status: 'added', changes: 1, patch: '@@ -0,0 +1 @@\n+a' }]);
  expect(await lookedCode(inputOf({ github, look: lookOf({ pull: { value: pull } }) })).tree(headSha)).toEqual(['README.md', 'src/a.ts']);
});

test('a submodule that no .gitmodules tells of is no file of the head', async () => {
  const patch = `@@ -0,0 +1 @@\n+Subproject commit ${'1'.repeat(40)}`;
  const { github } = await comparing([{ filename: 'docs/threat-model.md', status: 'added', changes: 1, patch }]);
  const rest = restOf({ tree: async () => ['README.md'] });
  expect(await lookedCode(inputOf({ github, rest, look: lookOf({ pull: { value: pull } }) })).tree(headSha)).toEqual(['README.md']);
});

test('a branch that is called like a longer SHA is no commit, and what is compared with it is not kept', async () => {
  const branch = '9'.repeat(45);
  const kept = memory();
  const rest = restOf({ compare: async ({ base: side }) => ({ mergeBase: side, changed: [] }) });
  expect(await lookedCode(inputOf({ kept, rest, look: lookOf({}) })).compare({ base: branch, head: headSha })).toEqual({ mergeBase: branch, changed: [] });
  expect(await kept.get('comparison', `${branch}...${headSha}`)).toBeNull();
});

test.each([
  ['where the head left it at the same commit, one comparison tells all', base, 2, 'src/a.ts'],
  ['where it was rewritten, the head is compared with it anew', '8'.repeat(40), 3, 'src/b.ts'],
])('the base moved on: %s', async (_what, common, requests, changed) => {
  const tip = '7'.repeat(40);
  const comparisonOf = (sha: string, filename: string) => ({
    body: {
      ahead_by: 1,
      behind_by: 1,
      merge_base_commit: { sha, commit: { tree: { sha: tree } } },
      files: [{ filename, status: 'added', changes: 1, patch: '@@ -0,0 +1 @@\n+a' }],
    },
  });
  server = await tinyGitHub({
    [`GET /repos/acme/shop/compare/${base}...${headSha}`]: comparisonOf(base, 'src/a.ts'),
    [`GET /repos/acme/shop/compare/${headSha}...${tip}`]: comparisonOf(common, 'docs/moved.md'),
    [`GET /repos/acme/shop/compare/${tip}...${headSha}`]: comparisonOf(common, 'src/b.ts'),
  });
  const world = lookedCode(inputOf({ github: server.github, look: lookOf({ pull: { value: { ...pull, baseTip: tip } } }) }));
  expect(await world.compare({ base: 'main', head: headSha })).toEqual({ mergeBase: common, changed: [changed] });
  expect(await world.mergeBase({ base: 'main', head: headSha })).toBe(common);
  expect(await world.baseChanges(pull.facts)).toEqual(['docs/moved.md']);
  expect(server.requests).toHaveLength(requests);
});
