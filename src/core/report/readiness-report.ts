import { evaluateReadiness } from '../gates/readiness/evaluate-readiness.ts';
import { heldPercent } from '../gates/readiness/held-percent.ts';
import type { Evaluation } from '../gates/gate-result.ts';
import type { Policy } from '../policy/policy.ts';
import type { PullFacts } from '../snapshot/facts.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { Outcome, Verdict } from '../verdict/verdict.ts';
import { checkNotices } from './check-notices.ts';
import { outcomeSigns } from './outcome-signs.ts';
import { renderProse } from './prose.ts';
import { readCriteria } from './read-criteria.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { reportBlockers } from './report-blockers.ts';
import { reportCategories } from './report-categories.ts';
import { reportChanges } from './report-changes.ts';
import { reportChecklists } from './report-checklists.ts';
import { reportEndings } from './report-endings.ts';
import { reportGates } from './report-gates.ts';
import { reportGauge, tally } from './report-gauge.ts';
import { reportLeftOut } from './report-left-out.ts';
import { reportProvenance } from './report-provenance.ts';
import { nextState, readState, renderState } from './report-state.ts';
import { reportWaivers } from './report-waivers.ts';
import { byteLength, truncateBytes } from './truncate-bytes.ts';

export interface ReadinessReportInput {
  readonly policy: Policy;
  readonly snapshot: PullSnapshot;
  readonly pull: PullFacts;
  readonly evaluation: Evaluation;
  /** Text of the report before this one, from between our markers; null when there is none. */
  readonly previous: string | null;
}

// GitHub refuses 65,537 characters; counted in bytes, with room for the markers and what people write around them.
const maxBytes = 60_000;

/**
 * The comment on a release pull request: how ready it is, what blocks and who acts, what changed, and the method's
 * checklists. The same world and the same previous report give the same text. It always fits: each section has its share.
 */
export function renderReadinessReport(input: ReadinessReportInput): string {
  const { policy, snapshot } = input;
  const say = readinessReportWords[policy.locale];
  const readiness = readinessOf(input);
  const criteria = readCriteria(readiness, policy);
  const counts = tally(criteria);
  const binding = criteria.filter((each) => each.binding === 'binds').length;
  const held = counts.held + counts.waived;
  const percent = heldPercent(held, binding);
  const state = nextState(readState(input.previous), { sha: snapshot.headSha, at: snapshot.now, percent }, criteria);
  const sections: readonly (readonly [text: string, share: number])[] = [
    [headline(readiness, policy, binding === 0 ? renderProse(readiness.reason) : say.headline(percent, held, binding)), 1_500],
    [
      checkNotices({ policy, snapshot, outside: [] }, policy.locale)
        .map((notice) => `> ${notice}`)
        .join('\n\n'),
      3_000,
    ],
    [reportGauge(criteria, percent, policy.locale), 1_200],
    [reportBlockers(criteria, policy, 16_000), 16_000],
    [reportChanges(state, criteria, policy), 4_000],
    [reportCategories(criteria, policy), 5_000],
    [reportGates(input.evaluation, input.pull.number, policy), 3_000],
    [reportWaivers(criteria, policy), 6_000],
    [reportEndings(input), 3_000],
  ];
  const tail = [reportLeftOut(criteria, policy), reportProvenance(policy, snapshot), state === null ? '' : renderState(state)]
    .filter((part) => part !== '')
    .join('\n\n');
  const head = sections
    .map(([text, share]) => truncateBytes(text, share, say.cut))
    .filter((text) => text !== '')
    .join('\n\n');
  // The checklists get what is left: they repeat in the method's order what stands above by urgency.
  const left = maxBytes - byteLength(head) - byteLength(tail) - 4;
  return [head, left < 500 ? '' : truncateBytes(reportChecklists(criteria, policy), left, say.cut), tail].filter((part) => part !== '').join('\n\n');
}

/** The verdict that was decided; where no gate judged the pull request (a report asked for by hand), it is judged now. */
function readinessOf({ policy, snapshot, pull, evaluation }: ReadinessReportInput): Verdict {
  const gate = policy.playbook.gates.find(({ kind }) => kind === 'readiness')?.id ?? 'readiness';
  const decided = evaluation.gates.find((result) => result.gate === gate)?.pulls.find((each) => each.pull.number === pull.number);
  return decided?.verdict ?? evaluateReadiness({ policy, snapshot, pull, gate });
}

function headline(readiness: Verdict, policy: Policy, figures: string): string {
  const say = readinessReportWords[policy.locale];
  const target = renderProse(policy.text.targets[policy.release.target]?.title ?? policy.release.target);
  const titles: Readonly<Record<Outcome, (target: string) => string>> = {
    pass: say.ready,
    fail: say.notReady,
    'cannot-evaluate': say.unknown,
    pending: say.awaited,
    'not-applicable': say.unknown,
  };
  return `## ${outcomeSigns[readiness.verdict]} ${titles[readiness.verdict](target)}: ${figures}`;
}
