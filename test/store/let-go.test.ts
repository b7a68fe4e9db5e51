import { expect, test } from 'vitest';
import { letGo } from '../../src/app/let-go.ts';
import type { SealedBundle } from '../../src/core/evidence/bundle/bundle.ts';
import { findBundles } from '../../src/store/evidence/find-bundles.ts';
import { forgetEvidence } from '../../src/store/evidence/forget-evidence.ts';
import { saveBundle } from '../../src/store/evidence/save-bundle.ts';
import { noteWaitingRun } from '../../src/store/known/note-waiting-run.ts';
import { savePull } from '../../src/store/known/save-pull.ts';
import type { Store } from '../../src/store/store.ts';
import { onEveryStore } from '../support/every-store.ts';

const repository = 1;
const sha = (letter: string) => letter.repeat(40);

function bundleOf(runId: number, headSha: string): SealedBundle {
  const identity = {
    repositoryId: repository,
    headSha,
    testedSha: headSha,
    testedTree: `tree of ${runId}`,
    baseSha: null,
    workflowPath: '.github/workflows/ci.yml',
    event: 'pull_request',
    job: 'test',
    uploadName: 'coverage',
    runId,
    runAttempt: 1,
  };
  return { identity, provenance: { kind: 'self-reported' }, completedAt: '2027-01-11T10:00:00Z', readerVersion: 1, content: Buffer.from('sealed') };
}

/** Evidence that was last used on a day. */
async function keep({ db }: Store, bundle: SealedBundle, usedOn: string): Promise<void> {
  await saveBundle(db, bundle, bundle.identity.runId);
  await db.query('update sprintgate.bundles set used_on = $1::date where run_id = $2', [usedOn, bundle.identity.runId]);
}

async function pull({ db }: Store, number: number, now: { readonly headSha: string; readonly open: boolean; readonly updatedAt: string }): Promise<void> {
  await savePull(db, { repository, number, baseRef: 'main', ...now });
}

const runsLeft = async ({ db }: Store) =>
  (await db.query<{ run_id: number }>('select run_id from sprintgate.bundles order by run_id')).map((row) => row.run_id);
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

onEveryStore((store) => {
  test('evidence goes when nothing used it for its time, but never that of an open head or of a commit that waits to be deployed', async () => {
    const { db } = store();
    for (const [runId, letter] of ['a', 'b', 'c', 'd', 'e'].entries()) await keep(store(), bundleOf(runId, sha(letter)), '2026-01-01');
    await pull(store(), 10, { headSha: sha('a'), open: true, updatedAt: '2026-01-01T00:00:00Z' });
    await noteWaitingRun(db, repository, { run: 99, headSha: sha('b') });
    await pull(store(), 11, { headSha: sha('c'), open: false, updatedAt: '2026-01-01T00:00:00Z' });
    // A look rests on the evidence of a commit with the same tree.
    expect(await findBundles(db, { repository, tree: 'tree of 3', usedOn: '2027-01-01' })).toHaveLength(1);
    expect(await forgetEvidence(db, '2026-12-01')).toBe(2);
    expect(await runsLeft(store())).toEqual([0, 1, 3]);
    expect(await db.query('select distinct run_id from sprintgate.bundle_parts order by run_id')).toHaveLength(3);
    expect(await forgetEvidence(db, '2026-12-01')).toBe(0);
  });

  test('evidence that a ledger replay alone reads is not used by it', async () => {
    const { db } = store();
    await keep(store(), bundleOf(1, sha('a')), '2026-01-01');
    expect(await findBundles(db, { repository, commit: sha('a') })).toHaveLength(1);
    expect(await forgetEvidence(db, '2026-01-02')).toBe(1);
  });

  test('many uploads go in turns', async () => {
    for (let runId = 0; runId < 120; runId += 1) await saveBundle(store().db, bundleOf(runId, sha('a')));
    expect(await forgetEvidence(store().db, '2999-01-01')).toBe(120);
  });

  test('a sweep lets go of pull requests that closed a month ago, and of evidence after its own time or the ledger’s', async () => {
    const context = { store: store(), log, privateKey: '', now: () => '2027-03-01T00:00:00.000Z' };
    await pull(store(), 1, { headSha: sha('a'), open: true, updatedAt: '2026-01-01T00:00:00Z' });
    await pull(store(), 2, { headSha: sha('b'), open: false, updatedAt: '2027-01-29T00:00:00Z' });
    await pull(store(), 3, { headSha: sha('c'), open: false, updatedAt: '2027-01-31T00:00:00Z' });
    await keep(store(), bundleOf(1, sha('d')), '2026-08-01');
    await keep(store(), bundleOf(2, sha('d')), '2026-12-01');
    await keep(store(), bundleOf(3, sha('d')), '2027-02-01');
    await letGo(context, {})();
    expect((await store().db.query<{ number: number }>('select number from sprintgate.pulls order by number')).map(({ number }) => number)).toEqual([1, 3]);
    expect(await runsLeft(store())).toEqual([1, 2, 3]);
    await letGo(context, { ledgerRetentionDays: 31, evidenceRetentionDays: 200 })();
    expect(await runsLeft(store())).toEqual([2, 3]);
    // The ledger's 31 days are too few for what is carried forward.
    await letGo({ ...context, now: () => '2027-03-12T00:00:00.000Z' }, { ledgerRetentionDays: 31 })();
    expect(await runsLeft(store())).toEqual([3]);
  });
});
