import type { Files } from '../material.ts';
import { coveredShare, figures, type Looked } from './sprint-figures.ts';

/** Kinds of tests by component, from which sprint on, and how many for each one that the team is at. */
const suites: readonly (readonly [file: string, from: number, times: number])[] = [
  ['unit-modelo', 1, 4],
  ['performance-modelo', 1, 1],
  ['fairness-modelo', 1, 1],
  ['robustness-modelo', 1, 1],
  ['unit-datos', 1, 3],
  ['integration-datos', 1, 1],
  ['data-quality-datos', 1, 2],
  ['unit-api', 3, 3],
  ['integration-api', 3, 2],
  ['load-api', 11, 1],
  ['security-api', 3, 1],
  ['unit-web', 3, 2],
  ['component-web', 3, 7],
  ['e2e-web', 3, 1],
];

export interface ReportCase extends Looked {
  /** All files of the commit. */
  readonly files: Files;
  /** A dependency with a known hole is still in. */
  readonly vulnerable: boolean;
  /** Files of which fewer lines are covered than of the others: path and covered share. */
  readonly weak?: Readonly<Record<string, number>>;
}

/** What the tools report on a commit of a sprint: coverage, tests by kind, scans, figures. */
export function sprintReports(of: ReportCase): Files {
  const tests = suites.filter(([, from]) => of.sprint >= from).map(([file, , times]) => [`pruebas/${file}.xml`, junit(file, times * (of.sprint + 4))]);
  return {
    'lcov.info': lcov(of),
    ...Object.fromEntries(tests),
    'codigo.json': semgrep([]),
    'secretos.json': semgrep([]),
    'dependencias.json': trivy(of.vulnerable),
    ...(of.sprint >= 9 ? { 'penetracion.json': semgrep([]) } : {}),
    'figuras.json': `${JSON.stringify(figures(of), null, 1)}\n`,
  };
}

function lcov({ files, sprint, weak = {} }: ReportCase): string {
  const records = Object.entries(files).flatMap(([path, text]) => {
    const folder = /^src\/(model|pipeline|api|web)\/.*\.(py|ts)$/.exec(path)?.[1] as Parameters<typeof coveredShare>[0] | undefined;
    if (!folder) return [];
    const lines = text.split('\n').length - 1;
    const covered = weak[path] === undefined ? Math.ceil(lines * coveredShare(folder, sprint)) : Math.floor(lines * weak[path]);
    const hits = Array.from({ length: lines }, (_, index) => `DA:${index + 1},${index < covered ? 1 : 0}`);
    return [[`SF:${path}`, ...hits, `LF:${lines}`, `LH:${covered}`, 'end_of_record'].join('\n')];
  });
  return `TN:\n${records.join('\n')}\n`;
}

function junit(name: string, count: number): string {
  const cases = Array.from({ length: count }, (_, index) => `<testcase classname="${name}" name="case ${index + 1}" time="0.01"/>`).join('');
  return `<?xml version="1.0"?><testsuites><testsuite name="${name}" tests="${count}" failures="0">${cases}</testsuite></testsuites>\n`;
}

function semgrep(results: readonly unknown[]): string {
  return `${JSON.stringify({ version: '1.130.0', results, errors: [], paths: { scanned: ['src'] } })}\n`;
}

function trivy(vulnerable: boolean): string {
  const hole = {
    VulnerabilityID: 'CVE-2027-0001',
    PkgName: 'left-tablero',
    InstalledVersion: '1.2.0',
    FixedVersion: '1.2.1',
    Severity: 'CRITICAL',
    Title: 'made up',
  };
  const result = { Target: 'package-lock.json', Class: 'lang-pkgs', Type: 'npm', ...(vulnerable ? { Vulnerabilities: [hole] } : {}) };
  return `${JSON.stringify({ SchemaVersion: 2, ArtifactName: '.', ArtifactType: 'filesystem', Results: [result] })}\n`;
}
