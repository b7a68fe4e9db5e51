import type { TestSuite, TestsReport, TestTotals } from '../report.ts';
import { mostSuites, noTests } from '../tests-tally.ts';
import { matchSuiteName } from './match-suite-name.ts';
import type { EvidenceLabels, ReportMapping } from './report-mapping.ts';

interface TestKind {
  readonly type: string | null;
  readonly component: string | null;
}

/** A mapping that fits the report's file and upload, and which of its suites it is about; null: all. */
type Fitting = ReportMapping & { readonly isAbout: ((name: string) => boolean) | null };

/** Gives the tests of a report their type and component: one report for each that its suites have. */
export function classifyTests(report: TestsReport, labels: EvidenceLabels | null, mappings: readonly ReportMapping[]): TestsReport[] {
  const fitting = mappings.map((mapping) => ({ ...mapping, isAbout: mapping.suites.length === 0 ? null : matchSuiteName(mapping.suites) }));
  const kindOf = (name: string | null, hint: string | null): TestKind => ({
    type: said(fitting, { key: 'type', name, otherwise: labels?.type ?? hint ?? report.type }),
    component: said(fitting, { key: 'component', name, otherwise: labels?.component ?? report.component }),
  });
  // What ran nothing, or was cut, has not all its suites: it is told by its file alone.
  if (report.outcome !== 'ok' || report.suites.length === 0) return [{ ...report, ...kindOf(null, onlyHint(report.suites)) }];
  const groups = new Map<string, TestKind & { suites: TestSuite[] }>();
  for (const suite of report.suites) {
    const isRest = suite.name === '' && report.suites.length >= mostSuites;
    const kind = kindOf(isRest ? null : suite.name, suite.hint);
    const key = JSON.stringify([kind.type, kind.component]);
    const group = groups.get(key) ?? { ...kind, suites: [] };
    group.suites.push(suite);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => (groups.size === 1 ? { ...report, ...group } : part(report, group)));
}

interface Asked {
  readonly key: keyof TestKind;
  readonly name: string | null;
  readonly otherwise: string | null;
}

/** What the first mapping that is about the suite says. Where names were lost (null), one that goes by them leaves it unknown. */
function said(mappings: readonly Fitting[], asked: Asked): string | null {
  const { key, name, otherwise } = asked;
  const first = mappings.find(({ isAbout, [key]: word }) => word !== null && (name === null || isAbout === null || isAbout(name)));
  if (!first) return otherwise;
  return name === null && first.isAbout !== null ? null : first[key];
}

function onlyHint(suites: readonly TestSuite[]): string | null {
  const [hint = null, ...others] = new Set(suites.map((suite) => suite.hint));
  return others.length === 0 ? hint : null;
}

function part(report: TestsReport, group: TestKind & { readonly suites: readonly TestSuite[] }): TestsReport {
  const names = new Set(group.suites.map(({ name }) => name));
  const failures = report.failures.filter(({ suite }) => names.has(suite));
  return { ...report, ...group, failures, totals: sumOf(group.suites) };
}

function sumOf(suites: readonly TestSuite[]): TestTotals {
  return suites.reduce<TestTotals>(
    (sum, { totals }) => ({
      tests: sum.tests + totals.tests,
      passed: sum.passed + totals.passed,
      failed: sum.failed + totals.failed,
      errors: sum.errors + totals.errors,
      skipped: sum.skipped + totals.skipped,
      flaky: sum.flaky + totals.flaky,
    }),
    noTests(),
  );
}
