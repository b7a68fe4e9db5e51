import type { Evaluation } from '../gates/gate-result.ts';
import { readMarked } from '../markers/marker.ts';
import { renderReadinessReport } from '../report/readiness-report.ts';
import { reportMarkerId } from '../report/report-marker.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { planComment } from './plan-comment.ts';
import type { Write } from './write.ts';

/** Plans the one comment with the readiness report on each release pull request: created once, then edited, and left alone while it says the same. */
export function planReports(evaluation: Evaluation, snapshot: PullSnapshot): Write[] {
  const { policy } = evaluation;
  const gate = evaluation.gates.find(({ gate: id }) => policy?.playbook.gates.some((known) => known.id === id && known.kind === 'readiness'));
  if (!policy || !gate || gate.enforcement === 'off') return [];
  return gate.pulls.flatMap(({ pull, verdict }) => {
    const current = snapshot.reportComments[pull.number];
    // Undefined: nobody looked for a report, so nobody knows that there is none. Null: looked for, and not there.
    if (current === undefined || verdict.verdict === 'not-applicable' || evaluation.outside.includes(pull)) return [];
    const previous = readMarked(current?.body)?.text ?? null;
    const text = renderReadinessReport({ policy, snapshot, pull, evaluation, previous });
    return planComment({ unit: policy.unit, markerId: reportMarkerId, issue: pull.number, current, text });
  });
}
