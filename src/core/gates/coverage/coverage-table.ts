import type { Count } from '../../evidence/report.ts';
import { escapeMarkdown } from '../../report/markdown.ts';
import { outcomeSigns } from '../../report/outcome-signs.ts';
import { renderTable } from '../../report/render-table.ts';
import { reportWords } from '../../report/report-words.ts';
import type { Outcome } from '../../verdict/verdict.ts';
import type { GateInput } from '../gate-input.ts';
import { componentVerdict } from './component-verdict.ts';
import { baseCoverage, looksAtBase } from './base-coverage.ts';
import { type BaseFigure, baseFigureOf, baseTotal } from './base-figure.ts';
import { coverageReports } from './coverage-evidence.ts';
import { coverageContext } from './coverage-context.ts';
import type { CoverageContext } from './coverage-context.ts';
import { formatChange } from './drop.ts';
import { formatBasisPoints, formatRatio } from './format-ratio.ts';
import { patchCoverage } from './patch-coverage.ts';
import { totalVerdict } from './total-verdict.ts';

const none = '–';

/** The coverage gate's figures as a Markdown table: floor, covered of total, ratio, change against the base where the policy looks at it, changed lines and verdict of each component. Empty where nothing was measured. */
export function renderCoverageTable(input: GateInput): string {
  const context = coverageContext(input);
  if (!context.states.some(({ state }) => state.kind === 'measured')) return '';
  const say = context.words.table;
  const compares = looksAtBase(context.policy);
  const base = compares ? baseCoverage(context) : null;
  const table = renderTable({
    header: [say.component, say.floor, say.covered, say.ratio, ...(compares ? [say.base] : []), say.patch, say.verdict],
    rows: [...context.states.map((_, index) => componentRow(context, { index, base })), totalRow(context, base)],
    align: ['l', 'r', 'r', 'r', ...(compares ? ['r' as const] : []), 'r', 'l'],
  });
  return [table, ...footnotes(context)].join('\n\n');
}

function componentRow(context: CoverageContext, { index, base }: { index: number; base: CoverageContext | null }): string[] {
  const component = context.states[index];
  if (!component) return [];
  const { figures, state } = component;
  const verdict = componentVerdict(context, component);
  const { count: patch, inMerge } = patchCoverage(figures, context.pull);
  const measured = state.kind === 'measured' ? state : null;
  return [
    escapeMarkdown(figures.component.id),
    `≥ ${formatBasisPoints(figures.component.floor)}`,
    measured ? `${measured.count.covered} / ${measured.count.total} ${context.words.metric[measured.metric]}` : none,
    measured ? formatRatio(measured.count) + (measured.carried ? ` (${context.words.carry.cell(measured.carried)})` : '') : none,
    ...change(
      context,
      measured && { count: measured.count, base: () => baseFigureOf(context, { base, component: figures.component.id, metric: measured.metric }) },
    ),
    measured && patch.total > 0 && inMerge.length === 0 ? `${formatRatio(patch)} (${patch.covered} / ${patch.total})` : none,
    signed(context, verdict.verdict),
  ];
}

function totalRow(context: CoverageContext, base: CoverageContext | null): string[] {
  const { floor, strict } = context.policy.coverage.total;
  const { count } = context.figures.total;
  const verdict = totalVerdict(context);
  const known = count && verdict.verdict !== 'cannot-evaluate' && verdict.verdict !== 'pending' ? count : null;
  return [
    `**${context.words.table.total}**`,
    `${strict ? '>' : '≥'} ${formatBasisPoints(floor)}`,
    known ? `${known.covered} / ${known.total}` : none,
    known ? formatRatio(known) + carriedOf(context) : none,
    ...change(context, known && { count: known, base: () => baseTotal(context, { base, metrics: context.figures.total.metrics }) }),
    none,
    signed(context, verdict.verdict),
  ];
}

/** Which components of the total are carried forward. */
function carriedOf({ states, words }: CoverageContext): string {
  const parts = states.flatMap(({ figures, state }) =>
    state.kind === 'measured' && state.carried ? [`${escapeMarkdown(figures.component.id)}: ${words.carry.cell(state.carried)}`] : [],
  );
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

/** The cell of the change against the base; none where the policy does not look at it. */
function change({ policy }: CoverageContext, compared: { readonly count: Count; readonly base: () => BaseFigure } | null): string[] {
  if (!looksAtBase(policy)) return [];
  const base = compared?.base();
  return [compared && base?.kind === 'measured' ? formatChange({ head: compared.count, base: base.count }) : none];
}

function signed({ policy }: CoverageContext, outcome: Outcome): string {
  return `${outcomeSigns[outcome]} ${reportWords[policy.locale].outcome[outcome]}`;
}

/** What a reader must know to trust the figures: which files could not be placed, and what is doubtful in the reports. */
function footnotes(context: CoverageContext): string[] {
  const say = context.words.table;
  const { unmapped, ambiguous } = context.figures.covered;
  const doubts = coverageReports(context.policy, context.snapshot.evidence).flatMap((report) => report.flags.map((flag) => `${report.file}: ${flag}`));
  return [
    ...(unmapped.length > 0 ? [`${say.unmapped}: ${paths(unmapped.map((file) => file.path))}`] : []),
    ...(ambiguous.length > 0 ? [`${say.ambiguous}: ${paths(ambiguous.map(({ file }) => file.path))}`] : []),
    ...(doubts.length > 0 ? [`${say.doubts}: ${paths(doubts)}`] : []),
  ];
}

function paths(all: readonly string[]): string {
  const shown = all.slice(0, 5).map(escapeMarkdown).join(', ');
  return all.length > 5 ? `${shown} (+${all.length - 5})` : shown;
}
