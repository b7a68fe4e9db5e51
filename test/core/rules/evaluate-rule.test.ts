import { describe, expect, it } from 'vitest';
import { packLines } from '../../../src/core/evidence/coverage/line-hits.ts';
import type { CoverageReport } from '../../../src/core/evidence/report.ts';
import { evaluateRule } from '../../../src/core/rules/evaluate-rule.ts';
import { type Rule, ruleSchema } from '../../../src/core/rules/rule.ts';
import { bundle, decision, findings, metrics, playbookOf, seededIssue, tests, world, type WorldInput } from './rule-world.ts';

const running = { runningWorkflows: [{ path: '.github/workflows/ci.yml', startedAt: '2027-01-28T17:50:00Z' }], refused: [] };
const check = { id: 1, name: 'ci / lint', appId: 15368, status: 'completed', conclusion: 'success', externalId: null, title: null, summary: null };

function verdictOf(rule: unknown, changes: WorldInput = {}, path: string[] = []) {
  const parsed: Rule = ruleSchema.parse(rule);
  const { verdict, code } = evaluateRule(parsed, { ...world(changes).context, path });
  return `${verdict} ${code}`;
}

function coverage(path: string, covered: number, total: number): CoverageReport {
  const lines = packLines(Array.from({ length: total }, (_, index) => [index + 1, index < covered ? 1 : 0] as const));
  const count = { covered, total };
  const totals = { lines: count, branches: null, functions: null, statements: null, instructions: null };
  return { kind: 'coverage', file: 'lcov.info', format: 'lcov', outcome: 'ok', flags: [], totals: { ...totals, files: 1 }, files: [{ path, lines, totals }] };
}

type Row = readonly [name: string, rule: unknown, changes: WorldInput, expected: string];

const api = coverage('src/api/a.ts', 9, 10);
const web = coverage('src/web/w.ts', 8, 10);

const rows: readonly Row[] = [
  ['coverage at its floor', { coverage: { of: 'api' } }, { reports: [api, web] }, 'pass coverage.pass'],
  ['coverage below a floor of its own', { coverage: { of: 'api', floor: 9001 } }, { reports: [api, web] }, 'fail coverage.below-floor'],
  ['total at its strict floor', { coverage: { of: 'total' } }, { reports: [api, web] }, 'fail coverage.below-floor'],
  ['coverage without a report', { coverage: { of: 'api' } }, {}, 'cannot-evaluate coverage.no-report'],
  ['coverage of a kind without components', { coverage: { of: 'model' } }, { reports: [api] }, 'not-applicable scope.kind'],
  [
    'coverage against an unset parameter',
    { coverage: { of: 'api', floor: { parameter: 'sla.latency' } } },
    { reports: [api] },
    'cannot-evaluate parameter.unset',
  ],

  ['tests that ran and passed', { tests: { type: 'unit' } }, { reports: [tests('unit', { tests: 3, passed: 3 })] }, 'pass tests.pass'],
  ['tests of which one failed', { tests: { type: 'unit' } }, { reports: [tests('unit', { tests: 3, passed: 2, failed: 1 })] }, 'fail tests.failed'],
  ['tests that broke', { tests: { type: 'unit' } }, { reports: [tests('unit', { tests: 3, passed: 2, errors: 1 })] }, 'fail tests.failed'],
  ['tests that are too few', { tests: { type: 'unit', least: 5 } }, { reports: [tests('unit', { tests: 3, passed: 3 })] }, 'fail tests.too-few'],
  ['tests that were all skipped', { tests: { type: 'unit' } }, { reports: [tests('unit', { tests: 3, skipped: 3 })] }, 'cannot-evaluate tests.none-ran'],
  ['tests of another type only', { tests: { type: 'load' } }, { reports: [tests('unit', { tests: 3, passed: 3 })] }, 'cannot-evaluate tests.missing'],
  ['an empty test report', { tests: { type: 'unit' } }, { reports: [tests('unit', {}, { outcome: 'empty' })] }, 'cannot-evaluate report.empty'],
  [
    'one rejected beside one good test report',
    { tests: { type: 'unit' } },
    { reports: [tests('unit', { tests: 3, passed: 3 }), tests('unit', {}, { outcome: 'reject' })] },
    'cannot-evaluate report.reject',
  ],
  ['tests that a workflow still runs', { tests: { type: 'unit' } }, { snapshot: { evidence: { bundles: [], ...running } } }, 'pending evidence.awaited'],
  [
    'tests of each component of a kind',
    { tests: { type: 'unit', kind: 'api' } },
    { reports: [tests('unit', { tests: 1, passed: 1 }, { component: 'shop-api' })] },
    'pass tests.pass',
  ],
  [
    'tests of another component',
    { tests: { type: 'unit', kind: 'api' } },
    { reports: [tests('unit', { tests: 1, passed: 1 }, { component: 'shop-web' })] },
    'cannot-evaluate tests.missing',
  ],
  ['tests of a kind that is not there', { tests: { type: 'unit', kind: 'model' } }, {}, 'not-applicable scope.kind'],

  ['no findings', { findings: { scan: 'code', severities: ['critical'], atMost: 0 } }, { reports: [findings('code', { low: 9 })] }, 'pass findings.pass'],
  [
    'a critical finding',
    { findings: { scan: 'code', severities: ['critical'], atMost: 0 } },
    { reports: [findings('code', { critical: 1 })] },
    'fail findings.too-many',
  ],
  [
    'a finding without severity',
    { findings: { scan: 'code', severities: ['critical'], atMost: 0 } },
    { reports: [findings('code', { unknown: 1 })] },
    'cannot-evaluate findings.unknown-severity',
  ],
  [
    'unknown findings that still fit',
    { findings: { scan: 'code', severities: ['high'], atMost: 4 } },
    { reports: [findings('code', { high: 2, unknown: 2 })] },
    'pass findings.pass',
  ],
  [
    'unknown findings that are asked for',
    { findings: { scan: 'code', severities: ['critical', 'unknown'], atMost: 0 } },
    { reports: [findings('code', { unknown: 1 })] },
    'fail findings.too-many',
  ],
  [
    'a scan that did not run',
    { findings: { scan: 'secrets', severities: ['critical'], atMost: 0 } },
    { reports: [findings('code', {})] },
    'cannot-evaluate findings.missing',
  ],
  [
    'a scan whose tool failed',
    { findings: { scan: 'code', severities: ['critical'], atMost: 0 } },
    { reports: [findings('code', {}, { outcome: 'tool-error' })] },
    'cannot-evaluate report.tool-error',
  ],
  [
    'findings against an unset parameter',
    { findings: { scan: 'code', severities: ['critical'], atMost: { parameter: 'sla.latency' } } },
    { reports: [findings('code', {})] },
    'cannot-evaluate parameter.unset',
  ],

  ['a metric at its limit, inclusive', { metric: { name: 'drift', is: '<=', than: 0.1 } }, { reports: [metrics({ drift: 0.1 })] }, 'pass metric.pass'],
  ['a metric at its limit, strict', { metric: { name: 'drift', is: '<', than: 0.1 } }, { reports: [metrics({ drift: 0.1 })] }, 'fail metric.off'],
  [
    'a metric that one of two reports misses',
    { metric: { name: 'drift', is: '<', than: 1 } },
    { reports: [metrics({ drift: 0 }), metrics({ drift: 2 })] },
    'fail metric.off',
  ],
  ['a metric that says yes', { metric: { name: 'registered', is: '=', than: 1 } }, { reports: [metrics({ registered: true })] }, 'pass metric.pass'],
  [
    'a metric that is not a number',
    { metric: { name: 'drift', is: '<', than: 1 } },
    { reports: [metrics({ drift: Number.NaN })] },
    'cannot-evaluate metric.not-a-number',
  ],
  [
    'a metric in a unit that cannot be compared',
    { metric: { name: 'latency.p95', is: '<', than: { parameter: 'share' } } },
    { reports: [metrics({ 'latency.p95': 1 })] },
    'cannot-evaluate metric.unit',
  ],
  [
    'a ratio against a percentage, at its limit',
    { metric: { name: 'error-rate', is: '<=', than: { parameter: 'share' } } },
    { reports: [metrics({ 'error-rate': 0.05 })] },
    'pass metric.pass',
  ],
  [
    'a ratio against a percentage, above it',
    { metric: { name: 'error-rate', is: '<=', than: { parameter: 'share' } } },
    { reports: [metrics({ 'error-rate': 0.0501 })] },
    'fail metric.off',
  ],
  ['a metric that nobody reports', { metric: { name: 'drift', is: '<', than: 1 } }, { reports: [metrics({})] }, 'cannot-evaluate metric.missing'],
  [
    'a metric against an unset parameter',
    { metric: { name: 'p95', is: '<', than: { parameter: 'sla.latency' } } },
    { reports: [metrics({ p95: 1 })] },
    'cannot-evaluate parameter.unset',
  ],
  [
    'a metric against a parameter of words',
    { metric: { name: 'p95', is: '<', than: { parameter: 'word' } } },
    { reports: [metrics({ p95: 1 })] },
    'cannot-evaluate parameter.not-a-number',
  ],
  [
    'the pyramid in its shape',
    { metric: { name: 'pyramid.deviation', is: '<=', than: 0 } },
    { reports: [tests('unit', { tests: 3 }), tests('e2e', { tests: 1 })] },
    'pass metric.pass',
  ],
  [
    'the pyramid upside down',
    { metric: { name: 'pyramid.deviation', is: '<=', than: 1000 } },
    { reports: [tests('unit', { tests: 1 }), tests('e2e', { tests: 3 })] },
    'fail metric.off',
  ],
  [
    'the pyramid without a level',
    { metric: { name: 'pyramid.deviation', is: '<=', than: 1000 } },
    { reports: [tests('unit', { tests: 1 })] },
    'cannot-evaluate metric.missing',
  ],

  ['files that are there', { files: { paths: ['docs/**'] } }, {}, 'pass files.found'],
  ['files that are too few', { files: { paths: ['docs/**'], least: 2 } }, {}, 'fail files.missing'],
  ['files of a tree that is not known', { files: { paths: ['docs/**'] } }, { snapshot: { tree: null } }, 'cannot-evaluate files.no-tree'],

  ['a check that succeeded', { checkRun: { name: 'ci / *' } }, { snapshot: { checkRuns: [check] } }, 'pass check.pass'],
  [
    'a check whose newest run failed',
    { checkRun: { name: 'ci / *' } },
    { snapshot: { checkRuns: [{ ...check, id: 2, conclusion: 'failure' }, check] } },
    'fail check.failed',
  ],
  [
    'a check that was skipped',
    { checkRun: { name: 'ci / *' } },
    { snapshot: { checkRuns: [{ ...check, conclusion: 'skipped' }] } },
    'cannot-evaluate check.no-verdict',
  ],
  [
    'a check that is neutral',
    { checkRun: { name: 'ci / *' } },
    { snapshot: { checkRuns: [{ ...check, conclusion: 'neutral' }] } },
    'cannot-evaluate check.no-verdict',
  ],
  [
    'a check of ours',
    { checkRun: { name: '**' } },
    { snapshot: { checkRuns: [{ ...check, name: 'sprintgate/quality', appId: 99 }] } },
    'cannot-evaluate check.missing',
  ],
  [
    'a check that still runs',
    { checkRun: { name: 'ci / *' } },
    { snapshot: { checkRuns: [{ ...check, status: 'in_progress', conclusion: null }], evidence: { bundles: [], ...running } } },
    'pending check.running',
  ],
  [
    'a check that never ends',
    { checkRun: { name: 'ci / *' } },
    { snapshot: { checkRuns: [{ ...check, status: 'in_progress', conclusion: null }] } },
    'cannot-evaluate check.running',
  ],

  [
    'few open issues',
    { issues: { labels: ['bug:high'], open: { fewerThan: { parameter: 'bugs.max' } } } },
    { snapshot: { openIssuesByLabel: { 'bug:high': 4 } } },
    'pass issues.few',
  ],
  [
    'as many open issues as are too many',
    { issues: { labels: ['bug:high'], open: { fewerThan: 5 } } },
    { snapshot: { openIssuesByLabel: { 'bug:high': 5 } } },
    'fail issues.too-many',
  ],
  [
    'issues with two labels',
    { issues: { labels: ['story', 'mvp'], open: { fewerThan: 1 } } },
    { snapshot: { openIssuesByLabel: { 'mvp,story': 0, mvp: 3 } } },
    'pass issues.few',
  ],
  [
    'issues with a label that does not exist',
    { issues: { labels: ['bug'], open: { fewerThan: 5 } } },
    { snapshot: { openIssuesByLabel: { bug: null }, absentLabels: ['bug'] } },
    'cannot-evaluate issues.no-label',
  ],
  [
    'issues that could not be counted',
    { issues: { labels: ['bug'], open: { fewerThan: 5 } } },
    { snapshot: { openIssuesByLabel: { bug: null } } },
    'cannot-evaluate issues.unread',
  ],
  ['issues that nobody counted', { issues: { labels: ['bug'], open: { fewerThan: 5 } } }, {}, 'cannot-evaluate issues.unread'],
  [
    'items that are all closed',
    { issues: { closed: 's0.task.*' } },
    { snapshot: { seeded: [seededIssue('s0.task.one', 1, 'closed'), seededIssue('s0.task.two', 2, 'closed')] } },
    'pass issues.closed',
  ],
  [
    'an item that is open',
    { issues: { closed: 's0.task.*' } },
    { snapshot: { seeded: [seededIssue('s0.task.one', 1, 'closed'), seededIssue('s0.task.two', 2, 'open')] } },
    'fail issues.open',
  ],
  [
    'an item that was never seeded',
    { issues: { closed: 's0.task.*' } },
    { snapshot: { seeded: [seededIssue('s0.task.one', 1, 'closed')] } },
    'cannot-evaluate issues.not-seeded',
  ],
  ['an item that does not exist', { issues: { closed: 'nothing' } }, {}, 'cannot-evaluate issues.no-such-item'],
  ['an item for another regulation', { issues: { closed: 's0.cnbv' } }, {}, 'cannot-evaluate issues.no-such-item'],

  ['a checkpoint that is signed', { checkpoint: 'plan-review' }, { snapshot: { decisions: [decision('approve', 'plan-review')] } }, 'pass checkpoint.approved'],
  ['a checkpoint that is not signed', { checkpoint: 'ship-review' }, {}, 'fail checkpoint.unsigned'],
  ['a checkpoint whose authority has no names', { checkpoint: 'make-review' }, {}, 'cannot-evaluate checkpoint.authority-unset'],
  ['a checkpoint that does not exist', { checkpoint: 'other' }, {}, 'cannot-evaluate checkpoint.unknown'],

  ['a parameter that is set', { parameter: { set: 'bugs.max' } }, {}, 'pass parameter.set'],
  ['a parameter that is not set', { parameter: { set: 'sla.latency' } }, {}, 'cannot-evaluate parameter.unset'],
  ['a parameter that does not exist', { parameter: { set: 'other' } }, {}, 'cannot-evaluate parameter.unknown'],

  ['a criterion that does not exist', { criterion: 'other' }, {}, 'cannot-evaluate criterion.unknown'],
  ['all of a pass and a fail', { all: [{ parameter: { set: 'bugs.max' } }, { files: { paths: ['no'] } }] }, {}, 'fail all.fail'],
  ['all of a fail and an unknown', { all: [{ parameter: { set: 'other' } }, { files: { paths: ['no'] } }] }, {}, 'fail all.fail'],
  ['all of nothing', { all: [] }, {}, 'cannot-evaluate all.empty'],
  ['all of what does not apply', { all: [{ coverage: { of: 'model' } }] }, {}, 'cannot-evaluate all.empty'],
  ['any of a fail and a pass', { any: [{ files: { paths: ['no'] } }, { parameter: { set: 'bugs.max' } }] }, {}, 'pass any.pass'],
  ['any of a fail and an unknown', { any: [{ files: { paths: ['no'] } }, { parameter: { set: 'other' } }] }, {}, 'cannot-evaluate any.cannot-evaluate'],
  ['any of nothing', { any: [] }, {}, 'cannot-evaluate any.empty'],
  ['not of a pass', { not: { parameter: { set: 'bugs.max' } } }, {}, 'fail not.fail'],
  ['not of a fail', { not: { files: { paths: ['no'] } } }, {}, 'pass not.pass'],
  ['not of an unknown', { not: { parameter: { set: 'other' } } }, {}, 'cannot-evaluate not.cannot-evaluate'],
];

describe('evaluateRule', () => {
  it.each(rows)('judges %s', (...row) => {
    const [, rule, changes, expected] = row;
    expect(verdictOf(rule, changes)).toBe(expected);
  });

  it('names the parameter and the line to add while it is unset', () => {
    const { reason, next } = evaluateRule({ parameter: { set: 'sla.latency' } }, world().context);
    expect(reason).toBe('The team has not set “Latency” yet');
    expect(next).toContain('`parameters: { sla.latency: … }`');
  });

  it('turns pending into cannot-evaluate once the deadline is over', () => {
    const late = { runningWorkflows: [{ path: 'ci.yml', startedAt: '2027-01-28T16:59:59Z' }], refused: [], bundles: [] };
    expect(verdictOf({ tests: { type: 'unit' } }, { snapshot: { evidence: late } })).toBe('cannot-evaluate tests.missing');
    const waiting = evaluateRule({ tests: { type: 'unit', least: 1 } }, world({ snapshot: { evidence: { ...running, bundles: [] } } }).context);
    expect(waiting.deadline).toBe('2027-01-28T18:50:00.000Z');
  });

  it('admits only evidence of the trusted workflow where one is demanded', () => {
    const evidence = { ...world().policy.evidence, trusted: 'acme/ci/.github/workflows/t.yml@refs/heads/main' };
    const reports = [tests('unit', { tests: 1, passed: 1 })];
    expect(verdictOf({ tests: { type: 'unit' } }, { policy: { evidence }, reports })).toBe('cannot-evaluate tests.missing');
    const verified = { ...bundle(reports), provenance: { kind: 'verified' as const, jobWorkflowRef: evidence.trusted } };
    expect(
      verdictOf({ tests: { type: 'unit' } }, { policy: { evidence }, snapshot: { evidence: { bundles: [verified], runningWorkflows: [], refused: [] } } }),
    ).toBe('pass tests.pass');
  });

  it('says all accepted ways where none holds', () => {
    const verdict = evaluateRule({ any: [{ files: { paths: ['docs/x'], least: 1 } }, { parameter: { set: 'sla.latency' } }] }, world({ locale: 'es' }).context);
    expect(verdict.reason).toBe('No se cumple ninguna de las 2 formas aceptadas: No hay ningún archivo: `docs/x` / El equipo aún no define «Latency»');
    expect(verdict.next).toMatch(/^Basta con una de estas: \(1\) Agregue .* \(2\) Acuerden /);
  });
});

describe('an attestation', () => {
  const rule = { attestation: { authority: 'architects', validDays: 30 } };
  const attest = decision('attest', 'ops.backup');
  it.each([
    ['that stands', [attest], 'pass attestation.valid'],
    ['of another criterion', [decision('attest', 'ops.other')], 'fail attestation.missing'],
    ['that was never given', [], 'fail attestation.missing'],
    ['older than the rule allows', [{ ...attest, at: '2026-12-29T17:59:59Z' }], 'fail attestation.expired'],
    ['past its own date', [{ ...attest, until: '2027-01-28T18:00:00Z' }], 'fail attestation.expired'],
    ['with a date beyond what the rule allows', [{ ...attest, at: '2026-12-01T00:00:00Z', until: '2030-01-01T00:00:00Z' }], 'fail attestation.expired'],
    ['that was revoked', [attest, decision('revoke', attest.id, { at: '2027-01-21T00:00:00Z' })], 'fail attestation.missing'],
    [
      'of a person without the team',
      [{ ...attest, proof: { ...attest.proof, via: [{ kind: 'team' as const, name: 'acme/others' }] } }],
      'fail attestation.partial',
    ],
    [
      'of another authority',
      [{ ...attest, proof: { ...attest.proof, authority: 'sponsor', rule: { teams: ['acme/architects'], count: 1 } } }],
      'fail attestation.missing',
    ],
    [
      'of the escalation authority',
      [{ ...attest, proof: { ...attest.proof, authority: 'escalation', rule: { teams: ['acme/architects'], count: 1 } } }],
      'pass attestation.valid',
    ],
    ['of one where two are needed', [{ ...attest, proof: { ...attest.proof, rule: { teams: ['acme/architects'], count: 2 } } }], 'fail attestation.missing'],
    ['in another repository', [{ ...attest, repository: 8 }], 'fail attestation.missing'],
  ])('%s', (_name, decisions, expected) => {
    expect(verdictOf(rule, { snapshot: { decisions } }, ['ops.backup'])).toBe(expected);
  });

  it('cannot be given where nobody is named, nor outside a criterion', () => {
    expect(verdictOf({ attestation: { authority: 'sponsor' } }, {}, ['x'])).toBe('cannot-evaluate attestation.nobody');
    expect(verdictOf(rule)).toBe('cannot-evaluate attestation.nowhere');
  });

  it('says who signs and with which words', () => {
    const { next } = evaluateRule(ruleSchema.parse(rule), { ...world({ locale: 'es' }).context, path: ['ops.backup'] });
    expect(next).toBe('Architects (el equipo `acme/architects`): comente `/sprintgate atestiguar ops.backup ENLACE` con un enlace a la prueba.');
  });
});

describe('a criterion that refers to others', () => {
  const base = { category: 'quality', block: 's0', target: 'release' };
  it('is judged as the other, its own attestations included', () => {
    const playbook = playbookOf({
      criteria: [
        { id: 'a', ...base, rule: { criterion: 'b' } },
        { id: 'b', ...base, rule: { attestation: { authority: 'architects' } } },
      ],
    });
    expect(verdictOf({ criterion: 'a' }, { playbook, snapshot: { decisions: [decision('attest', 'b')] } })).toBe('pass attestation.valid');
    expect(verdictOf({ criterion: 'a' }, { playbook, snapshot: { decisions: [decision('attest', 'a')] } })).toBe('fail attestation.missing');
  });

  it('cannot be evaluated in a circle', () => {
    const playbook = playbookOf({
      criteria: [
        { id: 'a', ...base, rule: { all: [{ criterion: 'b' }] } },
        { id: 'b', ...base, rule: { criterion: 'a' } },
      ],
    });
    const verdict = evaluateRule({ criterion: 'a' }, world({ playbook }).context);
    expect(verdict.verdict).toBe('cannot-evaluate');
    expect(JSON.stringify(verdict)).toContain('a → b → a');
  });
});
