import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newestBundles } from '../../../src/core/evidence/bundle/bundle.ts';
import { evidenceStanding } from '../../../src/core/gates/coverage/coverage-evidence.ts';
import type { Component, Policy } from '../../../src/core/policy/policy.ts';
import { readEvidence } from '../../../src/github/artifacts/read-evidence.ts';
import { readRepository } from '../../../src/github/snapshot/read-repository.ts';
import type { PullIssue } from '../../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';
import { type Acme, startAcme } from '../../rehearsal/github/acme.ts';
import { covered } from '../../support/stage.ts';

const ci = '.github/workflows/ci.yml';
const nightly = '.github/workflows/nightly.yml';
const policy = {
  locale: 'en',
  evidence: { workflows: [], uploads: 'sprintgate', trusted: null, sourceRoots: [] },
  coverage: { deadlineMinutes: 60 },
} as unknown as Policy;
const component = { id: 'api', uploads: ['api'] } as unknown as Component;
const start = '2027-01-11T15:00:00Z';

let acme: Acme;
let repository: Repository;
let pull: PullIssue;
let count = 0;
beforeAll(async () => {
  acme = await startAcme();
});
beforeEach(() => {
  const { people } = acme.github;
  acme.github.now = start;
  count += 1;
  repository = people.createRepository({ owner: 'acme', as: 'ana', name: `product-${count}`, files: { 'README.md': '# Product\n' } });
  people.grantRole({ repository, login: 'luis', role: 'write' });
  people.commit({ repository, as: 'luis', branch: 'work', files: { 'src/a.ts': 'one\ntwo\n' } });
  pull = people.openPull({ repository, as: 'luis', head: 'work' });
});
afterEach(() => acme.github.assertClean());
afterAll(async () => {
  await acme.github.close();
});

const upload = (name: string, ...paths: readonly string[]) => ({ name, files: { 'lcov.info': covered(...paths) } });
const run = (more: Partial<Parameters<typeof acme.github.people.runWorkflow>[0]> = {}) =>
  acme.github.people.runWorkflow({ repository, as: 'luis', path: ci, pull: pull.number, jobs: ['test'], ...more });

async function read(headSha = pull.pull.headSha) {
  return readEvidence(acme.bot, { repository: await readRepository(acme.bot, { owner: 'acme', repo: repository.name }), headSha, policy });
}

/** `upload: files it covers`, of the bundles that count. */
async function counted(): Promise<Record<string, string[]>> {
  const { bundles } = await read();
  return Object.fromEntries(
    newestBundles(bundles).map(({ identity, reports }) => [
      identity.uploadName,
      reports.flatMap((report) => (report.kind === 'coverage' ? report.files.map(({ path }) => path) : [])),
    ]),
  );
}

async function standing() {
  return evidenceStanding({ policy, evidence: await read(), now: acme.github.now }, component).kind;
}

describe('evidence on a GitHub with state', () => {
  test('a re-run of one failed job replaces its own upload alone, although both attempts are listed', async () => {
    const { run: first } = run({
      jobs: ['api', 'web'],
      artifacts: [upload('sprintgate-api', 'src/old.ts'), upload('sprintgate-web', 'web/a.ts')],
      conclusion: 'failure',
    });
    acme.github.people.rerunWorkflow({ repository, as: 'luis', run: first, jobs: ['api'], artifacts: [upload('sprintgate-api', 'src/new.ts')] });
    const { data } = await acme.bot.rest.actions.listWorkflowRunArtifacts({ owner: 'acme', repo: repository.name, run_id: first.id });
    expect(data.artifacts.map((artifact) => artifact.name).sort()).toEqual(['sprintgate-api', 'sprintgate-api', 'sprintgate-web']);
    expect(await counted()).toEqual({ 'sprintgate-api': ['src/new.ts'], 'sprintgate-web': ['web/a.ts'] });
  });

  test('a later run of the same workflow replaces the earlier one’s; another workflow’s upload of equal name counts beside it', async () => {
    run({ artifacts: [upload('sprintgate-api', 'src/first.ts')] });
    run({ artifacts: [upload('sprintgate-api', 'src/second.ts')] });
    run({ path: nightly, artifacts: [upload('sprintgate-api', 'src/nightly.ts')] });
    const { bundles } = await read();
    const files = newestBundles(bundles).map(({ identity, reports }) => [
      identity.workflowPath,
      reports.map((report) => (report.kind === 'coverage' ? report.files[0]?.path : null)),
    ]);
    expect(Object.fromEntries(files)).toEqual({ [ci]: ['src/second.ts'], [nightly]: ['src/nightly.ts'] });
  });

  test('what has expired is refused, and what nobody expects is not downloaded', async () => {
    run({ artifacts: [upload('sprintgate-api', 'src/a.ts'), upload('website', 'x')] });
    acme.github.advance(91 * 86_400_000);
    const mark = acme.github.requests.mark();
    expect((await read()).refused).toMatchObject([{ uploadName: 'sprintgate-api', reason: 'it has expired' }]);
    expect(acme.github.requests.since(mark).entries.filter(({ operation }) => operation === 'actions/download-artifact')).toEqual([]);
    expect(await standing()).toBe('refused');
  });

  test('another commit’s, and another repository’s, is nobody’s evidence here', async () => {
    const { headSha } = pull.pull;
    run({ artifacts: [upload('sprintgate-api', 'src/a.ts')] });
    acme.github.people.pushToPull({ repository, as: 'luis', number: pull.number, files: { 'src/a.ts': 'two\n' } });
    expect(await read(pull.pull.headSha)).toEqual({ bundles: [], runningWorkflows: [], refused: [] });
    expect((await read(headSha)).bundles).toHaveLength(1);
    const other = acme.github.people.createRepository({ owner: 'acme', as: 'ana', name: `other-${count}`, files: { 'README.md': '#\n' } });
    acme.github.people.runWorkflow({
      repository: other,
      as: 'ana',
      path: ci,
      event: 'push',
      headSha: pull.pull.headSha,
      artifacts: [upload('sprintgate-api', 'src/a.ts')],
    });
    expect((await read(pull.pull.headSha)).bundles).toEqual([]);
  });

  test('a fork’s is taken as self-reported, and bound to its head', async () => {
    const { people } = acme.github;
    const fork = people.fork({ repository, as: 'eva' });
    people.commit({ repository: fork, as: 'eva', branch: 'mine', from: 'main', files: { 'src/b.ts': '1\n2\n' } });
    const theirs = people.openPull({ repository, as: 'eva', head: 'mine', headRepository: fork });
    people.runWorkflow({ repository, as: 'eva', path: ci, pull: theirs.number, artifacts: [upload('sprintgate-api', 'src/b.ts')] });
    const { bundles, refused } = await read(theirs.pull.headSha);
    expect(refused).toEqual([]);
    expect(bundles).toMatchObject([
      {
        provenance: { kind: 'self-reported' },
        identity: { repositoryId: repository.id, headSha: theirs.pull.headSha, event: 'pull_request', uploadName: 'sprintgate-api' },
      },
    ]);
  });

  test('is waited for while its workflow runs, up to the deadline', async () => {
    const { run: running } = run({ conclusion: null });
    expect(await standing()).toBe('waiting');
    acme.github.advance(61 * 60_000);
    expect(await standing()).toBe('overdue');
    acme.github.now = start;
    acme.github.people.uploadArtifact({ repository, run: running, ...upload('sprintgate-api', 'src/a.ts') });
    expect(await standing()).toBe('waiting');
    acme.github.people.finishWorkflow({ repository, as: 'luis', run: running });
    expect(await standing()).toBe('usable');
  });

  test.each([
    ['leaves the archive', zipSync({ '../../etc/passwd': strToU8('x') })],
    ['is a bomb', zipSync({ 'bomb.info': [new Uint8Array(40 << 20), { level: 9 }] })],
    ['is no archive', strToU8('not a zip')],
  ])('of an archive that %s is refused, and its neighbour still counts', async (_what, zip) => {
    run({ artifacts: [{ name: 'sprintgate-api', files: {}, zip }, upload('sprintgate-web', 'web/a.ts')] });
    const { bundles, refused } = await read();
    expect(bundles.map(({ identity }) => identity.uploadName)).toEqual(['sprintgate-web']);
    expect(refused).toMatchObject([{ uploadName: 'sprintgate-api' }]);
  });

  test('of an archive that is not the one that was uploaded is refused', async () => {
    const {
      artifacts: [artifact],
    } = run({ artifacts: [upload('sprintgate-api', 'src/a.ts')] });
    if (!artifact) throw new Error('nothing was uploaded');
    repository.artifacts.set(artifact.id, { ...artifact, zip: zipSync({ 'lcov.info': strToU8(covered('src/other.ts')) }) });
    expect((await read()).refused).toMatchObject([{ uploadName: 'sprintgate-api', reason: expect.stringContaining('digest') }]);
  });
});
