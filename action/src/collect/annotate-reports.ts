import { error, notice, warning } from '@actions/core';
import type { AnnotationProperties } from '@actions/core';
import { mapPaths } from '../../../src/core/evidence/coverage/map-paths.ts';
import { type Report, severities } from '../../../src/core/evidence/report.ts';
import type { Locale } from '../../../src/core/playbook/text-schema.ts';
import { printInert } from '../print-inert.ts';
import type { CollectedFacts } from './collected-facts.ts';
import { collectedWords } from './summary/collected-words.ts';

interface Annotation {
  readonly message: string;
  readonly properties: AnnotationProperties;
}

type Place = (file: string | null, line: number | null) => AnnotationProperties;

// GitHub shows ten of a kind a step, and fifty a job: what comes after is lost without a word, so the summary has it all.
const mostOfAKind = 10;
const longest = 2_000;

/** Puts what is worst on the lines of the change: what cannot be read, failed tests and findings, lines that no test ran. */
export function annotateReports(facts: CollectedFacts, locale: Locale): void {
  printInert(facts.reports.map(({ file, outcome, format }) => `${outcome.padEnd(10)} ${file} (${format})`).join('\n'));
  const place = placing(facts);
  const found = findingAnnotations(facts.reports, place);
  const errors = [...unreadable(facts.reports), ...failures(facts.reports, place), ...found.errors];
  const notices = (facts.uncovered ?? []).map(({ path, first, last, lines }) => ({
    message: collectedWords[locale].uncoveredLines(lines, first, last),
    properties: { title: `Sprintgate · ${collectedWords[locale].coverage}`, file: path, startLine: first, endLine: last },
  }));
  print(errors, error);
  print(found.warnings, warning);
  print(notices, notice);
}

function print(annotations: readonly Annotation[], tell: (message: string, properties: AnnotationProperties) => void): void {
  for (const { message, properties } of annotations.slice(0, mostOfAKind)) tell(message.slice(0, longest), properties);
}

/** Reports name files as their tools saw them; GitHub shows an annotation only on a path of the repository. */
function placing({ tracked, config }: CollectedFacts): Place {
  const map = mapPaths(tracked ?? [], config?.evidence?.sourceRoots ?? []);
  return (file, line) => {
    const at = file === null ? null : map({ path: file });
    if (at?.kind !== 'mapped') return {};
    return line === null || line < 1 ? { file: at.path } : { file: at.path, startLine: line };
  };
}

function unreadable(reports: readonly Report[]): Annotation[] {
  return reports
    .filter(({ outcome }) => outcome === 'reject' || outcome === 'tool-error')
    .map(({ file, error: problem, outcome }) => ({
      message: problem?.message ?? outcome,
      properties: { title: `Sprintgate · ${file}`, file, ...(problem?.line === undefined ? {} : { startLine: problem.line }) },
    }));
}

function failures(reports: readonly Report[], place: Place): Annotation[] {
  return reports.flatMap((report) => {
    if (report.kind !== 'tests') return [];
    return report.failures.map(({ suite, name, message, file, line }) => ({
      message: message || name,
      properties: {
        title: [suite, name]
          .filter((word) => word !== '')
          .join(' › ')
          .slice(0, 200),
        ...place(file, line),
      },
    }));
  });
}

function findingAnnotations(reports: readonly Report[], place: Place): { errors: Annotation[]; warnings: Annotation[] } {
  const all = reports.flatMap((report) => (report.kind === 'findings' ? report.findings.map((finding) => ({ finding, format: report.format })) : []));
  const worst = all.toSorted((a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity));
  const annotations = worst.map(({ finding, format }) => ({
    severity: finding.severity,
    message: `${finding.id}: ${finding.title}`,
    properties: { title: `${finding.severity} · ${format}`, ...place(finding.file, finding.line) },
  }));
  return {
    errors: annotations.filter(({ severity }) => severity === 'critical' || severity === 'high'),
    warnings: annotations.filter(({ severity }) => severity === 'medium' || severity === 'low' || severity === 'unknown'),
  };
}
