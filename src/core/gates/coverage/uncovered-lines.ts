import type { Verdict } from '../../verdict/verdict.ts';
import type { GateInput } from '../gate-input.ts';
import { coverageContext } from './coverage-context.ts';
import { lineRanges } from './line-ranges.ts';
import { patchCoverage } from './patch-coverage.ts';

/** Neighbouring changed lines that no test runs. */
export interface UncoveredLines {
  readonly component: string;
  readonly path: string;
  readonly from: number;
  readonly to: number;
  /** True where the change of the component does not reach its floor. */
  readonly fails: boolean;
}

/**
 * The uncovered changed lines of a pull request, worst first: components that fail, then the file with most of them, then the
 * longest range. Nothing of a component whose change is not judged: its lines are not known, or not final.
 */
export function uncoveredLines(input: GateInput, verdict: Verdict): UncoveredLines[] {
  const judged = judgedPatches(input, verdict);
  if (judged.size === 0) return [];
  const { states, pull } = coverageContext(input);
  const files = states.flatMap(({ figures, state }) => {
    const component = figures.component.id;
    const fails = judged.get(component);
    if (state.kind !== 'measured' || fails === undefined) return [];
    return patchCoverage(figures, pull).missed.map((file) => ({ ...file, component, fails }));
  });
  return files
    .sort((a, b) => Number(b.fails) - Number(a.fails) || b.lines.length - a.lines.length || (a.path < b.path ? -1 : 1))
    .flatMap(({ component, path, lines, fails }) =>
      lineRanges(lines)
        .toSorted(([from, to], [otherFrom, otherTo]) => otherTo - otherFrom - (to - from))
        .map(([from, to]) => ({ component, path, from, to, fails })),
    );
}

/** By component whose change is judged, whether it fails. */
function judgedPatches({ policy, gate }: GateInput, verdict: Verdict): ReadonlyMap<string, boolean> {
  const patch = verdict.children.find(({ id }) => id === `${gate}.patch`);
  const outcomes = new Map(patch?.children.map((node) => [node.id, node.verdict]));
  return new Map(
    policy.components.flatMap(({ id }) => {
      const outcome = outcomes.get(`${gate}.patch.${id}`);
      return outcome === 'pass' || outcome === 'fail' ? [[id, outcome === 'fail'] as const] : [];
    }),
  );
}
