import { formatBasisPoints, formatRatio } from '../gates/coverage/format-ratio.ts';
import { meetsFloor, missingToFloor } from '../gates/coverage/meets-floor.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { waivedForComponent } from './apply-waiver.ts';
import { evidenceWords } from './evidence-words.ts';
import { resolveFigure } from './resolve-figure.ts';
import type { Rule } from './rule.ts';
import type { CoverageFigure, RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';
import { summariseParts } from './summarise-parts.ts';

export type CoverageRule = Extract<Rule, { coverage: unknown }>;

/** Coverage of the total, or of each component of a kind, against the rule's floor, else its own. */
export function evaluateCoverageRule(rule: CoverageRule, context: RuleContext): Verdict {
  const { of, floor } = rule.coverage;
  const say = evidenceWords[context.policy.locale];
  const name = of === 'total' ? say.total : (context.policy.text.componentKinds[of]?.title ?? of);
  const node = { id: `coverage.${of}`, title: say.coverage(name) };
  const wanted = floor === undefined ? undefined : resolveFigure(floor, context.policy);
  if (wanted && wanted.value === null) return ruleNode({ ...node, verdict: 'cannot-evaluate', code: wanted.code, reason: wanted.reason, next: wanted.next });
  const reading = context.coverage(of);
  const none =
    of === 'total'
      ? ruleNode({ ...node, verdict: 'cannot-evaluate', code: 'coverage.no-total', reason: say.noReport(node.title, ''), next: say.noReportNext(name) })
      : ruleNode({ ...node, verdict: 'not-applicable', code: 'scope.kind', reason: say.unknownCoverage(name) });
  const parts = reading.map((figure) => {
    const judged = judge(figure, { ruleFloor: wanted?.value ?? undefined, isTotal: of === 'total' }, context);
    return of === 'total' ? judged : waivedForComponent(judged, figure.name, context);
  });
  const judged = summariseParts(parts, node, none);
  return parts.length === 1 ? { ...judged, ...node } : judged;
}

interface Asked {
  readonly ruleFloor: number | undefined;
  readonly isTotal: boolean;
}

function judge(figure: CoverageFigure, { ruleFloor, isTotal }: Asked, context: RuleContext): Verdict {
  const say = evidenceWords[context.policy.locale];
  const node = { id: `coverage.${figure.name}`, title: say.coverage(figure.name) };
  if (figure.state === 'unknown') {
    return ruleNode({ ...node, verdict: figure.verdict, code: figure.code, reason: figure.reason, next: figure.next, deadline: figure.deadline });
  }
  const { covered, total } = figure;
  const floor = { floor: ruleFloor ?? figure.floor, strict: figure.strict };
  if (total === 0)
    return ruleNode({
      ...node,
      verdict: 'cannot-evaluate',
      code: 'coverage.nothing-to-cover',
      reason: say.noReport(node.title, ''),
      next: say.noReportNext(figure.name),
    });
  const note = figure.note === undefined ? '' : `. ${figure.note.replace(/\.$/, '')}`;
  const reason = say.coverageReason(`${formatRatio(figure)} (${covered}/${total})`, formatBasisPoints(floor.floor), floor.strict) + note;
  if (meetsFloor(figure, floor)) return ruleNode({ ...node, verdict: 'pass', code: 'coverage.pass', reason });
  const missing = missingToFloor(figure, floor);
  return ruleNode({
    ...node,
    verdict: 'fail',
    code: 'coverage.below-floor',
    reason,
    next: missing === null ? say.setFloor : say.coverageNext(isTotal ? null : figure.name, missing),
  });
}
