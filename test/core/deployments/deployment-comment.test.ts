import { describe, expect, test } from 'vitest';
import type { DeploymentDecision } from '../../../src/core/deployments/decide-deployment.ts';
import { deploymentComment, longestComment } from '../../../src/core/deployments/deployment-comment.ts';
import { deploymentSnapshot } from '../../../src/core/deployments/deployment-snapshot.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';
import type { GateVerdict, Outcome } from '../../../src/core/verdict/verdict.ts';
import { samplePolicy } from '../backlog/sample-policy.ts';

const waits: DeploymentDecision = { state: 'waits', because: 'not-yet', rejectAt: null };

function verdict(outcome: Outcome, children = 1): GateVerdict {
  const child = (index: number) => ({
    id: `c${index}`,
    title: `Criterion ${index} of @acme/team`,
    verdict: outcome,
    code: 'files.none',
    reason: `Nothing was found for ${index}, `.repeat(20),
    next: `Do step ${index}, `.repeat(30),
    children: [],
  });
  return {
    gate: 'readiness',
    id: 'readiness',
    title: 'Readiness',
    verdict: outcome,
    code: `readiness.${outcome}`,
    reason: `It is ${outcome}`,
    next: null,
    children: Array.from({ length: children }, (_, index) => child(index)),
  };
}

function comment(change: Partial<Parameters<typeof deploymentComment>[0]> = {}): string {
  return deploymentComment({
    locale: 'en',
    decision: waits,
    verdicts: [verdict('fail')],
    obstacle: null,
    freeze: null,
    refused: null,
    sha: 'a'.repeat(40),
    lastWord: false,
    ...change,
  });
}

describe('the comment at a deployment', () => {
  test.each(['en', 'es'] as const)('is never longer than GitHub takes, whatever is wrong (%s)', (locale) => {
    for (const count of [0, 1, 3, 40, 400]) {
      const freeze = `Frozen: ${'x'.repeat(400)}`;
      const text = comment({ locale, verdicts: [verdict('fail', count)], freeze, decision: { ...waits, rejectAt: '2027-01-19T18:00:00.000Z' } });
      expect(text.length).toBeLessThanOrEqual(longestComment);
      expect(text).toContain('2027-01-19 18:00 UTC');
    }
  });

  test('counts what there is no room for', () => {
    expect(comment({ verdicts: [verdict('fail', 40)] })).toMatch(/- …and \d+ more\n/);
  });

  test('tells the worst of several pull requests, and notifies nobody', () => {
    const text = comment({ verdicts: [verdict('pass'), verdict('pending'), verdict('fail')] });
    expect(text).toContain('**Waiting.** It is fail');
    expect(text).not.toMatch(/@acme/);
  });

  test('an approval lists nothing to do', () => {
    const text = comment({ decision: { state: 'approved', because: 'holds', rejectAt: null }, verdicts: [verdict('pass')] });
    expect(text).toBe('**Approved.** It is pass\n\nCommit `aaaaaaaaaa`.');
  });

  test('a rejection for waiting too long says until when it waited', () => {
    const text = comment({ locale: 'es', decision: { state: 'rejected', because: 'late', rejectAt: '2027-01-19T18:00:00.000Z' } });
    expect(text).toContain('esperó hasta 2027-01-19 18:00 UTC');
  });
});

test('a commit is judged as a release for its environment’s target, and an override of a pull request’s head does not open it', () => {
  const snapshot = {
    headSha: 'b'.repeat(40),
    policy: { kind: 'in-force', policy: samplePolicy(), commit: null, problems: [], lastGood: false },
    pulls: [{ number: 7, head: { sha: 'a'.repeat(40), ref: 'work', repositoryId: 1 } }],
    knownReleases: [],
  } as unknown as PullSnapshot;
  const judged = deploymentSnapshot(snapshot, 'alpha');
  expect(judged.policy).toMatchObject({ policy: { release: { target: 'alpha', branches: ['main'] } } });
  expect(judged.knownReleases).toEqual([7]);
  expect(judged.pulls[0]?.head.sha).toBe('b'.repeat(40));
});
