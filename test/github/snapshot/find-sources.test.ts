import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BundleHead } from '../../../src/core/evidence/bundle/bundle.ts';
import type { Component, Policy } from '../../../src/core/policy/policy.ts';
import { findSources } from '../../../src/github/snapshot/find-sources.ts';
import { listHistory } from '../../../src/github/snapshot/list-history.ts';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';
import { type Acme, startAcme } from '../../rehearsal/github/acme.ts';

const limits = { days: 7, commits: 20 };
const policy = { evidence: { workflows: [], uploads: 'sprintgate' } } as unknown as Policy;
const web = { id: 'web', uploads: ['web'] } as unknown as Component;
const both = { id: 'both', uploads: ['web', 'e2e'] } as unknown as Component;

let acme: Acme;
let repository: Repository;
let count = 0;
beforeAll(async () => {
  acme = await startAcme();
});
beforeEach(() => {
  count += 1;
  repository = acme.github.people.createRepository({ owner: 'acme', as: 'ana', name: `earlier-${count}`, files: { 'README.md': '#\n' } });
  acme.github.people.grantRole({ repository, login: 'luis', role: 'write' });
});
afterAll(async () => {
  acme.github.assertClean();
  await acme.github.close();
});

const name = () => ({ owner: 'acme', repo: repository.name });
const commit = (path: string) => acme.github.people.commit({ repository, as: 'ana', files: { [path]: `${path}\n` } }).sha;

function head(identity: Partial<BundleHead['identity']>, completedAt = acme.github.now): BundleHead {
  const usual = { repositoryId: repository.id, baseSha: null, workflowPath: '.github/workflows/ci.yml', job: '', runId: 1, runAttempt: 1, testedTree: null };
  const { testedSha = '' } = identity;
  return {
    identity: { ...usual, event: 'push', uploadName: 'sprintgate-web', headSha: testedSha, testedSha, ...identity },
    provenance: { kind: 'self-reported' },
    completedAt,
  };
}

/** The commits that sources were found at, newest first. */
async function found(kept: readonly BundleHead[], components: readonly Component[] = [web]): Promise<string[]> {
  const history = (await listHistory(acme.bot, name(), { sha: 'main', count: 100 })) ?? [];
  const wanted = components.map((component) => ({ component, limits }));
  const sources = await findSources(acme.bot, { name: name(), policy, now: acme.github.now, history, wanted }, kept);
  return history.map(({ sha }) => sha).filter((sha) => sources.has(sha));
}

test('the newest commit with all uploads of a component is its source', async () => {
  const [first, second, third] = [commit('a'), commit('b'), commit('c')];
  commit('d');
  const kept = [head({ testedSha: first }), head({ testedSha: second }), head({ testedSha: second, uploadName: 'sprintgate-e2e' }), head({ testedSha: third })];
  expect(await found(kept)).toEqual([third]);
  expect(await found(kept, [both])).toEqual([second]);
  expect(await found(kept, [web, both])).toEqual([third, second]);
  expect(await found(kept.slice(0, 1), [both])).toEqual([]);
});

test('evidence of another branch, another workflow or too long ago is none', async () => {
  const sha = commit('a');
  const other = acme.github.people.commit({ repository, as: 'luis', branch: 'other', files: { b: 'b\n' } });
  expect(await found([head({ testedSha: other.sha })])).toEqual([]);
  expect(await found([head({ testedSha: sha, uploadName: 'website' })])).toEqual([]);
  expect(await found([head({ testedSha: sha }, '2020-01-01T00:00:00Z')])).toEqual([]);
  expect(await found([head({ testedSha: sha })])).toEqual([sha]);
});

test('a squash merge has the evidence of the commit that was tested with the same files, if GitHub bears it out', async () => {
  const { people } = acme.github;
  people.commit({ repository, as: 'luis', branch: 'work', files: { 'src/a.ts': '1\n' } });
  const pull = people.openPull({ repository, as: 'luis', head: 'work' });
  const tested = pull.pull.headSha;
  const merged = people.mergePull({ repository, as: 'luis', number: pull.number, method: 'squash' });
  const forged = people.commit({ repository, as: 'luis', branch: 'forged', files: { 'src/b.ts': '1\n' } }).sha;
  commit('later');
  expect(await found([head({ testedSha: tested, testedTree: merged.tree })])).toEqual([merged.sha]);
  expect(await found([head({ testedSha: forged, testedTree: merged.tree })])).toEqual([]);
  expect(await found([head({ testedSha: 'f'.repeat(40), testedTree: merged.tree })])).toEqual([]);
});

test('no more than five tested commits are asked for', async () => {
  const tree = repository.refs.get('refs/heads/main') ?? '';
  const own = (await listHistory(acme.bot, name(), { sha: tree, count: 1 }))?.[0]?.tree ?? '';
  const forged = Array.from({ length: 9 }, (_, index) =>
    head({ testedSha: String(index).repeat(40), testedTree: own, uploadName: `sprintgate-web`, runId: index + 1, workflowPath: `w${index}.yml` }),
  );
  const mark = acme.github.requests.mark();
  expect(await found(forged)).toEqual([]);
  expect(acme.github.requests.since(mark).entries.filter(({ operation }) => operation === 'git/get-commit')).toHaveLength(5);
});

test('a history that is not there is not known', async () => {
  expect(await listHistory(acme.bot, name(), { sha: 'f'.repeat(40), count: 3 })).toBeNull();
});
