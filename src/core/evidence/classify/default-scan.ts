import type { FindingsReport } from '../report.ts';

/** What a scanner scans for when nobody says otherwise, by format. */
const byFormat: Readonly<Record<string, string>> = {
  'bandit-json': 'code',
  'semgrep-json': 'code',
  'eslint-json': 'code',
  'trivy-json': 'dependencies',
  'grype-json': 'dependencies',
  'npm-audit-v1-json': 'dependencies',
  'npm-audit-v2-json': 'dependencies',
  'yarn-audit-json': 'dependencies',
  'pip-audit-json': 'dependencies',
  'osv-scanner-json': 'dependencies',
  'dependency-check-json': 'dependencies',
  'snyk-json': 'dependencies',
  'gitleaks-json': 'secrets',
  'trufflehog-json': 'secrets',
  'zap-json': 'dast',
  'zap-xml': 'dast',
  'checkov-json': 'iac',
  'tfsec-json': 'iac',
  'kubescape-json': 'iac',
  'kube-bench-json': 'iac',
  'kube-score-json': 'iac',
  'conftest-json': 'iac',
  'hadolint-json': 'iac',
};

/** Tools that write SARIF, by the beginning of the name that they give themselves. */
const byTool: readonly (readonly [RegExp, string])[] = [
  [/^(codeql|semgrep|bandit|gosec|spotbugs|sonar|eslint|flawfinder|njsscan|nodejsscan|brakeman|psalm)/i, 'code'],
  [/^(trivy|grype|snyk|dependency-check|osv-scanner|npm audit|pip-audit)/i, 'dependencies'],
  [/^(gitleaks|trufflehog|detect-secrets|ggshield)/i, 'secrets'],
  [/^(checkov|tfsec|kics|terrascan|kubescape|hadolint|dockle)/i, 'iac'],
  [/^(zap|owasp zap|nuclei)/i, 'dast'],
];

/** What a report of findings is about by itself; null where that is not known. A configuration's mapping goes before it. */
export function defaultScan({ format, tool, flags }: Pick<FindingsReport, 'format' | 'tool' | 'flags'>): string | null {
  // `null` and `{"results": null}` are what several tools write: the format is a guess.
  if (flags.some((flag) => flag.startsWith('no-tool:'))) return null;
  if (Object.hasOwn(byFormat, format)) return byFormat[format] ?? null;
  return (tool && byTool.find(([pattern]) => pattern.test(tool))?.[1]) || null;
}

/** The scans that scanners have by themselves. */
export const usualScans: ReadonlySet<string> = new Set(Object.values(byFormat));
