import type { Verdict } from '../../verdict/verdict.ts';
import type { CoverageContext } from './coverage-context.ts';
import { coverageGroup, coverageLeaf, unknownNode } from './coverage-node.ts';
import type { ComponentState } from './figure-state.ts';
import { formatBasisPoints, formatRatio } from './format-ratio.ts';
import { lineRanges } from './line-ranges.ts';
import { meetsFloor } from './meets-floor.ts';
import { nameAmbiguous } from './name-ambiguous.ts';
import { patchCoverage } from './patch-coverage.ts';
import type { PatchFigures } from './patch-coverage.ts';

/** Judges the changed lines of each component against its floor. */
export function patchVerdict(context: CoverageContext): Verdict {
  const { words } = context;
  const children = context.states.map((state) => componentPatch(context, state));
  return coverageGroup({ id: `${context.gate}.patch`, title: words.patchTitle }, children, words.allHold);
}

/** Lines that a change may leave uncovered: at least as many as one of `smallChange` lines may, so that three lines are not judged to the percent. */
export function allowedMisses(total: number, limits: { readonly floor: number; readonly smallChange: number }): number {
  const lines = Math.max(total, limits.smallChange);
  return Number((BigInt(lines) * BigInt(10_000 - limits.floor)) / 10_000n);
}

function componentPatch(context: CoverageContext, { figures, state }: ComponentState): Verdict {
  const { words } = context;
  const { component } = figures;
  const place = { id: `${context.gate}.patch.${component.id}`, title: words.patchOf(component.id) };
  const nothing = coverageLeaf({ ...place, verdict: 'not-applicable', code: 'coverage.nothing-changed', reason: words.nothingChanged });
  if (state.kind === 'absent') return nothing;
  const leftOut = context.pull.filesLeftOut ?? 0;
  if (leftOut > 0) {
    return coverageLeaf({
      ...place,
      verdict: 'cannot-evaluate',
      code: 'coverage.files-left-out',
      reason: words.filesLeftOut(leftOut),
      next: words.patchUnknownNext,
    });
  }
  if (state.kind === 'unknown') return touches(context, figures.sources) || !context.figures.treeKnown ? unknownNode(place, state) : nothing;
  const patch = patchCoverage(figures, context.pull);
  if (patch.unreported.length > 0) {
    const doubt = nameAmbiguous(words, figures, patch.unreported);
    return coverageLeaf({
      ...place,
      verdict: 'cannot-evaluate',
      code: 'coverage.changed-unreported',
      reason: words.changedUnreported(patch.unreported) + doubt,
      next: doubt === '' ? words.changedUnreportedNext(component.id) : words.ambiguousNext,
    });
  }
  if (patch.inMerge.length > 0) {
    return coverageLeaf({
      ...place,
      verdict: 'cannot-evaluate',
      code: 'coverage.patch-in-merge',
      reason: words.patchInMerge(patch.inMerge),
      next: words.patchInMergeNext,
    });
  }
  if (patch.withoutPatch.length > 0) {
    return coverageLeaf({
      ...place,
      verdict: 'cannot-evaluate',
      code: 'coverage.patch-unknown',
      reason: words.patchUnknown(patch.withoutPatch),
      next: words.patchUnknownNext,
    });
  }
  if (patch.withoutLines.length > 0) {
    return coverageLeaf({
      ...place,
      verdict: 'cannot-evaluate',
      code: 'coverage.no-lines',
      reason: words.patchWithoutLines(patch.withoutLines),
      next: words.patchWithoutLinesNext,
    });
  }
  return patch.count.total === 0 ? nothing : judge(context, { place, patch, floor: component.floor, name: words.briefChange(component.id) });
}

function judge(context: CoverageContext, subject: { place: { id: string; title: string }; patch: PatchFigures; floor: number; name: string }): Verdict {
  const { words, policy } = context;
  const { place, patch, floor, name } = subject;
  const { count } = patch;
  const { smallChange } = policy.coverage;
  const measured = words.measured(formatRatio(count), count, words.metric.lines);
  const asked = words.floorAtLeast(formatBasisPoints(floor));
  if (meetsFloor(count, { floor, strict: false }))
    return coverageLeaf({
      ...place,
      verdict: 'pass',
      code: 'coverage.patch-reached',
      reason: words.patchReached(measured, asked),
      brief: words.brief(name, formatRatio(count), null),
    });
  const missed = count.total - count.covered;
  const allowed = allowedMisses(count.total, { floor, smallChange });
  if (missed <= allowed) {
    return coverageLeaf({
      ...place,
      verdict: 'pass',
      code: 'coverage.patch-tolerated',
      reason: words.patchTolerated(measured, { missed, allowed, small: smallChange }),
      brief: words.brief(name, formatRatio(count), null),
    });
  }
  return coverageLeaf({
    ...place,
    verdict: 'fail',
    code: 'coverage.patch-below',
    reason: words.patchBelow(measured, asked),
    next: words.patchNext(missed - allowed, where(patch)),
    brief: words.brief(name, formatRatio(count), formatBasisPoints(floor)),
  });
}

function touches(context: CoverageContext, sources: readonly string[]): boolean {
  const own = new Set(sources);
  return context.pull.files.some((file) => file.status !== 'removed' && own.has(file.path));
}

/** `src/api/a.ts` 12-14, 20: the first files and lines that are uncovered. */
function where(patch: PatchFigures): string {
  const shown = patch.missed
    .slice(0, 3)
    .map(({ path, lines }) => `\`${path.replaceAll('`', "'")}\` ${lineRanges(lines).slice(0, 5).map(rangeText).join(', ')}`);
  return shown.join('; ') + (patch.missed.length > 3 ? '; …' : '');
}

function rangeText([from, to]: readonly [number, number]): string {
  return from === to ? String(from) : `${from}-${to}`;
}
