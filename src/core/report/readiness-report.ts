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
import { type ReportedCriterion, readCriteria } from './read-criteria.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { reportBlockers } from './report-blockers.ts';
import { reportEvidence } from './evidence/report-evidence.ts';
import { reportForecast } from './forecast/report-forecast.ts';
import { type WeeklyForecast, weeklyForecast } from './forecast/weekly-forecast.ts';
import { readAreas } from './areas/read-areas.ts';
import { reportAreas } from './areas/report-areas.ts';
import { reportChanges } from './report-changes.ts';
import { reportCheckpoints } from './report-checkpoints.ts';
import { reportChecklists } from './report-checklists.ts';
import { leastDetail, type ReportDetail, reportDetails } from './report-detail.ts';
import { reportEndings } from './report-endings.ts';
import { reportGates } from './report-gates.ts';
import { reportGauge, tally } from './report-gauge.ts';
import { reportLeftOut } from './report-left-out.ts';
import { reportProvenance } from './report-provenance.ts';
import { nextState, readState, renderState, type ReportState, tickedIn, withTicks } from './report-state.ts';
import { handTicked, reportTicks } from './report-ticks.ts';
import { type RowNotes, rowNotes } from './row-notes.ts';
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
 * The comment on a release pull request: how ready it is, what changed, what blocks and who acts, and the method's
 * checklists. The same world and the same previous report give the same text. It always fits: it tells less, by rule, the
 * more there is to tell, and at last each section has its share.
 */
export function renderReadinessReport(input: ReadinessReportInput): string {
  const facts = readFacts(input);
  for (const detail of reportDetails) {
    const whole = joined(renderWith(input, facts, detail).map(([text]) => text));
    if (byteLength(whole) <= maxBytes) return whole;
  }
  return cutSections(renderWith(input, facts, leastDetail), readinessReportWords[input.policy.locale].cut);
}

interface ReportFacts {
  readonly readiness: Verdict;
  readonly criteria: readonly ReportedCriterion[];
  readonly percent: number;
  readonly binding: number;
  readonly blocking: number;
  readonly state: ReportState | null;
  readonly forecast: WeeklyForecast | null;
  readonly notes: RowNotes;
}

function readFacts(input: ReadinessReportInput): ReportFacts {
  const { policy, snapshot, previous } = input;
  const readiness = readinessOf(input);
  const criteria = readCriteria(readiness, policy);
  const counts = tally(criteria);
  const binding = criteria.filter((each) => each.binding === 'binds').length;
  const held = counts.held + counts.waived;
  const percent = heldPercent(held, binding);
  const before = readState(previous);
  const state = withTicks(nextState(before, { sha: snapshot.headSha, at: snapshot.now, percent }, criteria), before, handTicked(previous, criteria));
  return {
    readiness,
    criteria,
    percent,
    binding,
    blocking: binding - held,
    state,
    forecast: weeklyForecast(policy, snapshot),
    notes: rowNotes({ ...input, gate: readinessGate(policy) }),
  };
}

/** A section, and the bytes that it may take where not even the shortest form fits. */
type Section = readonly [text: string, share: number];

function renderWith(input: ReadinessReportInput, facts: ReportFacts, detail: ReportDetail): Section[] {
  const { policy, snapshot } = input;
  const { criteria, state, percent, notes } = facts;
  const { marks } = notes;
  const notices = checkNotices({ policy, snapshot, outside: [] }, policy.locale).map((notice) => `> ${notice}`);
  return [
    [headline(facts, policy), 1_500],
    [notices.join('\n\n'), 3_000],
    [reportGauge(criteria, percent, policy.locale), 1_500],
    [reportTicks(tickedIn(state), criteria, policy), 1_500],
    [reportChanges(state, criteria, policy), 4_000],
    [reportBlockers(criteria, policy, { ...detail, notes }), 16_000],
    [reportAreas(readAreas(criteria, policy, snapshot.seeded), policy, marks), 6_000],
    [reportForecast(facts.forecast, policy), 2_500],
    [reportCheckpoints(policy, snapshot), 3_000],
    [reportGates(input.evaluation, input.pull.number, policy), 3_000],
    [reportWaivers(criteria, policy), 6_000],
    [reportEndings(input), 3_000],
    [reportEvidence(marks, snapshot, policy), 4_000],
    [reportChecklists(criteria, policy, { ...detail, marks }), 4_000],
    [reportLeftOut(criteria, policy, detail.leftOut), 3_000],
    [reportProvenance(policy, snapshot, input.pull.number), 2_000],
    [state === null ? '' : renderState(state), 14_000],
  ];
}

function cutSections(sections: readonly Section[], notice: string): string {
  return joined(sections.map(([text, share], index) => (index === sections.length - 1 ? text : truncateBytes(text, share, notice))));
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}

/** The verdict that was decided; where no gate judged the pull request (a report asked for by hand), it is judged now. */
function readinessOf({ policy, snapshot, pull, evaluation }: ReadinessReportInput): Verdict {
  const gate = readinessGate(policy);
  const decided = evaluation.gates.find((result) => result.gate === gate)?.pulls.find((each) => each.pull.number === pull.number);
  return decided?.verdict ?? evaluateReadiness({ policy, snapshot, pull, gate });
}

function readinessGate({ playbook }: Policy): string {
  return playbook.gates.find(({ kind }) => kind === 'readiness')?.id ?? 'readiness';
}

/** What to know first: the verdict, the percentage, and how many block. */
function headline({ readiness, percent, binding, blocking }: ReportFacts, policy: Policy): string {
  const say = readinessReportWords[policy.locale];
  const target = renderProse(policy.text.targets[policy.release.target]?.title ?? policy.release.target);
  const titles: Readonly<Record<Outcome, (target: string) => string>> = {
    pass: say.ready,
    fail: say.notReady,
    'cannot-evaluate': say.unknown,
    pending: say.awaited,
    'not-applicable': say.unknown,
  };
  const figures = binding === 0 ? renderProse(readiness.reason) : say.headline(percent, blocking);
  return `## ${outcomeSigns[readiness.verdict]} ${titles[readiness.verdict](target)}: ${figures}`;
}
