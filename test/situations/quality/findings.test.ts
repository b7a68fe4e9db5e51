import { readManifest } from '../../support/stage.ts';
import { asksFor } from '../asking.ts';
import { type Step, situations } from '../situation.ts';
import { tested } from '../steps.ts';

const scans = asksFor(['security.scan']);
const bugs = asksFor(['quality.bugs']);
const scanned = { ...asksFor(['security.scan'], { settings: '  codeScanning: true\n' }) };

/** What Semgrep writes of so many findings of a severity. */
function semgrep(found: number, severity = 'CRITICAL'): string {
  const results = Array.from({ length: found }, (_, index) => ({
    check_id: `rules.injection-${index}`,
    path: 'src/work.ts',
    start: { line: 1, col: 1 },
    end: { line: 1, col: 9 },
    extra: { severity, message: 'Text of the caller reaches a query', metadata: {} },
  }));
  return JSON.stringify({ version: '1.150.0', errors: [], results, paths: { scanned: ['src/work.ts'] } });
}

/** What Trivy writes of so many vulnerable packages of a severity. */
function trivy(found: number, severity = 'CRITICAL'): string {
  const Vulnerabilities = Array.from({ length: found }, (_, index) => ({
    VulnerabilityID: `CVE-2026-${1000 + index}`,
    PkgName: `left-pad-${index}`,
    InstalledVersion: '1.0.0',
    Severity: severity,
  }));
  return JSON.stringify({
    SchemaVersion: 2,
    ArtifactName: '.',
    ArtifactType: 'filesystem',
    Results: [{ Target: 'package-lock.json', Class: 'lang-pkgs', Type: 'npm', Vulnerabilities }],
  });
}

const both = (code: string, dependencies: string) => tested({ 'semgrep.json': code, 'trivy.json': dependencies });

/** So many open issues with a label, and one that is closed: the label is there in any case. */
function openBugs(label: string, count: number): Step {
  return ({ stage, repository }) => {
    const { people } = stage.github;
    for (let index = 0; index <= count; index += 1) {
      const { number } = people.openIssue({ repository, as: 'ana', title: `Bug ${index}`, labels: [label] });
      if (index === count) people.close({ repository, as: 'ana', number });
    }
  };
}

/** An analysis of the test merge of the pull request, or of another commit. */
function analysed(results: readonly { readonly security: 'critical' | 'high' }[], of: 'head' | 'base' = 'head'): Step {
  return ({ stage, repository, pull }) => {
    const ref = of === 'head' ? `refs/pull/${pull.number}/head` : 'refs/heads/main';
    const commitSha = of === 'head' ? pull.pull.headSha : (repository.refs.get('refs/heads/main') ?? '');
    const found = results.map(
      ({ security }, index) => ({ rule: `js/sql-injection-${index}`, severity: 'error', security, path: 'src/work.ts', line: 1 }) as const,
    );
    stage.github.people.scanCode({ repository, ref, commitSha, results: found });
  };
}

const clean = tested({ 'trivy.json': trivy(0) });

situations('the findings that quality asks for', [
  {
    that: 'pass when both scans ran and found nothing critical',
    ...scans,
    steps: [both(semgrep(0), trivy(0))],
    checks: { quality: ['success', 'The only quality criterion that binds now holds'] },
  },
  {
    that: 'pass with findings of lower severity',
    ...scans,
    steps: [both(semgrep(3, 'HIGH'), trivy(2, 'HIGH'))],
    checks: { quality: ['success', '0 open findings (critical)'] },
  },
  {
    that: 'fail with one critical finding in the code',
    ...scans,
    steps: [both(semgrep(1), trivy(0))],
    checks: { quality: ['failure', '1 open finding (critical); at most 0 are accepted', 'Resolve 1 or more findings (critical).'] },
  },
  {
    that: 'fail with critical findings in the dependencies, said in Spanish',
    ...asksFor(['security.scan'], { locale: 'es' }),
    steps: [both(semgrep(0), trivy(2))],
    checks: { quality: ['failure', '2 hallazgos abiertos', 'Resuelva 2 o más hallazgos'] },
  },
  {
    that: 'cannot be judged when one of the scans did not run',
    ...scans,
    steps: [tested({ 'semgrep.json': semgrep(0) })],
    checks: { quality: ['action_required', 'Findings of the scan “dependencies”: no report was found', 'upload the report'] },
  },
  {
    that: 'cannot be judged by findings without a severity',
    ...scans,
    steps: [both(semgrep(0), trivy(1, 'UNKNOWN'))],
    checks: { quality: ['action_required', '1 without a severity', 'Give the findings without a severity one'] },
  },
  {
    that: 'cannot be judged when the scanner says that it failed',
    ...scans,
    steps: [
      both(
        JSON.stringify({ version: '1', results: [], errors: [{ level: 'error', message: 'Rule file not found', type: 'x' }], paths: { scanned: [] } }),
        trivy(0),
      ),
    ],
    checks: { quality: ['action_required', 'semgrep.json'] },
  },
  {
    that: 'pass with four high bugs open',
    ...bugs,
    steps: [openBugs('bug:critical', 0), openBugs('bug:high', 4)],
    checks: { quality: ['success', '4 open with `bug:high`; fewer than 5 are accepted'] },
  },
  {
    that: 'fail with five high bugs open',
    ...bugs,
    steps: [openBugs('bug:critical', 0), openBugs('bug:high', 5)],
    checks: { quality: ['failure', '5 open with `bug:high`', 'Close 1 or more of the issues with `bug:high`.'] },
  },
  {
    that: 'fail with one critical bug open, said in Spanish',
    ...asksFor(['quality.bugs'], { locale: 'es' }),
    steps: [openBugs('bug:critical', 1), openBugs('bug:high', 0)],
    checks: { quality: ['failure', '1 abierto con `bug:critical`; se aceptan menos de 1', 'Cierre 1 o más'] },
  },
  {
    that: 'cannot be judged while nobody made the labels: none is not zero',
    ...bugs,
    checks: { quality: ['action_required', 'The label `bug:critical` does not exist', 'Create the label'] },
  },
  {
    that: 'pass with code scanning that found nothing in this commit',
    ...scanned,
    steps: [analysed([]), clean],
    checks: { quality: ['success', 'Findings of the scan “code”**: 0 open findings (critical)'] },
  },
  {
    that: 'fail with an open critical alert of code scanning',
    ...scanned,
    steps: [analysed([{ security: 'critical' }, { security: 'high' }]), clean],
    checks: { quality: ['failure', 'Open alerts of code scanning', 'is:open'] },
  },
  {
    that: 'pass again when a newer analysis no longer has the alert',
    ...scanned,
    steps: [analysed([{ security: 'critical' }]), clean, analysed([]), ({ stage, repository, pull }) => stage.look(repository, pull.number)],
    checks: { quality: 'success' },
  },
  {
    that: 'cannot be judged by an analysis of another commit',
    ...scanned,
    steps: [analysed([], 'base'), clean],
    checks: { quality: ['action_required', 'has analysed neither this commit nor its test merge', 'with `on: pull_request`'] },
  },
  {
    that: 'cannot be judged where code scanning is off',
    ...scanned,
    steps: [({ stage, repository }) => stage.github.people.switchCodeScanning({ repository, on: false }), clean],
    checks: { quality: ['action_required', 'Code scanning is not turned on in this repository', 'Settings, Code security'] },
  },
]);

const { security_events: _notGranted, ...permissions } = readManifest().default_permissions;

situations(
  'the alerts of code scanning without the permission',
  [
    {
      that: 'cannot be judged, and the permission is named',
      ...scanned,
      steps: [analysed([]), clean],
      checks: { quality: ['action_required', 'security_events: read'] },
    },
  ],
  { permissions },
);
