import type { GateInput } from '../gates/gate-input.ts';
import { criterionIssues } from './criterion-issues.ts';
import { type EvidenceMarks, evidenceMarks } from './evidence/evidence-marks.ts';

/** What a row of the report says of its criterion besides the verdict. */
export interface RowNotes {
  /** Number of the issue in which it is worked at, by criterion. */
  readonly issues: ReadonlyMap<string, number>;
  readonly marks: EvidenceMarks;
}

/** Gathers once what all rows of a report look up. */
export function rowNotes(input: GateInput): RowNotes {
  return { issues: criterionIssues(input.policy, input.snapshot.seeded), marks: evidenceMarks(input) };
}
