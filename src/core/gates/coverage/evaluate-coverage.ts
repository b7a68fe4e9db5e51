import type { GateVerdict, Verdict } from '../../verdict/verdict.ts';
import type { GateInput } from '../gate-input.ts';
import { outsideVerdicts } from './changed-outside.ts';
import { componentVerdict } from './component-verdict.ts';
import { coverageContext } from './coverage-context.ts';
import type { CoverageContext } from './coverage-context.ts';
import { coverageGroup, coverageLeaf } from './coverage-node.ts';
import { dropVerdicts } from './drop-verdict.ts';
import { patchVerdict } from './patch-verdict.ts';
import { totalVerdict } from './total-verdict.ts';
import { unreportedVerdicts } from './unreported-verdicts.ts';

/**
 * Judges the coverage of the head commit: total, components, change, and the drop against the base where that is limited. Missing, empty or unreadable evidence is
 * `cannot-evaluate`; evidence that machines still work on is `pending` until its deadline. Not applicable only while the
 * repository has no source code at all.
 */
export function evaluateCoverage(input: GateInput): GateVerdict {
  const context = coverageContext(input);
  const place = { id: context.gate, title: context.policy.text.gates[context.gate]?.title ?? context.words.title };
  const obstacle = obstacleOf(context, place);
  if (obstacle) return { ...obstacle, gate: context.gate };
  const { words, gate } = context;
  const components = coverageGroup(
    { id: `${gate}.components`, title: words.componentsTitle },
    context.states.map((state) => componentVerdict(context, state)),
    words.allHold,
  );
  // Components first: where evidence is missing, they say which and what to do; the total only says that it needs them.
  const children = [
    components,
    ...outsideVerdicts(context),
    totalVerdict(context),
    patchVerdict(context),
    ...dropVerdicts(context),
    ...unreportedVerdicts(context),
  ];
  return { ...coverageGroup(place, children, words.allHold), gate };
}

/** What keeps the whole gate from being judged, or makes it not apply. Paths that match nothing must not open it. */
function obstacleOf(context: CoverageContext, place: { readonly id: string; readonly title: string }): Verdict | null {
  const { words, figures } = context;
  if (context.states.length === 0)
    return coverageLeaf({ ...place, verdict: 'cannot-evaluate', code: 'coverage.no-components', reason: words.noComponents, next: words.noComponentsNext });
  if (!figures.treeKnown || context.states.some(({ state }) => state.kind !== 'absent')) return null;
  const [example] = figures.outside;
  if (example === undefined) return coverageLeaf({ ...place, verdict: 'not-applicable', code: 'coverage.no-sources', reason: words.noSourcesAnywhere });
  return coverageLeaf({
    ...place,
    verdict: 'cannot-evaluate',
    code: 'coverage.paths-match-nothing',
    reason: words.matchesNothing(figures.outside.length, example),
    next: words.matchesNothingNext,
  });
}
