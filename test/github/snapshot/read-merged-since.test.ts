import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readMergedSince } from '../../../src/github/snapshot/read-merged-since.ts';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';
import { decision, policyOf } from '../../core/people/people-fixtures.ts';
import { type Acme, startAcme } from '../../rehearsal/github/acme.ts';

let acme: Acme;
let repository: Repository;
let count = 0;
let signed: string;
beforeAll(async () => {
  acme = await startAcme();
});
beforeEach(() => {
  count += 1;
  const { people } = acme.github;
  repository = people.createRepository({ owner: 'acme', as: 'ana', name: `voided-${count}`, files: { 'src/a.ts': 'one\n' } });
  people.grantRole({ repository, login: 'luis', role: 'write' });
  signed = people.commit({ repository, as: 'ana', files: { 'src/a.ts': 'two\n' } }).sha;
});
afterAll(async () => {
  await acme.github.close();
});

const onMerge = policyOf('checkpoints: { architecture-review: { void: on-merge } }\n');
const read = (to = signed, more: { tip?: string; policy?: typeof onMerge } = {}) =>
  readMergedSince(
    acme.bot,
    { owner: 'acme', repo: repository.name },
    {
      policy: onMerge,
      decisions: [decision('approve', 'architecture-review', { commits: { from: null, to } })],
      now: '2027-02-01T00:00:00Z',
      defaultBranch: 'main',
      ...more,
    },
  );

function merge(files: Record<string, string>, method: 'merge' | 'squash' | 'rebase'): number {
  const { people } = acme.github;
  people.commit({ repository, as: 'luis', branch: `work-${method}`, files });
  const pull = people.openPull({ repository, as: 'luis', head: `work-${method}` });
  people.mergePull({ repository, as: 'ana', number: pull.number, method });
  return pull.number;
}

describe('what was merged since a sign-off', () => {
  it('is nothing while the branch stands where it was signed', async () => {
    expect(await read()).toEqual({ mergedSince: { [signed]: { files: [], complete: true, pulls: [] } } });
  });

  it('is every file, with the pull requests that brought them, however they were merged', async () => {
    const numbers = [merge({ 'src/b.ts': 'b\n' }, 'merge'), merge({ 'src/c.ts': 'c\n' }, 'squash'), merge({ 'src/d.ts': 'd\n' }, 'rebase')];
    const { mergedSince } = await read();
    expect(mergedSince?.[signed]).toEqual({ files: ['src/b.ts', 'src/c.ts', 'src/d.ts'], complete: true, pulls: numbers });
  });

  it('is what was pushed without a pull request, too', async () => {
    acme.github.people.commit({ repository, as: 'ana', files: { 'src/a.ts': 'three\n' } });
    expect((await read()).mergedSince?.[signed]).toEqual({ files: ['src/a.ts'], complete: true, pulls: [] });
  });

  it('is no pull request that was merged before', async () => {
    const before = merge({ 'src/b.ts': 'b\n' }, 'squash');
    const { sha } = acme.github.people.commit({ repository, as: 'ana', files: { 'src/a.ts': 'three\n' } });
    const after = merge({ 'src/c.ts': 'c\n' }, 'merge');
    expect(before).not.toBe(after);
    expect((await read(sha)).mergedSince?.[sha]).toMatchObject({ pulls: [after] });
  });

  it('is not complete where the branch was moved away from what was signed', async () => {
    const { sha } = acme.github.people.commit({ repository, as: 'luis', branch: 'elsewhere', files: { 'src/e.ts': 'e\n' } });
    expect((await read(sha)).mergedSince?.[sha]).toMatchObject({ complete: false });
  });

  it('is not known where GitHub has lost the commit', async () => {
    expect((await read('f'.repeat(40))).mergedSince).toMatchObject({ ['f'.repeat(40)]: { unavailable: expect.stringContaining('404') } });
  });

  it('is nothing for who signs the newest commit, without asking', async () => {
    expect(await read(signed, { tip: signed })).toEqual({ mergedSince: { [signed]: { files: [], complete: true, pulls: [] } } });
  });

  it('is not asked where the policy does not ask', async () => {
    expect(await read(signed, { policy: policyOf('') })).toEqual({});
  });
});
