import { evaluate } from '../../../src/core/gates/evaluate.ts';
import type { GateVerdict } from '../../../src/core/verdict/verdict.ts';
import { renderCheckOutput } from '../../../src/core/report/check-output.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';
import type { Report } from '../../../src/core/evidence/report.ts';
import { authorities, decision, inForce, issue, milestone, policyOf } from '../people/people-fixtures.ts';
import { trace } from '../gates/coverage/coverage-sample.ts';
import { world } from '../rules/rule-world.ts';

export interface Titled {
  readonly situation: string;
  readonly title: string;
  readonly verdict: GateVerdict;
}

const name = 'customer-onboarding-and-verification';
const config = `${authorities}components:
  ${name}-api: { kind: api, paths: ["src/api/**"] }
  ${name}-web: { kind: frontend, paths: ["src/web/**"] }
release: { branches: [main], heads: ["release/**"], labels: [release] }
`;
const days = ['2027-01-05', '2027-01-20', '2027-03-20', '2027-06-20', '2027-12-20'];
const gone = ['decisions', 'evidence', 'tree', 'changes', 'seeded', 'milestones', 'check runs', 'issues', 'closing issues', 'compare', 'merge base'];

const coverage = (covered: number, total: number): Report => trace(['src/api/a.ts', covered, total], ['src/web/w.ts', covered, total]);

const situations = (locale: 'es' | 'en'): Readonly<Record<string, Partial<PullSnapshot>>> => ({
  'nothing is there': {},
  'it has no configuration': { policy: { kind: 'absent' } },
  'its configuration is broken': { policy: { kind: 'broken', problems: [], locale } },
  'it is held': { decisions: [decision('hold', 'pull/12', { reason: 'wait until the legal department of the bank has read all of the opinion' })] },
  'it is overridden': {
    decisions: [
      decision('override', 'pull/12', {
        until: '2028-01-29T10:00:00Z',
        reason: 'production is down and the fix cannot wait at all',
        commits: { from: null, to: 'a'.repeat(40) },
      }),
    ],
  },
  'a review is rejected': {
    decisions: [decision('reject', 'architecture-review', { reason: 'the threat model lacks the batch path and all of its consumers' })],
  },
  'a review is signed with conditions': { decisions: [decision('approve-with-conditions', 'architecture-review', { conditions: ['rotate the keys'] })] },
  'workflows run': {
    evidence: { bundles: [], runningWorkflows: [{ path: '.github/workflows/integration-and-delivery.yml', startedAt: '2027-01-20T17:59:00Z' }], refused: [] },
  },
  'a report was refused': {
    evidence: {
      bundles: [],
      runningWorkflows: [],
      refused: [{ uploadName: 'sprintgate-coverage-of-everything', runId: 1, reason: 'it is larger than 50 MB' }],
    },
  },
  'items are seeded': { seeded: [issue(7, 's00.checkpoint'), issue(17, 's01.checkpoint')], milestones: [milestone(1, 's00')] },
  ...Object.fromEntries(
    gone.map((what) => [
      `${what} cannot be read`,
      { unavailable: [{ what, why: 'Resource not accessible by integration; the app needs the permission actions: read' }] },
    ]),
  ),
});

/** The title of every check in many situations, in one language: alone, and as the warning of one of two pull requests. */
export function everyTitle(locale: 'es' | 'en'): Titled[] {
  const policy = policyOf(config, locale);
  return Object.entries(situations(locale)).flatMap(([situation, facts], index) =>
    // What is there in general is looked at all year, the rest on one day.
    (index === 0 ? days : days.slice(2, 3)).flatMap((day) =>
      ['work', 'release/1.0'].flatMap((ref) =>
        (index === 0 ? [[], [coverage(1, 90)], [coverage(90, 90)]] : [[]]).flatMap((reports) => {
          const made = world({ reports, pull: { head: { sha: 'a'.repeat(40), ref, repositoryId: 7 } } }).snapshot;
          return titlesOf({ ...made, now: `${day}T18:00:00Z`, policy: inForce(policy), ...facts }, `${situation}, ${day}, ${ref}`);
        }),
      ),
    ),
  );
}

function titlesOf(snapshot: PullSnapshot, situation: string): Titled[] {
  const policy = snapshot.policy.kind === 'in-force' ? snapshot.policy.policy : null;
  return evaluate(snapshot).gates.flatMap((gate) => {
    const [first] = gate.pulls;
    if (!first) return [];
    const two = { ...gate, enforcement: 'warn' as const, pulls: [first, { ...first, pull: { ...first.pull, number: 123_456 } }] };
    return [gate, two].map((shown) => ({ situation, title: renderCheckOutput({ gate: shown, policy, snapshot, outside: [] }).title, verdict: first.verdict }));
  });
}
