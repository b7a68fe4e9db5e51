import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readBaseChanges } from '../../../src/github/snapshot/read-base-changes.ts';
import type { PullIssue } from '../../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';
import { type Acme, startAcme } from '../../rehearsal/github/acme.ts';

let acme: Acme;
let repository: Repository;
let pull: PullIssue;
let count = 0;
beforeAll(async () => {
  acme = await startAcme();
});
beforeEach(() => {
  const { people } = acme.github;
  count += 1;
  repository = people.createRepository({ owner: 'acme', as: 'ana', name: `moved-${count}`, files: { 'src/a.ts': 'one\n', 'src/b.ts': 'two\n' } });
  people.grantRole({ repository, login: 'luis', role: 'write' });
  people.commit({ repository, as: 'luis', branch: 'work', files: { 'src/a.ts': 'one\ntwo\n' } });
  pull = people.openPull({ repository, as: 'luis', head: 'work' });
});
afterAll(async () => {
  await acme.github.close();
});

const read = (name = repository.name) =>
  readBaseChanges(
    acme.bot,
    { owner: 'acme', repo: name },
    { head: { sha: pull.pull.headSha, ref: 'work', repositoryId: repository.id }, base: { sha: '0'.repeat(40), ref: 'main' } },
  );
const onMain = (files: Record<string, string>) => acme.github.people.commit({ repository, as: 'ana', files });

describe('what the base changed since a pull request left it', () => {
  it('is nothing while the base stands still, whatever the pull request changes', async () => {
    expect(await read()).toEqual([]);
  });

  it('is every file that the base touched, and none that the pull request alone did', async () => {
    onMain({ 'src/b.ts': 'three\n', 'src/c.ts': 'new\n' });
    expect((await read())?.toSorted()).toEqual(['src/b.ts', 'src/c.ts']);
  });

  it('is not known where GitHub would not list all files', async () => {
    onMain(Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`lib/${index}.ts`, `${index}\n`])));
    expect(await read()).toBeNull();
  });

  it('is not known where GitHub knows no such comparison', async () => {
    expect(await read('gone')).toBeNull();
  });
});
