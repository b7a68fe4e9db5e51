import type { KeyedWork } from '../core/keys/keyed-work.ts';
import { readWaitingRuns } from '../github/deployments/read-waiting-runs.ts';
import { readCommandedIssues } from '../github/snapshot/read-commanded-issues.ts';
import { readLabelledPulls } from '../github/snapshot/read-labelled-pulls.ts';
import { readQueuedGroups } from '../github/snapshot/read-queued-groups.ts';
import { findCommandsRead } from '../store/known/find-commands-read.ts';
import { noteCommandsRead } from '../store/known/note-commands-read.ts';
import type { Access, ReconcileContext } from './reconcile-context.ts';

// A policy is looked at far more often than the sweep comes by, and two requests each time would add up.
const lookEvery = 30 * 60_000;
// GitHub's clock is not ours, and its listing may lag behind.
const overlap = 10 * 60_000;
const firstLook = 24 * 3_600_000;

/**
 * Enqueues what no open pull request stands for and whose webhook may be lost: issues with a command that was written since
 * the last look, pull requests that a review may have signed, merge groups that wait, and deployments that wait. Does nothing when the last look was a moment ago.
 */
export async function enqueueMissed(context: ReconcileContext, { github, repository }: Access): Promise<void> {
  const { db } = context.store;
  const now = context.now();
  const read = await findCommandsRead(db, repository.id);
  if (read !== null && Math.abs(Date.parse(now) - Date.parse(read)) < lookEvery) return;
  const since = read === null ? Date.parse(now) - firstLook : Date.parse(read) - overlap;
  const name = { owner: repository.owner, repo: repository.name };
  const at = new Date(since).toISOString();
  const issues = new Set([...(await readCommandedIssues(github, name, at)), ...(await readLabelledPulls(github, name, at))]);
  const groups = await readQueuedGroups(github, name);
  const runs = await readWaitingRuns(github, name);
  const work: KeyedWork[] = [
    ...[...issues].map((number): KeyedWork => ({ key: { kind: 'issue', repository: repository.id, number }, priority: 'later' })),
    ...groups.map((sha): KeyedWork => ({ key: { kind: 'group', repository: repository.id, sha }, priority: 'later' })),
    ...runs.map((run): KeyedWork => ({ key: { kind: 'deploy', repository: repository.id, run }, priority: 'later' })),
  ];
  // Enqueued before it is noted: were we killed between, they are only found again.
  await context.enqueue(work);
  await noteCommandsRead(db, repository.id, now);
}
