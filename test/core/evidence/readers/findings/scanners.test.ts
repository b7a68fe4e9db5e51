import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import { described } from './described.ts';

const leak = {
  RuleID: 'aws',
  Description: 'AWS key',
  StartLine: 3,
  File: 'a.env',
  Secret: 'AKIAVERYSECRET',
  Match: 'key=AKIAVERYSECRET',
  Fingerprint: 'a.env:aws:3',
};
const hog = { SourceMetadata: { Data: { Git: { file: 'a.env', line: 3 } } }, DetectorName: 'AWS', Verified: true, Raw: 'AKIAVERYSECRET' };
const trivy = (result: object) => ({ SchemaVersion: 2, ArtifactName: 'x', Results: [{ Target: 'x', ...result }] });
const alert = (riskcode: string, confidence: string) => ({ alert: 'A', riskcode, confidence, instances: [{ uri: 'https://x/' }, { uri: 'https://x/b' }] });
const zap = (site: unknown) => ({ '@programName': 'ZAP', '@version': '2.15.0', site });
const lines = (...records: object[]) => records.map((record) => JSON.stringify(record)).join('\n');
const advisory = (id: number, severity: string) => ({
  type: 'auditAdvisory',
  data: { resolution: { id, path: 'a>b' }, advisory: { id, severity, module_name: 'b', title: 'T' } },
});
const yarnSummary = { type: 'auditSummary', data: { vulnerabilities: { high: 2 } } };

describe('reports of scanners', () => {
  it.each([
    [
      'Dependency-Check has scores',
      {
        reportSchema: '1.1',
        scanInfo: {},
        dependencies: [
          {
            vulnerabilities: [
              { name: 'C', cvssv3: { baseScore: 9.8 } },
              { name: 'D', cvssv2: { score: 5 } },
            ],
          },
        ],
      },
      'dependency-check-json ok 1/0/1/0/0/0 +0',
    ],
    [
      'Kubescape has exceptions',
      { summaryDetails: { controls: { 'C-1': { statusInfo: { status: 'passed', subStatus: 'w/exceptions' } }, 'C-2': { status: 'error' } } } },
      'kubescape-json ok 0/0/0/0/0/0 +1 incomplete-scan',
    ],
    ['npm without the registry failed', { message: 'request failed', error: { summary: '', detail: '' } }, 'npm-audit-v2-json tool-error 0/0/0/0/0/0 +0'],
    [
      'Trivy counts failed misconfigurations, secrets and licences',
      trivy({
        Misconfigurations: [
          { Status: 'PASS', Severity: 'HIGH' },
          { Status: 'FAIL', Severity: 'LOW' },
        ],
        Secrets: [{ Severity: 'CRITICAL' }],
        Licenses: [{ Severity: 'HIGH' }],
      }),
      'trivy-json ok 1/1/0/1/0/0 +0 licences',
    ],
    [
      'Trivy lists what was accepted apart',
      trivy({ Vulnerabilities: null, ExperimentalModifiedFindings: [{ Type: 'vulnerability' }] }),
      'trivy-json ok 0/0/0/0/0/0 +1',
    ],
    [
      'Trivy reads clusters',
      {
        ClusterName: 'c',
        Resources: [
          { Kind: 'Pod', Results: [{ Target: 'i', Vulnerabilities: [{ Severity: 'HIGH' }] }] },
          { Kind: 'Pod', Error: 'no image' },
        ],
      },
      'trivy-json ok 0/1/0/0/0/0 +0 incomplete-scan',
    ],
    ['Trivy with nothing scanned is empty', { SchemaVersion: 2, ArtifactName: 'x', Results: null }, 'trivy-json empty 0/0/0/0/0/0 +0 no-results'],
    ['Semgrep that scanned no file is empty', { errors: [], results: [], paths: { scanned: [] } }, 'semgrep-json empty 0/0/0/0/0/0 +0 nothing-scanned'],
    [
      'Semgrep that failed before the first file failed',
      { errors: [{ message: 'no config' }], results: [], paths: { scanned: [] } },
      'semgrep-json tool-error 0/0/0/0/0/0 +0 incomplete-scan nothing-scanned',
    ],
    ['Conftest to which no policy applied is empty', [{ filename: 'a.yaml', successes: 0 }], 'conftest-json empty 0/0/0/0/0/0 +0 nothing-checked'],
    [
      'Kubescape that checked nothing is empty',
      { summaryDetails: { controls: { 'C-1': { status: 'skipped' }, 'C-2': { status: 'irrelevant' } } } },
      'kubescape-json empty 0/0/0/0/0/0 +0 nothing-checked skipped',
    ],
    [
      'Kubescape that could check nothing failed',
      { summaryDetails: { controls: { 'C-1': { status: 'error' }, 'C-2': { status: 'skipped' } } } },
      'kubescape-json tool-error 0/0/0/0/0/0 +0 incomplete-scan skipped',
    ],
    [
      'Grype has negligible ones, and ignored ones',
      { matches: [{ vulnerability: { id: 'C', severity: 'Negligible' }, artifact: {} }], ignoredMatches: [{}, {}], descriptor: { name: 'grype' } },
      'grype-json ok 0/0/0/1/0/0 +2',
    ],
    [
      'npm counts packages',
      { auditReportVersion: 2, vulnerabilities: { a: { severity: 'moderate', via: ['b'] } }, metadata: { vulnerabilities: { moderate: 1 } } },
      'npm-audit-v2-json ok 0/0/1/0/0/0 +0',
    ],
    ['npm that could not audit failed', { error: { code: 'ENOLOCK', summary: 'no lockfile' } }, 'npm-audit-v2-json tool-error 0/0/0/0/0/0 +0'],
    [
      'npm 6 counts advisories',
      { advisories: { 1: { severity: 'high', findings: [{ paths: ['a', 'b'] }] } }, metadata: { vulnerabilities: { high: 2 } } },
      'npm-audit-v1-json ok 0/1/0/0/0/0 +0 paths',
    ],
    [
      'npm 6 that disagrees with itself is told',
      { advisories: {}, actions: [], metadata: { vulnerabilities: { critical: 2 } } },
      'npm-audit-v1-json ok 0/0/0/0/0/0 +0 header-disagrees',
    ],
    ['Yarn repeats advisories by path', lines(advisory(7, 'high'), advisory(7, 'high'), yarnSummary), 'yarn-audit-json ok 0/1/0/0/0/0 +0 paths'],
    ['Yarn without a summary did not finish', lines(advisory(7, 'high')), 'yarn-audit-json ok 0/1/0/0/0/0 +0 incomplete-scan'],
    ['Yarn 4 writes trees', lines({ value: 'b', children: { ID: 7, Issue: 'T', Severity: 'critical' } }), 'yarn-audit-json ok 1/0/0/0/0/0 +0'],
    [
      'pip-audit has no severity',
      { dependencies: [{ name: 'a', version: '1', vulns: [{ id: 'P' }] }], fixes: [] },
      'pip-audit-json ok 0/0/0/0/0/1 +0 unknown-severity',
    ],
    [
      'pip-audit that skipped all is empty',
      { dependencies: [{ name: 'a', skip_reason: 'not on PyPI' }], fixes: [] },
      'pip-audit-json empty 0/0/0/0/0/0 +0 skipped',
    ],
    [
      'Bandit tells what it could not parse',
      { errors: [{ filename: 'a.py', reason: 'syntax error' }], results: [{ issue_severity: 'UNDEFINED' }], metrics: { _totals: { nosec: 2, loc: 5 } } },
      'bandit-json ok 0/0/0/0/0/1 +0 incomplete-scan nosec unknown-severity',
    ],
    [
      'Semgrep mixes vocabularies',
      {
        errors: [{ message: 'm' }],
        results: [
          { check_id: 'a', extra: { severity: 'ERROR' } },
          { check_id: 'b', extra: { severity: 'CRITICAL' } },
          { check_id: 'c', extra: { severity: 'ERROR', is_ignored: true } },
        ],
      },
      'semgrep-json ok 1/1/0/0/0/0 +1 incomplete-scan',
    ],
    ['gitleaks is always critical', [leak], 'gitleaks-json ok 1/0/0/0/0/0 +0'],
    ['TruffleHog is, too', lines(hog, { ...hog, Verified: false }), 'trufflehog-json ok 2/0/0/0/0/0 +0 unverified'],
    ['ZAP counts alerts, not instances', zap([{ '@name': 'https://x', alerts: [alert('3', '2'), alert('0', '1')] }]), 'zap-json ok 0/1/0/0/1/0 +0'],
    ['ZAP has false positives', zap({ '@name': 'https://x', alerts: [alert('3', '0')] }), 'zap-json ok 0/0/0/0/0/0 +1'],
    ['ZAP without a site is empty', zap([]), 'zap-json empty 0/0/0/0/0/0 +0 nothing-scanned'],
    [
      'ZAP has XML',
      '<OWASPZAPReport version="2.15.0"><site name="https://x"><alerts><alertitem><pluginid>1</pluginid><name>A</name><riskcode>2</riskcode><confidence>0</confidence></alertitem><alertitem><riskcode>3</riskcode><instances><instance><uri>https://x/</uri></instance></instances></alertitem></alerts></site></OWASPZAPReport>',
      'zap-xml ok 0/1/0/0/0/0 +1',
    ],
    [
      'Checkov has several frameworks',
      [
        {
          check_type: 'terraform',
          results: { failed_checks: [{ check_id: 'C', severity: null }], skipped_checks: [{}], parsing_errors: ['a.tf'] },
          summary: { failed: 1, skipped: 1, parsing_errors: 1 },
        },
        { check_type: 'helm', results: { failed_checks: [{ severity: 'HIGH' }] } },
      ],
      'checkov-json ok 0/1/0/0/0/1 +1 incomplete-scan unknown-severity',
    ],
    [
      'tfsec ignores',
      {
        results: [
          { rule_id: 'a', location: {}, severity: 'HIGH', status: 2 },
          { rule_id: 'b', location: {}, severity: 'LOW', status: 0 },
          { rule_id: 'c', location: {}, severity: 'LOW', status: 1 },
        ],
      },
      'tfsec-json ok 0/0/0/1/0/0 +1',
    ],
    [
      'Kubescape rates controls',
      {
        summaryDetails: {
          controls: {
            'C-1': { status: 'failed', scoreFactor: 9 },
            'C-2': { statusInfo: { status: 'failed' }, scoreFactor: 3 },
            'C-3': { status: 'skipped' },
            'C-4': { status: 'passed' },
          },
          controlsSeverityCounters: { criticalSeverity: 1, lowSeverity: 2 },
        },
      },
      'kubescape-json ok 1/0/0/1/0/0 +0 header-disagrees skipped',
    ],
    [
      'kube-bench has no severities',
      { Controls: [{ id: '1', total_fail: 1, tests: [{ results: [{ status: 'FAIL' }, { status: 'WARN' }] }] }], Totals: {} },
      'kube-bench-json ok 0/0/0/0/0/1 +0 undecided unknown-severity',
    ],
    [
      'kube-score has grades',
      [{ object_name: 'd', checks: [{ grade: 1 }, { grade: 5 }, { grade: 7 }, { grade: 10 }, { grade: 1, skipped: true }] }],
      'kube-score-json ok 1/0/1/1/0/0 +0',
    ],
    [
      'Conftest has exceptions',
      [{ filename: 'a.yaml', successes: 1, exceptions: [{ msg: 'e' }], warnings: [{ msg: 'w' }] }],
      'conftest-json ok 0/0/1/0/0/0 +1 unscored',
    ],
    [
      'OSV-Scanner counts groups of aliases',
      {
        results: [
          {
            source: { path: 'go.mod' },
            packages: [
              {
                package: { name: 'p' },
                vulnerabilities: [{ id: 'GO-1' }, { id: 'GHSA-1' }, { id: 'GHSA-2', database_specific: { severity: 'MODERATE' } }],
                groups: [
                  { ids: ['GO-1', 'GHSA-1'], max_severity: '9.8' },
                  { ids: ['GHSA-2'], max_severity: '' },
                ],
              },
            ],
          },
        ],
      },
      'osv-scanner-json ok 1/0/1/0/0/0 +0',
    ],
    [
      'Dependency-Check suppresses',
      {
        reportSchema: '1.1',
        scanInfo: {},
        dependencies: [{ fileName: 'a.jar', vulnerabilities: [{ name: 'C', severity: 'moderate' }], suppressedVulnerabilities: [{}] }],
      },
      'dependency-check-json ok 0/0/1/0/0/0 +1',
    ],
    [
      'Snyk counts an issue once',
      {
        ok: false,
        dependencyCount: 2,
        uniqueCount: 1,
        vulnerabilities: [
          { id: 'S', severity: 'high' },
          { id: 'S', severity: 'high' },
        ],
        filtered: { ignore: [{ id: 'T' }] },
      },
      'snyk-json ok 0/1/0/0/0/0 +1',
    ],
    ['Snyk that could not test failed', { ok: false, error: 'no target file', path: '.' }, 'snyk-json tool-error 0/0/0/0/0/0 +0'],
    ['hadolint has levels', [{ code: 'DL3006', level: 'warning', file: 'Dockerfile', line: 1, message: 'm' }], 'hadolint-json ok 0/0/1/0/0/0 +0 unscored'],
    [
      'ESLint has two severities',
      [{ filePath: 'a.js', errorCount: 2, messages: [{ severity: 2, fatal: true }, { severity: 1 }], suppressedMessages: [{}] }],
      'eslint-json ok 0/1/1/0/0/0 +1 header-disagrees incomplete-scan unscored',
    ],
  ])('%s', (_, document, wanted) => {
    expect(described(document)).toBe(wanted);
  });

  it.each([
    ['a list that is none', trivy({ Vulnerabilities: {} }), /Vulnerabilities is no list/],
    ['a risk that does not exist', zap([{ alerts: [alert('4', '1')] }]), /riskcode "4"/],
    ['packages that are no object', { auditReportVersion: 2, vulnerabilities: [] }, /no vulnerabilities by package/],
    ['a status that does not exist', [{ total_fail: 0, tests: [{ results: [{ status: 'fail' }] }] }], /status "fail"/],
    ['an issue without an id', { ok: true, dependencyCount: 1, vulnerabilities: [{ severity: 'high' }] }, /no id/],
    ['a grade that does not exist', [{ object_name: 'd', checks: [{ grade: 0 }] }], /grade 0/],
    [
      'npm that counts what it does not list',
      { auditReportVersion: 2, vulnerabilities: {}, metadata: { vulnerabilities: { critical: 3, total: 3 } } },
      /counts 3/,
    ],
    [
      'Kubescape that counts what it does not list',
      { summaryDetails: { controls: { 'C-1': { status: 'passed' } }, controlsSeverityCounters: { highSeverity: 2 } } },
      /counts 2/,
    ],
    ['Checkov that counts what it does not list', { passed: 0, failed: 7, skipped: 0, checkov_version: '3.2.0' }, /counts 7 failed checks/],
    [
      'Checkov whose list was emptied',
      { check_type: 'terraform', results: { passed_checks: [], failed_checks: [] }, summary: { failed: 7 } },
      /counts 7 failed checks/,
    ],
    ['a line that is cut', `${lines(hog)}\n{"SourceMetadata": {`, /no whole JSON object/],
  ])('rejects %s, and never counts it as nothing', (_, document, reason) => {
    expect(described(document)).toMatch(reason);
  });

  it.each([
    ['gitleaks', JSON.stringify([leak])],
    ['TruffleHog', lines(hog)],
  ])('never repeats a secret that %s found', (_, text) => {
    const report = readReport('leaks', new TextEncoder().encode(text));
    expect(JSON.stringify(report)).not.toContain('AKIAVERYSECRET');
    expect(report).toMatchObject({ findings: [{ severity: 'critical', file: 'a.env', line: 3 }] });
  });

  it('gives the worst findings first, on one line each', () => {
    const matches = ['Low', 'Critical'].map((severity) => ({
      vulnerability: { id: `${severity}\n::error::x`, severity },
      artifact: { name: 'a', version: '1', locations: [{ path: '/a.lock' }] },
    }));
    const report = readReport('grype', new TextEncoder().encode(JSON.stringify({ matches, descriptor: { name: 'grype', version: '0.80.0' } })));
    expect(report).toMatchObject({ tool: 'grype 0.80.0', findings: [{ id: 'Critical ::error::x', file: '/a.lock' }, { severity: 'low' }] });
  });
});
