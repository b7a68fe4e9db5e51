import type { Report, ReportError, ReportOutcome } from './report.ts';

/** One entry of `sprintgate evidence FILE... --json`. A contract: fields are added, never renamed. */
export interface EvidenceEntry {
  readonly file: string;
  readonly kind: Report['kind'];
  readonly format: string;
  readonly outcome: ReportOutcome;
  readonly totals: Report['totals'];
  readonly flags: readonly string[];
  readonly error?: ReportError;
}

/** The summary of a report that other programs read: no file list, no lines. */
export function evidenceEntry(report: Report): EvidenceEntry {
  const { file, kind, format, outcome, totals, flags, error } = report;
  return { file, kind, format, outcome, totals, flags, ...(error ? { error } : {}) };
}
