import type { Component } from '../../policy/policy.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { CoverageContext } from './coverage-context.ts';
import { coverageLeaf, unknownNode } from './coverage-node.ts';
import type { ComponentState } from './figure-state.ts';
import { formatBasisPoints, formatRatio } from './format-ratio.ts';
import { meetsFloor, missingToFloor } from './meets-floor.ts';
import { nameAmbiguous } from './name-ambiguous.ts';
import { patchCoverage } from './patch-coverage.ts';
import { whereToCover } from './where-to-cover.ts';

/** Judges a component against its floor. A changed source that no report mentions leaves it without a verdict. */
export function componentVerdict(context: CoverageContext, { figures, state }: ComponentState): Verdict {
  const { words } = context;
  const { component } = figures;
  const place = { id: `${context.gate}.component.${component.id}`, title: componentTitle(context, component) };
  if (state.kind === 'absent') return coverageLeaf({ ...place, verdict: 'not-applicable', code: 'coverage.no-sources', reason: words.noSources(component.id) });
  if (state.kind === 'unknown') return unknownNode(place, state);
  const { unreported } = patchCoverage(figures, context.pull);
  if (unreported.length > 0) {
    const doubt = nameAmbiguous(words, figures, unreported);
    return coverageLeaf({
      ...place,
      verdict: 'cannot-evaluate',
      code: 'coverage.changed-unreported',
      reason: words.changedUnreported(unreported) + doubt,
      next: doubt === '' ? words.changedUnreportedNext(component.id) : words.ambiguousNext,
    });
  }
  const floor = { floor: component.floor, strict: false };
  const measured = words.measured(formatRatio(state.count), state.count, words.metric[state.metric]);
  const asked = words.floorAtLeast(formatBasisPoints(component.floor));
  const carried = state.carried ? ` ${words.carry.from(state.carried)}` : '';
  if (meetsFloor(state.count, floor))
    return coverageLeaf({
      ...place,
      verdict: 'pass',
      code: 'coverage.reached',
      reason: words.reached(measured, asked) + carried,
      brief: words.brief(component.id, formatRatio(state.count), null),
    });
  const missing = missingToFloor(state.count, floor);
  const next =
    missing === null
      ? words.cannotReach
      : words.cover(missing, (missing === 1 ? words.metricOne : words.metric)[state.metric], whereToCover(figures, state.metric));
  return coverageLeaf({
    ...place,
    verdict: 'fail',
    code: 'coverage.below-floor',
    reason: words.below(measured, asked) + carried,
    next,
    brief: words.brief(component.id, formatRatio(state.count), formatBasisPoints(component.floor)),
  });
}

export function componentTitle(context: CoverageContext, component: Component): string {
  const kind = context.policy.text.componentKinds[component.kind]?.title ?? component.kind;
  return context.words.componentTitle(component.id, kind);
}
