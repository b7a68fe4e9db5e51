import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { readAreas } from './areas/read-areas.ts';
import { reportAreas } from './areas/report-areas.ts';
import { checkNotices } from './check-notices.ts';
import { reportEvidence } from './evidence/report-evidence.ts';
import { cutSections, joinSections, type Section } from './fit-sections.ts';
import { reportForecast } from './forecast/report-forecast.ts';
import { weeklyForecast } from './forecast/weekly-forecast.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { reportBlockers } from './report-blockers.ts';
import { reportChanges } from './report-changes.ts';
import { reportCheckpoints } from './report-checkpoints.ts';
import { reportChecklists } from './report-checklists.ts';
import { leastDetail, type ReportDetail, reportDetails } from './report-detail.ts';
import { reportEndings } from './report-endings.ts';
import { reportGates } from './report-gates.ts';
import { reportGauge } from './report-gauge.ts';
import type { ReadinessReportInput } from './report-input.ts';
import { reportHeadline, unitHeadline } from './report-headline.ts';
import { reportLeftOut } from './report-left-out.ts';
import { reportProvenance } from './report-provenance.ts';
import { renderState, tickedIn } from './report-state.ts';
import { reportTicks } from './report-ticks.ts';
import { readinessGate, readViews, type ReportView, unitLine } from './report-view.ts';
import { reportWaivers } from './report-waivers.ts';
import { rowNotes } from './row-notes.ts';
import { byteLength } from './truncate-bytes.ts';

// GitHub refuses 65,537 characters; counted in bytes, with room for the markers and what people write around them.
const maxBytes = 60_000;

/**
 * The comment on a release pull request: how ready it is, what changed, what blocks and who acts, and the method's
 * checklists; of several release units a part for each. The same world and the same previous report give the same text. It
 * always fits: it tells less, by rule, the more there is to tell, and at last each section has its share.
 */
export function renderReadinessReport(input: ReadinessReportInput): string {
  const views = readViews(input);
  const shared = sharedParts(input, views);
  for (const detail of reportDetails) {
    const whole = joinSections(sectionsOf(views, shared, detail));
    if (byteLength(whole) <= maxBytes) return whole;
  }
  return cutSections(sectionsOf(views, shared, leastDetail), maxBytes, readinessReportWords[input.policy.locale].cut);
}

/** What is told once, however many units there are. */
interface SharedParts {
  readonly snapshot: PullSnapshot;
  readonly top: readonly Section[];
  readonly endings: Section;
  readonly plan: readonly Section[];
  readonly evidence: Section;
  readonly origin: Section;
}

function sharedParts(input: ReadinessReportInput, views: readonly ReportView[]): SharedParts {
  const { policy, snapshot, pull } = input;
  const notices = checkNotices({ policy, snapshot, outside: [] }, policy.locale).map((notice) => `> ${notice}`);
  const { marks } = rowNotes({ policy, snapshot, pull, gate: readinessGate(policy) });
  return {
    snapshot,
    top: [
      [reportHeadline(views, policy), 1_500],
      [notices.join('\n\n'), 3_000],
    ],
    plan: [
      [reportForecast(weeklyForecast(policy, snapshot), policy), 2_500],
      [reportCheckpoints(policy, snapshot), 3_000],
      [reportGates(input.evaluation, pull.number, policy), 3_000],
    ],
    endings: [reportEndings(input), 3_000],
    evidence: [reportEvidence(marks, snapshot, policy), 4_000],
    origin: [reportProvenance(policy, snapshot, pull.number), 2_000],
  };
}

function sectionsOf(views: readonly ReportView[], shared: SharedParts, detail: ReportDetail): Section[] {
  const { snapshot, top, endings, plan, evidence, origin } = shared;
  const [only] = views;
  if (only && views.length === 1) {
    return [
      ...top,
      ...(only.unit === null ? [] : [[unitLine(only.unit), null] as const]),
      ...standing(only, snapshot, detail),
      waivers(only),
      endings,
      ...plan,
      evidence,
      ...lists(only, detail),
      origin,
      state(only),
    ];
  }
  const share = ([text, bytes]: Section): Section => [text, bytes === null ? null : bytes / views.length];
  const parts = views.flatMap((view): Section[] => [
    [`${unitLine(view.unit ?? '')}\n${unitHeadline(view, view.policy)}`, null],
    ...[...standing(view, snapshot, detail), waivers(view), ...lists(view, detail), state(view)].map(share),
  ]);
  return [...top, ...parts, ['---', null], endings, ...plan, evidence, origin];
}

/** How it stands now, and what is to be done. */
function standing(view: ReportView, { seeded }: PullSnapshot, detail: ReportDetail): Section[] {
  const { policy, criteria, state: remembered, percent, notes } = view;
  return [
    [reportGauge(criteria, percent, policy.locale), 1_500],
    [reportTicks(tickedIn(remembered), criteria, policy), 1_500],
    [reportChanges(remembered, criteria, policy), 4_000],
    [reportBlockers(criteria, policy, { ...detail, notes }), 16_000],
    [reportAreas(readAreas(criteria, policy, seeded), policy, notes.marks), 6_000],
  ];
}

function waivers({ criteria, policy }: ReportView): Section {
  return [reportWaivers(criteria, policy), 6_000];
}

function lists({ criteria, policy, notes }: ReportView, detail: ReportDetail): Section[] {
  return [
    [reportChecklists(criteria, policy, { ...detail, marks: notes.marks }), 4_000],
    [reportLeftOut(criteria, policy, detail.leftOut), 3_000],
  ];
}

function state({ state: remembered }: ReportView): Section {
  return [remembered === null ? '' : renderState(remembered), null];
}
