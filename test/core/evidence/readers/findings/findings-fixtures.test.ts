import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import type { Report, Severity } from '../../../../../src/core/evidence/report.ts';
import { findingsReaders } from '../../../../../src/core/evidence/readers/findings/findings-readers.ts';
import type { Fixture } from '../../fixtures.ts';
import { fixturesOf, readFixture } from '../../fixtures.ts';

const fixtures = fixturesOf(...findingsReaders.map((reader) => reader.format));

/** The words of the tools on the one scale. `none` in the fixtures' list is a finding without a severity. */
const scale: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  high: 'high',
  error: 'high',
  medium: 'medium',
  moderate: 'medium',
  warning: 'medium',
  low: 'low',
  note: 'low',
  info: 'info',
  informational: 'info',
  none: 'unknown',
  unknown: 'unknown',
  criticalSeverity: 'critical',
  highSeverity: 'high',
  mediumSeverity: 'medium',
  lowSeverity: 'low',
};

describe.skipIf(fixtures.length === 0)('reports of real scanners', () => {
  it.each(fixtures.map((fixture) => [fixture.file, fixture] as const))('reads %s as its writer meant it', (_, fixture) => {
    const report = readReport(fixture.file, readFixture(fixture));
    const counted =
      report.kind === 'findings' && report.outcome === 'ok'
        ? { total: report.totals.total, suppressed: report.totals.suppressed, ...withoutZeros(report) }
        : {};
    expect({ outcome: report.outcome, ...counted }).toEqual(wanted(fixture));
    expect(report.outcome === 'reject' ? fixture.format : report.format).toBe(fixture.format);
  });
});

function withoutZeros(report: Report): Partial<Record<Severity, number>> {
  if (report.kind !== 'findings') return {};
  return Object.fromEntries(Object.entries(report.totals.bySeverity).filter(([, count]) => count > 0));
}

function wanted({ expected, format }: Fixture): object {
  if (expected.outcome !== 'ok') return { outcome: expected.outcome };
  const maps = severitiesOf(expected, format);
  const sums = new Map<string, number>();
  for (const [word, count] of maps.flatMap((map) => Object.entries(map))) {
    if (count === 0) continue;
    const severity = scale[word] ?? word;
    sums.set(severity, (sums.get(severity) ?? 0) + count);
  }
  const total = [...sums.values()].reduce((sum, count) => sum + count, 0);
  const suppressed = typeof expected.suppressed === 'number' ? expected.suppressed : 0;
  return { outcome: 'ok', total, suppressed, ...Object.fromEntries(sums) };
}

function severitiesOf(expected: Fixture['expected'], format: string): Record<string, number>[] {
  const map = (name: string) => (expected[name] ?? {}) as Record<string, number>;
  const figure = (name: string) => (expected[name] ?? 0) as number;
  switch (format) {
    case 'sarif': {
      const { unscored: _, ...scored } = map('active_by_security_severity');
      return Object.keys(scored).length > 0 ? [scored] : [map('active_by_level')];
    }
    case 'trivy-json':
      return [map('vulnerabilities_by_severity'), map('misconfigurations_by_severity'), map('secrets_by_severity')];
    case 'npm-audit-v1-json':
      return [map('advisories_by_severity')];
    case 'pip-audit-json':
      return [{ unknown: figure('vulnerabilities') }];
    case 'gitleaks-json':
      return [{ critical: figure('findings') }];
    case 'checkov-json':
      return [expected.severities ? map('severities') : {}];
    case 'kubescape-json':
      return [map('controls_severity')];
    case 'kube-bench-json':
      return [{ unknown: figure('total_fail') }];
    case 'conftest-json':
      return [{ error: figure('failures'), warning: figure('warnings') }];
    case 'zap-json':
    case 'zap-xml':
      return [map('by_risk')];
    default:
      return [map('by_severity')];
  }
}
