import type { Verdict } from '../../verdict/verdict.ts';
import type { Count } from '../../evidence/report.ts';
import { bindingBlock } from '../checkpoint/binding-block.ts';
import type { CoverageMetric } from './component-coverage.ts';
import type { CoverageContext } from './coverage-context.ts';
import { coverageLeaf, unknownNode } from './coverage-node.ts';
import type { UnknownFigure } from './figure-state.ts';
import { formatBasisPoints, formatRatio } from './format-ratio.ts';
import { meetsFloor, missingToFloor } from './meets-floor.ts';

/** Judges the total, strictly above its floor where the policy says so. Not applicable before the block from which it binds. */
export function totalVerdict(context: CoverageContext): Verdict {
  const { policy, words } = context;
  const place = { id: `${context.gate}.total`, title: words.totalTitle };
  if (!totalBinds(context)) {
    const block = policy.text.blocks[policy.coverage.total.from]?.title ?? policy.coverage.total.from;
    return coverageLeaf({ ...place, verdict: 'not-applicable', code: 'coverage.not-yet', reason: words.notYet(block) });
  }
  const total = totalFigure(context);
  return total.kind === 'unknown' ? unknownNode(place, total) : judge(context, place, total);
}

export interface TotalFigure {
  readonly kind: 'measured';
  readonly count: Count;
  readonly metrics: readonly CoverageMetric[];
}

/** The total, or why it cannot be formed: it needs every component that has sources. */
export function totalFigure(context: CoverageContext): TotalFigure | UnknownFigure {
  const { words } = context;
  const gaps = context.states.flatMap(({ figures, state }) => (state.kind === 'unknown' ? [{ id: figures.component.id, state }] : []));
  const broken = gaps.find(({ state }) => state.verdict === 'cannot-evaluate');
  const [first] = gaps;
  if (first && !broken) return first.state;
  if (broken) {
    const ids = gaps.map(({ id }) => id);
    return { kind: 'unknown', verdict: 'cannot-evaluate', code: 'coverage.total-incomplete', reason: words.totalNeedsAll(ids), next: words.totalNeedsAllNext };
  }
  const { count, metrics } = context.figures.total;
  if (count) return { kind: 'measured', count, metrics };
  return {
    kind: 'unknown',
    verdict: 'cannot-evaluate',
    code: 'coverage.no-total',
    reason: words.noReport([]),
    next: words.upload(`${context.policy.evidence.uploads}-coverage`),
  };
}

/** Which components of the total are carried forward, as sentences; empty where all are of this commit. */
export function carriedParts({ states, words }: CoverageContext): string {
  return states
    .flatMap(({ figures, state }) => (state.kind === 'measured' && state.carried ? [words.carry.part(figures.component.id, state.carried)] : []))
    .join(' ');
}

function judge(context: CoverageContext, place: { id: string; title: string }, { count, metrics }: TotalFigure): Verdict {
  const { words } = context;
  const { floor, strict } = context.policy.coverage.total;
  const units = metrics.map((metric) => words.metric[metric]).join(' + ');
  const measured = words.measured(formatRatio(count), count, metrics.length > 1 ? words.mixedTotal(units) : units);
  const asked = strict ? words.floorAbove(formatBasisPoints(floor)) : words.floorAtLeast(formatBasisPoints(floor));
  const parts = carriedParts(context);
  const carried = parts === '' ? '' : ` ${parts}`;
  if (meetsFloor(count, { floor, strict }))
    return coverageLeaf({
      ...place,
      verdict: 'pass',
      code: 'coverage.reached',
      reason: words.reached(measured, asked) + carried,
      brief: words.brief(words.briefTotal, formatRatio(count), null),
    });
  const isAtFloor = meetsFloor(count, { floor, strict: false });
  const missing = missingToFloor(count, { floor, strict });
  const asking = metrics.map((metric) => (missing === 1 ? words.metricOne : words.metric)[metric]).join(' + ');
  const where = context.states.map((state) => `\`${state.figures.component.id}\``).join(', ');
  const next = missing === null ? words.cannotReach : words.cover(missing, asking, { where, worst: '' });
  return coverageLeaf({
    ...place,
    verdict: 'fail',
    code: 'coverage.below-floor',
    reason: (isAtFloor ? words.notAbove : words.below)(measured, asked) + carried,
    next,
    brief: words.brief(words.briefTotal, formatRatio(count), strict ? words.floorAbove(formatBasisPoints(floor)) : formatBasisPoints(floor)),
  });
}

function totalBinds(context: CoverageContext): boolean {
  const { policy } = context;
  const position = (id: string): number => policy.playbook.blocks.findIndex((block) => block.id === id);
  const from = position(policy.coverage.total.from);
  // A block that the playbook does not know would never come: bind at once rather than never.
  return from < 0 || bindingBlock(context) >= from;
}
