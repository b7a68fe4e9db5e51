import { missingReport } from '../missing-report.ts';
import type { CoverageReport, Report } from '../report.ts';
import { isNamedAsCoverage } from './is-named-as-coverage.ts';
import type { ReportMapping } from './report-mapping.ts';

type Kind = Exclude<Report['kind'], 'coverage' | 'document'>;

/** Names that tools and people give to reports of a kind. */
const hints: readonly (readonly [Kind, RegExp])[] = [
  [
    'tests',
    /^TEST-.*\.xml$|junit[^/]*\.(xml|json)$|(^|[-_.])tests?[-_.]?(results?|report)s?[^/]*\.(xml|json|jsonl)$|cucumber[^/]*\.(json|ndjson)$|\.(trx|tap)$/i,
  ],
  [
    'findings',
    /\.sarif$|\.sarif\.json$|^(trivy|grype|(npm|yarn|pip)-audit|osv-scanner|semgrep|bandit|gitleaks|trufflehog|checkov|tfsec|kubescape|kube-bench|conftest|hadolint|zap|codeql)\b[^/]*\.(json|jsonl|xml)$/i,
  ],
  ['metrics', /\.jtl$|^(k6|locust|jmeter|gatling|vegeta|artillery|metrics)\b[^/]*\.(json|jsonl|csv|jtl)$/i],
];
const writtenByTools = /\.(xml|json|jsonl|ndjson|csv|jtl|sarif|trx|tap)$/i;
const every: readonly Kind[] = ['tests', 'findings', 'metrics'];

/**
 * What a file that no reader recognised may have been meant as, beside coverage: missing reports, so that a cut or empty one
 * does not vanish beside a good one. An upload may hold any file, and one that nobody meant must not block: a mapping that
 * names the file tells, else its name. An empty one that says nothing may be any report that a crashed step left behind.
 */
export function unrecognisedAs(report: CoverageReport, mappings: readonly ReportMapping[]): Report[] {
  if (report.format !== 'unknown' || report.outcome === 'ok') return [];
  const { file, format, outcome, flags, error } = report;
  return kindsOf(report, mappings).map((kind) => missingReport({ file, kind, format, outcome, flags, ...(error ? { error } : {}) }));
}

function kindsOf(report: CoverageReport, mappings: readonly ReportMapping[]): readonly Kind[] {
  const naming = mappings.filter(({ files }) => files.some((glob) => report.outcome === 'empty' || namesFiles(glob)));
  const said = every.filter((kind) => naming.some((mapping) => tells(mapping, kind)));
  if (said.length > 0) return said;
  const name = report.file.split('/').at(-1) ?? report.file;
  const hinted = hints.filter(([, pattern]) => pattern.test(name)).map(([kind]) => kind);
  if (hinted.length > 0 || report.outcome !== 'empty' || isNamedAsCoverage(report.file)) return hinted;
  // `[]` is what scanners write that found nothing; no tool writes figures or its tests so.
  if (report.flags.some((flag) => flag.startsWith('no-tool:'))) return ['findings'];
  return writtenByTools.test(name) ? every : [];
}

function tells({ type, scan, metrics }: ReportMapping, kind: Kind): boolean {
  if (kind === 'tests') return type !== null;
  return kind === 'findings' ? scan !== null : metrics.length > 0;
}

/** A folder as a whole, `reports/**`, means none of its files. */
function namesFiles(glob: string): boolean {
  return !/(^|\/)\*+$/.test(glob);
}
