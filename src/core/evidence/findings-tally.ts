import { sourceLine } from './input/source-line.ts';
import { severities } from './report.ts';
import type { Finding, FindingsTotals, Severity } from './report.ts';

// What a person reads, and what annotations can show; the totals count all.
const mostShown = 200;
const longest = 300;

/** Counts the findings of a scan and keeps the worst of them. */
export interface FindingsTally {
  add(finding: Finding): void;
  suppress(): void;
  end(): { readonly totals: FindingsTotals; readonly findings: readonly Finding[] };
}

export function findingsTally(): FindingsTally {
  const bySeverity: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0, unknown: 0 };
  const kept: Record<Severity, Finding[]> = { critical: [], high: [], medium: [], low: [], info: [], unknown: [] };
  let suppressed = 0;
  return {
    add(finding) {
      bySeverity[finding.severity] += 1;
      const same = kept[finding.severity];
      if (same.length < mostShown)
        same.push({ ...finding, id: finding.id.slice(0, longest), title: finding.title.slice(0, longest), line: sourceLine(finding.line) });
    },
    suppress() {
      suppressed += 1;
    },
    end() {
      const total = severities.reduce((sum, severity) => sum + bySeverity[severity], 0);
      return { totals: { total, suppressed, bySeverity }, findings: severities.flatMap((severity) => kept[severity]).slice(0, mostShown) };
    },
  };
}
