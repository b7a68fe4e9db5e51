import { evaluateReadiness } from '../gates/readiness/evaluate-readiness.ts';
import { heldPercent } from '../gates/readiness/held-percent.ts';
import { policyOfUnit, releaseUnits } from '../gates/readiness/release-units.ts';
import { unitNodes } from '../gates/readiness/unit-nodes.ts';
import type { Policy } from '../policy/policy.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { ReadinessReportInput } from './report-input.ts';
import { type ReportedCriterion, readCriteria } from './read-criteria.ts';
import { tally } from './report-gauge.ts';
import { mostMarks, nextState, readState, type ReportState, withTicks } from './report-state.ts';
import { handTicked } from './report-ticks.ts';
import { type RowNotes, rowNotes } from './row-notes.ts';

/** What a report tells of a release, or of one of its units. */
export interface ReportView {
  /** Null: of the whole repository. */
  readonly unit: string | null;
  /** With the components of the unit alone. */
  readonly policy: Policy;
  readonly readiness: Verdict;
  readonly criteria: readonly ReportedCriterion[];
  readonly percent: number;
  readonly binding: number;
  readonly blocking: number;
  readonly state: ReportState | null;
  readonly notes: RowNotes;
}

/** The units that the verdict was formed of, each as its own view; one view of the whole where there are none. */
export function readViews(input: ReadinessReportInput): ReportView[] {
  const { policy, pull } = input;
  const readiness = readinessOf(input);
  const units = releaseUnits(policy, pull);
  const nodes = unitNodes(readiness);
  if (nodes.length === 0) return [viewOf(input, { unit: null, policy, readiness, marks: mostMarks(1) })];
  return nodes.map(({ unit, verdict }) => {
    const known = units.find(({ id }) => id === unit);
    return viewOf(input, { unit, policy: known ? policyOfUnit(policy, known) : policy, readiness: verdict, marks: mostMarks(nodes.length) });
  });
}

/** The playbook's id of the gate that judges releases. */
export function readinessGate({ playbook }: Policy): string {
  return playbook.gates.find(({ kind }) => kind === 'readiness')?.id ?? 'readiness';
}

/** The hidden line with which the part of a unit begins. */
export function unitLine(unit: string): string {
  return `<!-- sprintgate-unit ${unit} -->`;
}

type Part = Pick<ReportView, 'unit' | 'policy' | 'readiness'> & { readonly marks: number };

function viewOf(input: ReadinessReportInput, { marks, ...part }: Part): ReportView {
  const { unit, policy, readiness } = part;
  const { snapshot } = input;
  const previous = partOf(input.previous, unit);
  const criteria = readCriteria(readiness, policy);
  const counts = tally(criteria);
  const held = counts.held + counts.waived;
  const binding = criteria.filter((each) => each.binding === 'binds').length;
  const percent = heldPercent(held, binding);
  const before = readState(previous);
  const next = criteria.length > marks ? null : nextState(before, { sha: snapshot.headSha, at: snapshot.now, percent }, criteria);
  const state = withTicks(next, before, handTicked(previous, criteria));
  const whole = unit === null ? {} : { whole: input.policy };
  const notes = rowNotes({ policy, snapshot, pull: input.pull, gate: readinessGate(policy), ...whole });
  return { ...part, criteria, percent, binding, blocking: binding - held, state, notes };
}

/** What the report before said of a unit; of the whole, all of it where it was of the whole, too. */
function partOf(previous: string | null, unit: string | null): string | null {
  const parts = (previous ?? '').split(/^(?=<!-- sprintgate-unit )/m);
  if (unit === null) return parts.length > 1 ? null : previous;
  return parts.find((part) => part.startsWith(unitLine(unit))) ?? null;
}

/** The verdict that was decided; where no gate judged the pull request (a report asked for by hand), it is judged now. */
function readinessOf({ policy, snapshot, pull, evaluation }: ReadinessReportInput): Verdict {
  const gate = readinessGate(policy);
  const decided = evaluation.gates.find((result) => result.gate === gate)?.pulls.find((each) => each.pull.number === pull.number);
  return decided?.verdict ?? evaluateReadiness({ policy, snapshot, pull, gate });
}
