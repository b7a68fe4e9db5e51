import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EvidenceBundle } from '../../../src/core/evidence/bundle/bundle.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import type { KeptEvidence } from '../../../src/github/artifacts/kept-evidence.ts';
import { readEvidence } from '../../../src/github/artifacts/read-evidence.ts';
import { readRepository } from '../../../src/github/snapshot/read-repository.ts';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';
import { type Acme, startAcme } from '../../rehearsal/github/acme.ts';

const policy = { locale: 'en', evidence: { workflows: [], uploads: 'sprintgate', trusted: null, sourceRoots: [], reports: [] } } as unknown as Policy;
const ci = '.github/workflows/ci.yml';

let acme: Acme;
let repository: Repository;
let count = 0;
beforeAll(async () => {
  acme = await startAcme();
});
beforeEach(() => {
  count += 1;
  repository = acme.github.people.createRepository({ owner: 'acme', as: 'ana', name: `squashed-${count}`, files: { 'README.md': '#\n' } });
  acme.github.people.grantRole({ repository, login: 'luis', role: 'write' });
});
afterAll(async () => {
  acme.github.assertClean();
  await acme.github.close();
});

/** A change that was squashed into main: the commit that was tested, the one that came of it, and the tree of both. */
async function squash(): Promise<{ tested: string; merged: string; tree: string }> {
  const { people } = acme.github;
  people.commit({ repository, as: 'luis', branch: 'work', files: { 'src/a.ts': '1\n2\n' } });
  const pull = people.openPull({ repository, as: 'luis', head: 'work' });
  const merged = people.mergePull({ repository, as: 'luis', number: pull.number, method: 'squash' });
  return { tested: pull.pull.headSha, merged: merged.sha, tree: merged.tree };
}

function bundleOf(identity: Partial<EvidenceBundle['identity']>): EvidenceBundle {
  const usual = { repositoryId: repository.id, baseSha: null, workflowPath: ci, event: 'push', job: '', uploadName: 'sprintgate-api', runId: 1, runAttempt: 1 };
  const shas = { headSha: '', testedSha: '', testedTree: null };
  return { identity: { ...usual, ...shas, ...identity }, provenance: { kind: 'self-reported' }, files: [], reports: [], completedAt: '2027-01-11T15:00:00Z' };
}

async function found(headSha: string, bundles: EvidenceBundle[]): Promise<string[]> {
  const kept: KeptEvidence = {
    known: async () => null,
    keep: async () => undefined,
    ofTree: async ({ tree }) => bundles.filter(({ identity }) => identity.testedTree === tree),
  };
  const own = await readRepository(acme.bot, { owner: 'acme', repo: repository.name });
  const state = await readEvidence(acme.bot, { repository: own, headSha, policy, kept });
  return state.bundles.map(({ identity }) => identity.headSha);
}

test('a squash merge has the evidence of the commit that was tested with the same files', async () => {
  const { tested, merged, tree } = await squash();
  expect(await found(merged, [bundleOf({ headSha: tested, testedSha: tested, testedTree: tree })])).toEqual([tested]);
});

test('an upload that only says that it tested these files is not believed', async () => {
  const { merged, tree } = await squash();
  const forged = acme.github.people.commit({ repository, as: 'luis', branch: 'forged', files: { 'src/b.ts': '1\n' } });
  expect(await found(merged, [bundleOf({ headSha: forged.sha, testedSha: forged.sha, testedTree: tree })])).toEqual([]);
  expect(await found(merged, [bundleOf({ headSha: forged.sha, testedSha: merged, testedTree: tree })])).toEqual([]);
  expect(await found(merged, [bundleOf({ headSha: forged.sha, testedSha: 'f'.repeat(40), testedTree: tree })])).toEqual([]);
});

test('the child of a tested commit is not its merge', async () => {
  const { people } = acme.github;
  const tested = people.commit({ repository, as: 'luis', branch: 'work', files: { 'src/a.ts': '1\n' } });
  const child = people.commit({ repository, as: 'luis', branch: 'work', files: { 'src/a.ts': 'untested\n' } });
  const claimed = bundleOf({ headSha: tested.sha, testedSha: child.sha, testedTree: child.tree, event: 'pull_request' });
  expect(await found(child.sha, [claimed])).toEqual([]);
});

test('uploads that are not expected stay out, whatever they tested', async () => {
  const { tested, merged, tree } = await squash();
  expect(await found(merged, [bundleOf({ headSha: tested, testedSha: tested, testedTree: tree, uploadName: 'website' })])).toEqual([]);
});
