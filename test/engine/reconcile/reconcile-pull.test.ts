import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readMarked } from '../../../src/core/markers/marker.ts';
import { sha256 } from '../../../src/core/markers/digest.ts';
import { readLedgerHead } from '../../../src/core/report/publish-ledger-head.ts';
import type { PullIssue } from '../../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';
import { findPolicy } from '../../../src/store/ledger/find-policy.ts';
import { readSnapshot } from '../../../src/store/ledger/read-snapshot.ts';
import { verifyLedger } from '../../../src/store/ledger/verify-ledger.ts';
import { covered, openSmallPull, type Stage, startStage } from '../../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
beforeEach(() => {
  stage.github.now = '2027-01-12T18:00:00Z';
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

const path = '.github/workflows/ci.yml';

function report(repository: Repository, pull: PullIssue, ...files: readonly string[]) {
  return stage.github.people.runWorkflow({
    repository,
    as: 'luis',
    path,
    pull: pull.number,
    jobs: ['test'],
    artifacts: [{ name: 'sprintgate-api', files: { 'lcov.info': covered(...files) } }],
  });
}

function conclusions(repository: Repository, sha: string): Record<string, string | null> {
  const runs = [...repository.checkRuns.values()].filter((run) => run.appId === stage.github.app.id && run.headSha === sha);
  return Object.fromEntries(runs.map((run) => [run.name.replace('sprintgate/', ''), run.conclusion ?? run.status]));
}

function ownComments(repository: Repository, issue: number) {
  return [...repository.comments.values()].filter((comment) => comment.issueNumber === issue && comment.authorId === stage.github.app.botId);
}

function writesSince(mark: number): readonly string[] {
  return stage.github.requests
    .since(mark)
    .entries.filter(({ kind }) => kind === 'write')
    .map(({ operation }) => operation ?? '');
}

describe('a second look', () => {
  test('writes nothing, neither to GitHub nor to the ledger, whose chain holds and is published', async () => {
    const repository = await stage.repository('second-look');
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    expect(conclusions(repository, pull.pull.headSha)).toEqual({ coverage: 'action_required', checkpoint: 'success', readiness: 'success', policy: 'success' });
    report(repository, pull, 'src/work.ts');
    await stage.settle();
    expect(conclusions(repository, pull.pull.headSha)['coverage']).toBe('success');
    const before = await stage.ledger(repository);
    const mark = stage.github.requests.mark();
    await stage.look(repository, pull.number);
    expect(writesSince(mark)).toEqual([]);
    expect(stage.github.requests.since(mark).reads).toBeLessThanOrEqual(2);
    expect(await stage.ledger(repository)).toEqual(before);
    const kinds = before.filter(({ subject }) => subject === `${repository.id}/pull/${pull.number}`).map(({ kind }) => kind);
    expect(kinds.length).toBeGreaterThan(2);
    for (const [index, kind] of kinds.entries()) expect(kind).toBe(index % 2 === 0 ? 'decision' : 'outcome');
    const told = before.filter(({ kind, subject }) => kind === 'decision' && subject.includes('/pull/')).at(-1)?.payload ?? '{}';
    const { decision, snapshots } = JSON.parse(told) as { decision: { engine: string; policy: string }; snapshots: string[] };
    expect(decision.engine).toMatch(/^\d+\.\d+\.\d+/);
    expect(sha256((await findPolicy(stage.store.db, decision.policy)) ?? '')).toBe(decision.policy);
    // All that was seen is kept, and what was read of an upload is named by its digest.
    const seen = await readSnapshot(stage.store.db, { repository: repository.id, digest: snapshots[0] ?? '' });
    expect(seen).toMatchObject({ headSha: pull.pull.headSha, tree: expect.arrayContaining(['README.md']), policy: { kind: 'in-force' } });
    expect(seen?.evidence.bundles[0]).toMatchObject({ content: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: expect.any(Number) } });
    const published = [...repository.checkRuns.values()].flatMap(({ output }) => readLedgerHead(output.summary) ?? []);
    expect(published.length).toBeGreaterThan(0);
    expect(await verifyLedger(stage.store.db, { repository: repository.id, published })).toMatchObject({ entries: before.length, faults: [] });
  });
});

describe('a check of ours', () => {
  test('is posted again when somebody presses Re-run, and when its state was changed behind our back', async () => {
    const repository = await stage.repository('rerun');
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    const run = stage.check(repository, pull.pull.headSha, 'policy');
    if (!run) throw new Error('no check was posted');
    const suite = repository.checkSuites.get(run.suiteId);
    stage.github.people.rerequestCheck({ repository, as: 'luis', run });
    expect(suite?.status).toBe('queued');
    await stage.settle();
    expect(suite?.status).toBe('completed');
    stage.github.people.updateCheck({ repository, as: 'sprintgate[bot]', run, status: 'completed', conclusion: 'failure' });
    await stage.look(repository, pull.number);
    expect(run.conclusion).toBe('success');
    expect(repository.checkRuns.size).toBe(4);
  });

  test('is pending from the moment its workflow was requested, and gives up after the deadline', async () => {
    const repository = await stage.repository('pending');
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    stage.github.people.runWorkflow({ repository, as: 'luis', path, pull: pull.number, jobs: ['test'], conclusion: null });
    await stage.settle();
    expect(conclusions(repository, pull.pull.headSha)['coverage']).toBe('in_progress');
    const wake = await stage.wakeOf(`${repository.id}/pull/${pull.number}`);
    expect(wake).toBe(new Date(Date.parse(stage.github.now) + 3_600_000).toISOString());
    stage.github.now = wake ?? '';
    await stage.look(repository, pull.number);
    expect(conclusions(repository, pull.pull.headSha)['coverage']).toBe('action_required');
    expect(stage.check(repository, pull.pull.headSha, 'coverage')?.output.title).toMatch(/(come|end) in time/);
  });

  test('exists once and says the last word after answers to its writes were lost', async () => {
    const repository = await stage.repository('lost');
    stage.github.faults.add({ kind: 'lose-answer', where: 'checks/create', method: 'POST', skip: 1 });
    stage.github.faults.add({ kind: 'hang-up-after', where: 'issues/create-comment', method: 'POST' });
    stage.github.people.commit({ repository, as: 'luis', branch: 'release/1', files: { 'CHANGELOG.md': '# 1\n' } });
    const pull = stage.github.people.openPull({ repository, as: 'luis', head: 'release/1', title: 'Release 1' });
    await stage.settle();
    expect(stage.github.faults.pending).toEqual([]);
    expect(repository.checkRuns.size).toBe(4);
    expect(ownComments(repository, pull.number)).toHaveLength(1);
    const outcomes = (await stage.ledger(repository)).filter(({ kind }) => kind === 'outcome');
    expect(outcomes.some(({ payload }) => payload?.includes('"error"'))).toBe(true);
    expect((await verifyLedger(stage.store.db, { repository: repository.id })).faults).toEqual([]);
    const mark = stage.github.requests.mark();
    await stage.look(repository, pull.number);
    expect(writesSince(mark)).toEqual([]);
  });
});

describe('pull requests that share a head', () => {
  test('have one check with the worst verdict that names each; those outside add nothing, and who leaves is no longer told of', async () => {
    const repository = await stage.repository('shared');
    const first = openSmallPull(stage, { repository, branch: 'work' });
    const { people } = stage.github;
    const sha = first.pull.headSha;
    const fork = people.fork({ repository, as: 'eva' });
    people.moveBranch({ repository: fork, as: 'eva', branch: 'copy', sha });
    const second = people.openPull({ repository, as: 'eva', head: 'copy', headRepository: fork, title: 'The same' });
    people.label({ repository, as: 'luis', number: second.number, names: ['release'] });
    people.createBranch({ repository, as: 'luis', branch: 'lax' });
    const outside = people.openPull({ repository, as: 'luis', head: 'work', base: 'lax', title: 'Against a branch without gates' });
    await stage.settle();
    expect(conclusions(repository, sha)['readiness']).not.toBe('success');
    const { output } = stage.check(repository, sha, 'readiness') ?? {};
    const said = `${output?.summary} ${output?.text}`;
    for (const pull of [first, second, outside]) expect(said).toContain(`#${pull.number}`);
    people.close({ repository, as: 'eva', number: second.number });
    await stage.settle();
    expect(conclusions(repository, sha)['readiness']).toBe('success');
    expect(`${stage.check(repository, sha, 'readiness')?.output.summary}`).not.toContain(`#${second.number}`);
    people.close({ repository, as: 'luis', number: first.number });
    await stage.settle();
    // Only the one outside is left: it gets an answer, and no pass.
    expect(new Set(Object.values(conclusions(repository, sha)))).toEqual(new Set(['action_required']));
  });

  test('are judged apart again when one of them moves on', async () => {
    const repository = await stage.repository('moves-on');
    const { people } = stage.github;
    const first = openSmallPull(stage, { repository, branch: 'work' });
    const sha = first.pull.headSha;
    const fork = people.fork({ repository, as: 'eva' });
    people.moveBranch({ repository: fork, as: 'eva', branch: 'copy', sha });
    const second = people.openPull({ repository, as: 'eva', head: 'copy', headRepository: fork, title: 'The same' });
    people.label({ repository, as: 'luis', number: second.number, names: ['release'] });
    await stage.settle();
    expect(conclusions(repository, sha)['readiness']).not.toBe('success');
    people.pushToPull({ repository, as: 'eva', number: second.number, files: { 'src/more.ts': '1' } });
    await stage.settle();
    expect(conclusions(repository, sha)['readiness']).toBe('success');
    expect(conclusions(repository, second.pull.headSha)['readiness']).not.toBe('success');
  });

  test('a pull request against a branch without gates is told so, and judged when it is retargeted', async () => {
    const repository = await stage.repository('retarget');
    const { people } = stage.github;
    people.createBranch({ repository, as: 'luis', branch: 'lax' });
    const pull = openSmallPull(stage, { repository, branch: 'work', base: 'lax' });
    await stage.settle();
    expect(new Set(Object.values(conclusions(repository, pull.pull.headSha)))).toEqual(new Set(['action_required']));
    people.label({ repository, as: 'luis', number: pull.number, names: ['release'] });
    await stage.settle();
    expect([...repository.comments.values()].filter(({ issueNumber }) => issueNumber === pull.number)).toEqual([]);
    people.changeBase({ repository, as: 'luis', number: pull.number, base: 'main' });
    await stage.settle();
    expect(conclusions(repository, pull.pull.headSha)['checkpoint']).toBe('success');
  });
});

describe('a release', () => {
  test('stays one without its label, and has one report, also beside a pasted marker, made anew when it was deleted', async () => {
    const repository = await stage.repository('release');
    const { people } = stage.github;
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    people.label({ repository, as: 'luis', number: pull.number, names: ['release'] });
    await stage.settle();
    const [report1, ...more] = ownComments(repository, pull.number);
    expect(more).toEqual([]);
    if (!report1) throw new Error('no report was posted');
    const pasted = people.comment({ repository, as: 'luis', number: pull.number, body: `I quote:\n${report1.body}` });
    people.unlabel({ repository, as: 'luis', number: pull.number, names: ['release'] });
    report(repository, pull, 'src/work.ts');
    await stage.settle();
    expect(conclusions(repository, pull.pull.headSha)['readiness']).not.toBe('success');
    expect(ownComments(repository, pull.number).map(({ id }) => id)).toEqual([report1.id]);
    expect(repository.comments.get(pasted.id)?.body).toBe(pasted.body);
    people.deleteComment({ repository, as: 'ana', comment: report1.id });
    await stage.settle();
    await stage.look(repository, pull.number);
    const [anew, ...others] = ownComments(repository, pull.number);
    expect(others).toEqual([]);
    expect(readMarked(anew?.body)?.marker.id).toBe(readMarked(report1.body)?.marker.id);
  });
});

describe('an override', () => {
  test('opens the gates of its head alone, and somebody looks again when it ends', async () => {
    const repository = await stage.repository('override');
    const { people } = stage.github;
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate override production is down, the fix cannot wait' });
    await stage.settle();
    const open = conclusions(repository, pull.pull.headSha);
    expect(new Set(Object.values(open))).toEqual(new Set(['success']));
    const ends = new Date(Date.parse(stage.github.now) + 24 * 3_600_000).toISOString();
    expect(await stage.wakeOf(`${repository.id}/pull/${pull.number}`)).toBe(ends);
    stage.github.now = ends;
    await stage.look(repository, pull.number);
    expect(conclusions(repository, pull.pull.headSha)['coverage']).toBe('action_required');
    people.pushToPull({ repository, as: 'luis', number: pull.number, files: { 'src/work.ts': 'export const c = 1;\n' } });
    await stage.settle();
    expect(conclusions(repository, pull.pull.headSha)['coverage']).toBe('action_required');
  });
});
