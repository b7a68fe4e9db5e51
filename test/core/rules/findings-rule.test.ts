import { describe, expect, it } from 'vitest';
import { bundle, findings, metrics, tests, type WorldInput } from './rule-world.ts';
import { judge, tell, type Told } from './told.ts';

const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0, unknown: 0 };
const rule = (atMost: unknown, severities: readonly string[] = ['critical', 'high'], scan = 'code') => ({ findings: { scan, severities, atMost } });
const running = { bundles: [], refused: [], runningWorkflows: [{ path: '.github/workflows/ci.yml', startedAt: '2027-01-28T17:50:00Z' }] };
const waits = { next: 'Nothing to do; without a report by 2027-01-28T18:50:00.000Z this becomes “cannot be evaluated”.', until: '2027-01-28T18:50:00.000Z' };
const title = 'Findings of the scan “code”';
const unnamed = (bySeverity: Partial<typeof none>, changes: object = {}) => findings('x', bySeverity, { scan: null, file: 'odd.sarif', ...changes });

type Row = readonly [name: string, rule: unknown, changes: WorldInput, told: Told];

const rows: readonly Row[] = [
  [
    'pass with as many as are accepted, of all reports together',
    rule(3),
    { reports: [findings('code', { critical: 1, medium: 9 }), findings('code', { high: 2 }), findings('iac', { high: 9 }), tests('unit', {}), metrics({})] },
    { is: 'pass findings.pass', why: '3 open findings (critical and high); at most 3 are accepted', next: null },
  ],
  [
    'fail with one more',
    rule(1),
    { reports: [findings('code', { critical: 1, high: 1 })] },
    {
      is: 'fail findings.too-many',
      why: '2 open findings (critical and high); at most 1 is accepted',
      next: 'Resolve 1 or more findings (critical and high).',
    },
  ],
  [
    'fail by what is known, though more is awaited',
    rule(0, ['critical']),
    { snapshot: { evidence: { ...running, bundles: [bundle([findings('code', { critical: 3 })])] } } },
    { is: 'fail findings.too-many', why: '3 open findings (critical); at most 0 are accepted', next: 'Resolve 3 or more findings (critical).' },
  ],
  [
    'cannot be judged where those without a severity decide',
    rule(1),
    { reports: [findings('code', { high: 1, unknown: 1 })] },
    {
      is: 'cannot-evaluate findings.unknown-severity',
      why: '1 open finding (critical and high) and 1 without a severity, which may belong to them; at most 1 is accepted',
      next: 'Give the findings without a severity one (rule metadata or `security-severity`) and scan again.',
    },
  ],
  [
    'pass where those without a severity do not decide',
    rule(2),
    { reports: [findings('code', { high: 1, unknown: 1 })] },
    { is: 'pass findings.pass', why: '1 open finding (critical and high); at most 2 are accepted', next: null },
  ],
  [
    'count those without a severity once where they are asked for',
    rule(1, ['unknown']),
    { reports: [findings('code', { unknown: 1 })] },
    { is: 'pass findings.pass', why: '1 open finding (unknown severity); at most 1 is accepted', next: null },
  ],
  [
    'are missing without a report of the scan',
    rule(0, ['critical'], 'secrets'),
    { reports: [findings('code', {})] },
    {
      is: 'cannot-evaluate findings.missing',
      why: 'Findings of the scan “secrets”: no report was found',
      next: 'Let a workflow of this commit upload the report (`scan: secrets`) and run it again.',
    },
  ],
  [
    'are awaited while a workflow may bring the report',
    rule(0),
    { snapshot: { evidence: running } },
    { is: 'pending evidence.awaited', why: `${title}: the workflow that should report it is still running`, ...waits },
  ],
  [
    'are awaited though a report is here',
    rule(0),
    { snapshot: { evidence: { ...running, bundles: [bundle([findings('code', {})])] } } },
    { is: 'pending evidence.awaited', why: `${title}: \`.github/workflows/ci.yml\` is still running, and may bring more or replace what is here`, ...waits },
  ],
  [
    'are not counted in a report that cannot be read',
    rule(0),
    { reports: [findings('code', { critical: 9 }, { outcome: 'tool-error' })] },
    {
      is: 'cannot-evaluate report.tool-error',
      why: `${title}: the report \`code.sarif\` says that its tool failed`,
      next: 'Mend the step that writes `code.sarif` and run the workflow again.',
    },
  ],
  [
    'are not told to be none by an empty SARIF',
    rule(0),
    { reports: [findings('code', {}, { outcome: 'empty' })] },
    {
      is: 'cannot-evaluate report.empty',
      why: `${title}: \`code.sarif\` lists no results. A SARIF file of a clean scan cannot be told from one of a scan that did not run`,
      next: 'Let the scanner write its own JSON beside `code.sarif` (Semgrep, Trivy, … say there what they looked at) and upload that instead, or let an authority attest where the criterion allows it.',
    },
  ],
  [
    'are not told to be none by another empty report',
    rule(0),
    { reports: [findings('code', {}, { outcome: 'empty', format: 'trivy-json' })] },
    {
      is: 'cannot-evaluate report.empty',
      why: `${title}: the report \`code.sarif\` holds no results`,
      next: 'Mend the step that writes `code.sarif` and run the workflow again.',
    },
  ],
  [
    'of no known scan may be of this one, where they decide',
    rule(1),
    { reports: [findings('code', { high: 1 }), unnamed({ unknown: 1 })] },
    {
      is: 'cannot-evaluate findings.unclassified',
      why: `${title}: with those of \`odd.sarif\`, whose scan is not known, there are too many: 2 open findings (critical, high and unknown severity); at most 1 is accepted`,
      next: 'Say what was scanned, under `evidence.reports` in `.github/sprintgate.yml`: `- { files: ["odd.sarif"], scan: code }`, or another scan; or with the Action\'s input `scan`.',
    },
  ],
  [
    'of no known scan do not matter where they do not decide',
    rule(2),
    { reports: [findings('code', { high: 1 }), unnamed({ high: 1, low: 9 })] },
    { is: 'pass findings.pass', why: '1 open finding (critical and high); at most 2 are accepted', next: null },
  ],
  [
    'of no known scan are told by the report that has any',
    rule(0),
    { reports: [findings('code', {}), unnamed({ low: 1 }, { file: 'low.sarif' }), unnamed({ high: 1 })] },
    {
      is: 'cannot-evaluate findings.unclassified',
      why: `${title}: with those of \`odd.sarif\`, whose scan is not known, there are too many: 1 open finding (critical, high and unknown severity); at most 0 are accepted`,
      next: 'Say what was scanned, under `evidence.reports` in `.github/sprintgate.yml`: `- { files: ["odd.sarif"], scan: code }`, or another scan; or with the Action\'s input `scan`.',
    },
  ],
  [
    'may be in a report of no known scan that cannot be read',
    rule(0),
    { reports: [findings('code', {}), unnamed({}, { outcome: 'reject' })] },
    {
      is: 'cannot-evaluate report.reject',
      why: `${title}: the report \`odd.sarif\` cannot be read`,
      next: 'Mend the step that writes `odd.sarif` and run the workflow again. What it is about is not known; if it is something else, say so under `evidence.reports` in `.github/sprintgate.yml`, in the form `- { files: ["odd.sarif"], scan: code }`.',
    },
  ],
  [
    'are held against a number that nobody set',
    rule({ parameter: 'sla.latency' }),
    { reports: [findings('code', {})] },
    {
      is: 'cannot-evaluate parameter.unset',
      why: 'The team has not set “Latency” yet',
      next: 'Agree on the figure and add it to `.github/sprintgate.yml`: `parameters: { sla.latency: … }`',
    },
  ],
];

describe('findings of a scan', () => {
  it.each(rows)('%s', (...row) => {
    const [, asked, changes, told] = row;
    expect(tell(asked, changes)).toEqual(told);
  });

  it('are named by the scan, whatever is known', () => {
    for (const reports of [[], [findings('code', {})], [unnamed({}, { outcome: 'reject' })]])
      expect(judge(rule(0), { reports })).toMatchObject({ id: 'findings.code', title });
    const es = tell(rule(0), { locale: 'es', reports: [findings('code', { high: 2 })] });
    expect(es.why).toBe('2 hallazgos abiertos (críticos y altos); se aceptan 0 como máximo');
    expect(es.next).toBe('Resuelva 2 o más hallazgos (críticos y altos).');
  });
});
