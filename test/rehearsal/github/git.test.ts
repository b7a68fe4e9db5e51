import { afterEach, beforeEach, expect, test } from 'vitest';
import { createObjectStore, writeBlob, writeCommit, writeTree } from '../../../src/rehearsal/github/git/object-store.ts';
import { at, startAcme } from './acme.ts';
import type { Acme } from './acme.ts';

let acme: Acme;
const repository = 'acme/shop';

beforeEach(async () => {
  acme = await startAcme();
});

afterEach(async () => {
  await acme.github.close();
});

test('objects have the names that git gives them', () => {
  const store = createObjectStore();
  // git hash-object, git mktree and git commit-tree on the same content.
  const blob = writeBlob(store, Buffer.from('hello\n'));
  expect(blob).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
  const tree = writeTree(store, [{ name: 'hello.txt', mode: '100644', sha: blob }]);
  expect(tree).toBe('aaa96ced2d9a1c8e72c56b253a0e2fe78393feb7');
  const signature = { name: 'Ana', email: 'ana@example.com', date: '2027-01-11T15:00:00Z' };
  const commit = writeCommit(store, { tree, parents: [], message: 'First', author: signature, committer: signature, authorId: null, committerId: null });
  expect(commit.sha).toMatchInlineSnapshot(`"bd86fa23283c517f064a98bede51f8565e070732"`);
});

test('the same story gives the same shas and ids every time', async () => {
  const other = await startAcme();
  expect(other.repository.refs.get('refs/heads/main')).toBe(acme.repository.refs.get('refs/heads/main'));
  expect(other.repository.id).toBe(acme.repository.id);
  await other.github.close();
});

test('identical content has the identical tree, whatever the way to it', () => {
  const { people, state } = acme.github;
  const direct = people.commit({ repository, as: 'luis', branch: 'one', files: { 'a.ts': '1', 'b.ts': '2' } });
  people.commit({ repository, as: 'luis', branch: 'two', files: { 'b.ts': '2', 'c.ts': '3' } });
  const roundabout = people.commit({ repository, as: 'ana', branch: 'two', files: { 'a.ts': '1', 'c.ts': null } });
  expect(roundabout.tree).toBe(direct.tree);
  expect(roundabout.sha).not.toBe(direct.sha);
  expect(state.objects.trees.has(direct.tree)).toBe(true);
});

test('a comparison starts where the branches parted', async () => {
  const { people } = acme.github;
  const fork = acme.repository.refs.get('refs/heads/main');
  people.commit({
    repository,
    as: 'luis',
    branch: 'feature',
    files: { 'src/api/app.ts': 'export const a = 1;\nexport const c = 3;\n', 'new.ts': 'x\n', 'README.md': null },
  });
  people.commit({ repository, as: 'ana', files: { 'other.ts': '1' } });
  const { data } = await acme.bot.rest.repos.compareCommitsWithBasehead({ ...at, basehead: 'main...feature' });
  expect([data.status, data.ahead_by, data.behind_by, data.merge_base_commit.sha]).toEqual(['diverged', 1, 1, fork]);
  expect(data.files?.map((file) => [file.filename, file.status, file.patch])).toMatchInlineSnapshot(`
    [
      [
        "README.md",
        "removed",
        "@@ -1 +0,0 @@
    -# Shop",
      ],
      [
        "new.ts",
        "added",
        "@@ -0,0 +1 @@
    +x",
      ],
      [
        "src/api/app.ts",
        "modified",
        "@@ -1,2 +1,2 @@
     export const a = 1;
    -export const b = 2;
    +export const c = 3;",
      ],
    ]
  `);
});

test('a file that only moved is a rename without a patch', async () => {
  acme.github.people.commit({ repository, as: 'luis', branch: 'feature', files: { 'README.md': null, 'docs/README.md': '# Shop\n' } });
  acme.github.people.openPull({ repository, as: 'luis', head: 'feature' });
  const { data } = await acme.bot.rest.pulls.listFiles({ ...at, pull_number: 1 });
  expect(data.map((file) => [file.filename, file.previous_filename, file.status, file.patch])).toEqual([['docs/README.md', 'README.md', 'renamed', undefined]]);
});

test('files are read by path, ref and in raw form; folders are listed', async () => {
  const file = await acme.bot.rest.repos.getContent({ ...at, path: 'src/api/app.ts', ref: 'main' });
  expect(Buffer.from((file.data as { content: string }).content, 'base64').toString()).toContain('export const a');
  const raw = await acme.bot.rest.repos.getContent({ ...at, path: 'README.md', mediaType: { format: 'raw' } });
  expect(raw.data).toBe('# Shop\n');
  const folder = await acme.bot.rest.repos.getContent({ ...at, path: '' });
  expect((folder.data as { name: string; type: string }[]).map((entry) => [entry.name, entry.type])).toEqual([
    ['README.md', 'file'],
    ['src', 'dir'],
  ]);
  const tree = await acme.bot.rest.git.getTree({ ...at, tree_sha: 'main', recursive: '1' });
  expect(tree.data.tree.map((entry) => entry.path)).toEqual(['README.md', 'src', 'src/api', 'src/api/app.ts']);
  acme.github.assertClean();
});

test('a branch with a slash in its name is found', async () => {
  acme.github.people.createBranch({ repository, as: 'ana', branch: 'release/1.0' });
  expect((await acme.bot.rest.repos.getBranch({ ...at, branch: 'release/1.0' })).data.name).toBe('release/1.0');
  expect((await acme.bot.rest.git.getRef({ ...at, ref: 'heads/release/1.0' })).data.ref).toBe('refs/heads/release/1.0');
});
