import { expect, test } from 'vitest';
import type { Artifact, WorkflowRun } from '../../../src/github/artifacts/evidence-artifacts.ts';
import { lookedRuns } from '../../../src/github/look/looked-runs.ts';
import { headSha, inputOf, lookOf, memory, restOf, seenRun } from './look-world-input.ts';

const wanted = { expected: () => true, actors: false };
const look = lookOf({ suites: { value: { checkRuns: [], ofApps: [], runs: [seenRun] } } });
const listed: WorkflowRun = {
  id: 5,
  path: seenRun.path,
  event: 'push',
  status: 'completed',
  conclusion: 'failure',
  head_sha: headSha,
  head_branch: 'work',
  run_attempt: 2,
  created_at: seenRun.createdAt,
  updated_at: seenRun.updatedAt,
  repository: { id: 7 },
};
const upload = { id: 1, name: 'sprintgate-api', size_in_bytes: 9, expired: false, created_at: seenRun.updatedAt, expires_at: null } as Artifact;

test('a run that REST tells of as the look saw it is kept', async () => {
  const kept = memory();
  await lookedRuns(inputOf({ look, kept, rest: restOf({ runs: async () => [listed] }) })).runs(headSha, wanted);
  expect(await lookedRuns(inputOf({ look, kept })).runs(headSha, wanted)).toEqual([listed]);
});

test.each([
  ['its time', { updated_at: '2027-01-12T17:30:00Z' }],
  ['its end', { conclusion: 'success' }],
])('a run of which REST tells otherwise than the look, by %s, is not kept: one of the two was behind', async (_what, difference) => {
  const kept = memory();
  const behind = { ...listed, run_attempt: 1, ...difference };
  await lookedRuns(inputOf({ look, kept, rest: restOf({ runs: async () => [behind] }) })).runs(headSha, wanted);
  expect(await lookedRuns(inputOf({ look, kept, rest: restOf({ runs: async () => [listed] }) })).runs(headSha, wanted)).toEqual([listed]);
});

test('what was uploaded is listed once more when the run has ended long enough ago for GitHub to list all of it', async () => {
  const kept = memory();
  const worldAt = (now: string, uploads?: Artifact[]) =>
    lookedRuns(inputOf({ look, kept, now, rest: restOf(uploads ? { uploads: async () => uploads } : {}) }));
  expect(await worldAt('2027-01-12T18:00:00Z', []).uploads(listed, 'sprintgate-')).toEqual([]);
  expect(await worldAt('2027-01-12T18:01:00Z').uploads(listed, 'sprintgate-')).toEqual([]);
  expect(await worldAt('2027-01-12T18:30:00Z', [upload]).uploads(listed, 'sprintgate-')).toEqual([upload]);
  expect(await worldAt('2027-01-12T19:30:00Z').uploads(listed, 'sprintgate-')).toEqual([upload]);
});
