import type { Evaluation } from '../gates/gate-result.ts';
import { readMarked, replaceMarked, wrapMarked } from '../markers/marker.ts';
import { renderReadinessReport } from '../report/readiness-report.ts';
import { reportMarkerId } from '../report/report-marker.ts';
import type { CommentFacts, PullFacts } from '../snapshot/facts.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { Write } from './write.ts';

/** Plans the one comment with the readiness report on each release pull request: created once, then edited, and left alone while it says the same. */
export function planReports(evaluation: Evaluation, snapshot: PullSnapshot): Write[] {
  const { policy } = evaluation;
  const gate = evaluation.gates.find(({ gate: id }) => policy?.playbook.gates.some((known) => known.id === id && known.kind === 'readiness'));
  if (!policy || !gate || gate.enforcement === 'off') return [];
  return gate.pulls.flatMap(({ pull, verdict }) => {
    if (verdict.verdict === 'not-applicable') return [];
    const current = snapshot.reportComments[pull.number] ?? null;
    const previous = readMarked(current?.body)?.text ?? null;
    const text = renderReadinessReport({ policy, snapshot, pull, evaluation, previous });
    return planComment(policy.unit, { pull, current, text });
  });
}

function planComment(unit: string, report: { pull: PullFacts; current: CommentFacts | null; text: string }): Write[] {
  const { pull, current, text } = report;
  const marked = readMarked(current?.body);
  if (!current || !marked) return [{ do: 'create-comment', issue: pull.number, body: wrapMarked(unit, reportMarkerId, text), markerId: reportMarkerId }];
  if (marked.text === text.trim()) return [];
  return [{ do: 'update-comment', issue: pull.number, comment: current.id, body: replaceMarked(marked, text), markerId: reportMarkerId }];
}
