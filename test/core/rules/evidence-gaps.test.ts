import { describe, expect, it } from 'vitest';
import type { EvidenceLabels, ReportMapping } from '../../../src/core/evidence/classify/report-mapping.ts';
import { readReport } from '../../../src/core/evidence/read-report.ts';
import type { DocumentReport, Report } from '../../../src/core/evidence/report.ts';
import type { EvidenceState } from '../../../src/core/evidence/bundle/bundle.ts';
import { evaluateRule } from '../../../src/core/rules/evaluate-rule.ts';
import { ruleSchema } from '../../../src/core/rules/rule.ts';
import { bundle, findings, metrics, tests, world, type WorldInput } from './rule-world.ts';

interface Case {
  readonly reports: readonly Report[];
  readonly state?: Partial<EvidenceState>;
  readonly labels?: Partial<EvidenceLabels>;
  readonly mappings?: readonly Partial<ReportMapping>[];
  readonly locale?: 'en' | 'es';
}

const rules = {
  unit: { tests: { type: 'unit' } },
  api: { tests: { type: 'unit', kind: 'api' } },
  code: { findings: { scan: 'code', severities: ['critical', 'high'], atMost: 0 } },
  p95: { metric: { name: 'latency.p95', is: '<=', than: 200 } },
  share: { metric: { name: 'decay', is: '<=', than: { parameter: 'share' } } },
} as const;
type RuleName = keyof typeof rules;

function judged(rule: RuleName, { reports, state, labels, mappings, locale }: Case) {
  const own = { ...bundle(reports), ...(labels ? { labels: { type: null, component: null, scan: null, ...labels } } : {}) };
  const evidence = { bundles: [own], runningWorkflows: [], refused: [], ...state };
  const changes: WorldInput = { snapshot: { evidence }, ...(locale ? { locale } : {}) };
  const { policy } = world(changes);
  const full = (mappings ?? []).map((mapping) => ({ files: [], uploads: [], suites: [], type: null, component: null, scan: null, metrics: [], ...mapping }));
  return evaluateRule(ruleSchema.parse(rules[rule]), world({ ...changes, policy: { evidence: { ...policy.evidence, reports: full } } }).context);
}

const read = (file: string, text: string): Report => readReport(file, new TextEncoder().encode(text));
const goodTests = tests('unit', { tests: 3, passed: 3 }, { component: 'shop-api' });
const goodScan = findings('code', { low: 2 }, { file: 'bandit.json', format: 'bandit-json' });
const goodFigure = metrics({ 'latency.p95': 100 });
const good: Readonly<Record<RuleName, readonly Report[]>> = {
  unit: [goodTests],
  api: [goodTests],
  code: [goodScan],
  p95: [goodFigure],
  share: [metrics({ decay: 4 })],
};
const document: DocumentReport = {
  kind: 'document',
  file: 'oscal.json',
  format: 'oscal',
  outcome: 'ok',
  flags: [],
  totals: { values: { 'latency.p95': 100 } },
};

const refused = { uploadName: 'sprintgate-b', runId: 6, reason: 'no', cause: { code: 'expired', values: [] } } as const;
const run = (startedAt: string) => ({ runningWorkflows: [{ path: '.github/workflows/e2e.yml', startedAt }] });
const [fresh, stale] = [run('2027-01-28T17:50:00Z'), run('2027-01-28T16:00:00Z')];

const cutJunit = read('shard-2.xml', '<testsuites><testsuite name="unit.b"><testcase name="t"/></testsuite><testsuite name="unit.c"><testcase name="u"><fail');
const cutSarif = read('x.sarif', '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"CodeQL"}},"results":[{"ruleId":"x"');
const cutK6 = read('k6.json', '{"metrics":{"http_req_duration":{"type":"trend","contains":"time","values":{"avg":1,"p(95)":');
const oddScan = findings('none', { critical: 1 }, { scan: null, file: 'odd.sarif' });
const clean = read('clean.sarif', '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"CodeQL"}},"results":[]}]}');
const page = read('site/index.html', '<!DOCTYPE html><html></html>');

describe('a rule that would pass', () => {
  const would = ['unit', 'api', 'code', 'p95'] as const;
  it.each(would)('passes on good evidence alone: %s', (rule) => {
    expect(judged(rule, { reports: good[rule] }).verdict).toBe('pass');
  });

  it.each(would)('passes beside a file that nobody meant as evidence: %s', (rule) => {
    expect(judged(rule, { reports: [...good[rule], page, read('.gitkeep', ''), read('a/stderr.log', '')] }).verdict).toBe('pass');
  });

  it.each(would)('waits while a workflow may bring more or replace it, and says which: %s', (rule) => {
    const verdict = judged(rule, { reports: good[rule], state: fresh });
    expect(verdict).toMatchObject({ verdict: 'pending', code: 'evidence.awaited', deadline: '2027-01-28T18:50:00.000Z' });
    expect(verdict.reason).toContain('.github/workflows/e2e.yml');
  });

  it.each(would)('cannot be evaluated once that workflow is overdue: %s', (rule) => {
    expect(judged(rule, { reports: good[rule], state: stale })).toMatchObject({ verdict: 'cannot-evaluate', code: 'evidence.overdue' });
  });

  it.each(would)('cannot be evaluated while an upload is refused, and names it: %s', (rule) => {
    const verdict = judged(rule, { reports: good[rule], state: { refused: [refused] } });
    expect(verdict).toMatchObject({ verdict: 'cannot-evaluate', code: 'evidence.refused' });
    expect(verdict.reason).toContain('`sprintgate-b` was refused, and may hold what changes this: it has expired');
  });

  it.each(would)('cannot be evaluated while the newer one of its own upload is refused: %s', (rule) => {
    const state = { refused: [{ ...refused, uploadName: 'sprintgate-all' }] };
    expect(judged(rule, { reports: good[rule], state }).code).toBe('evidence.refused');
  });

  it.each(would)('passes once a later run brought the refused upload: %s', (rule) => {
    const state = { refused: [{ ...refused, uploadName: 'sprintgate-all', runId: 4 }] };
    expect(judged(rule, { reports: good[rule], state }).verdict).toBe('pass');
  });

  it.each<readonly [string, RuleName, Omit<Case, 'reports'> & { beside: readonly Report[] }, string]>([
    ['a cut report of no type', 'unit', { beside: [cutJunit] }, 'cannot-evaluate report.reject'],
    [
      'a cut report whose type goes by suites',
      'unit',
      {
        beside: [cutJunit],
        mappings: [
          { files: ['unit.xml'], type: 'unit' },
          { suites: ['e2e.*'], type: 'e2e' },
        ],
      },
      'cannot-evaluate report.reject',
    ],
    ['a cut report of another type', 'unit', { beside: [cutJunit], mappings: [{ files: ['shard-2.xml'], type: 'e2e' }] }, 'pass tests.pass'],
    ['a cut report of another component', 'api', { beside: [cutJunit], mappings: [{ files: ['shard-2.xml'], component: 'shop-web' }] }, 'pass tests.pass'],
    ['a cut report of no component', 'api', { beside: [cutJunit], mappings: [{ files: ['shard-2.xml'], type: 'unit' }] }, 'cannot-evaluate report.reject'],
    ['a test report of no bytes', 'unit', { beside: [read('TEST-b.xml', '')] }, 'cannot-evaluate report.empty'],
    ['a mapped test report of no bytes', 'unit', { beside: [read('out', '')], mappings: [{ files: ['out'], type: 'unit' }] }, 'cannot-evaluate report.empty'],
    [
      'failing tests of no type',
      'unit',
      { beside: [tests('x', { tests: 2, failed: 1, passed: 1 }, { type: null })] },
      'cannot-evaluate tests.unclassified-failed',
    ],
    ['failing tests of a misspelt type', 'unit', { beside: [tests('unitt', { tests: 1, errors: 1 })] }, 'cannot-evaluate tests.unclassified-failed'],
    ['failing tests of another type', 'unit', { beside: [tests('e2e', { tests: 1, failed: 1 })] }, 'pass tests.pass'],
    ['passing tests of no type', 'unit', { beside: [tests('x', { tests: 2, passed: 2 }, { type: null })] }, 'pass tests.pass'],
    ['failing tests of no component', 'api', { beside: [tests('unit', { tests: 1, failed: 1 })] }, 'cannot-evaluate tests.unclassified-failed'],
    [
      'failing tests of a misspelt component',
      'api',
      { beside: [tests('unit', { tests: 1, failed: 1 }, { component: 'shop-apy' })] },
      'cannot-evaluate tests.unclassified-failed',
    ],
    ['failing tests of another component', 'api', { beside: [tests('unit', { tests: 1, failed: 1 }, { component: 'shop-web' })] }, 'pass tests.pass'],
    ['failing tests of another type and no component', 'api', { beside: [tests('e2e', { tests: 1, failed: 1 })] }, 'pass tests.pass'],

    ['a cut scan of no name', 'code', { beside: [cutSarif] }, 'cannot-evaluate report.reject'],
    ['a cut scan of another name', 'code', { beside: [cutSarif], mappings: [{ files: ['x.sarif'], scan: 'dast' }] }, 'pass findings.pass'],
    ['an empty list', 'code', { beside: [read('hadolint.json', '[]')] }, 'cannot-evaluate report.empty'],
    [
      'an empty list of another scan',
      'code',
      { beside: [read('hadolint.json', '[]')], mappings: [{ files: ['hadolint.json'], scan: 'iac' }] },
      'pass findings.pass',
    ],
    ['a severe finding of no scan', 'code', { beside: [oddScan] }, 'cannot-evaluate findings.unclassified'],
    ['a finding without severity of no scan', 'code', { beside: [findings('x', { unknown: 1 }, { scan: null })] }, 'cannot-evaluate findings.unclassified'],
    ['a small finding of no scan', 'code', { beside: [findings('x', { low: 9 }, { scan: null })] }, 'pass findings.pass'],
    ['a severe finding of another scan', 'code', { beside: [findings('dependencies', { critical: 1 })] }, 'pass findings.pass'],
    ['a severe finding of a scan that nobody asks for', 'code', { beside: [findings('whatever', { critical: 1 })] }, 'cannot-evaluate findings.unclassified'],
    [
      'one that the configuration names',
      'code',
      { beside: [{ ...oddScan, file: 'o.sarif' }], mappings: [{ files: ['o.sarif'], scan: 'container' }] },
      'pass findings.pass',
    ],
    ['a clean scan of the same name that may not have run', 'code', { beside: [clean], mappings: [{ scan: 'code' }] }, 'cannot-evaluate report.empty'],

    ['a cut report of figures', 'p95', { beside: [cutK6] }, 'cannot-evaluate report.reject'],
    ['a cut report of tests', 'p95', { beside: [cutJunit] }, 'pass metric.pass'],
    ['a cut document', 'p95', { beside: [{ ...document, format: 'spdx', outcome: 'reject', totals: { values: {} } }] }, 'pass metric.pass'],
    ['an error page with the name of a report of figures', 'p95', { beside: [read('k6-summary.json', '<html></html>')] }, 'cannot-evaluate report.reject'],
  ])('beside %s (%s)', (...row) => {
    const [, rule, { beside, ...rest }, expected] = row;
    const { verdict, code } = judged(rule, { reports: [...good[rule], ...beside], ...rest });
    expect(`${verdict} ${code}`).toBe(expected);
  });

  it.each([
    [{ type: 'unitt', component: null, scan: null }, 'unit'],
    [{ type: 'unit', component: 'shop-apy', scan: null }, 'api'],
  ] as const)('sees failing tests under a label that the policy does not know: %o', (labels, rule) => {
    const failing = bundle([read('b.xml', '<testsuite name="s"><testcase name="t"><failure/></testcase></testsuite>')], { uploadName: 'sprintgate-b' });
    const state = { bundles: [bundle([goodTests]), { ...failing, labels }] };
    expect(judged(rule, { reports: [], state }).code).toBe('tests.unclassified-failed');
  });

  it('fails where something failed, whatever else is missing', () => {
    const reports = [goodTests, tests('unit', { tests: 1, failed: 1 }, { component: 'shop-api' }), cutJunit];
    expect(judged('unit', { reports, state: { ...fresh, refused: [refused] } }).verdict).toBe('fail');
    expect(judged('code', { reports: [findings('code', { high: 1 }), cutSarif], state: fresh }).verdict).toBe('fail');
    expect(judged('p95', { reports: [metrics({ 'latency.p95': 900 }), cutK6], state: fresh }).verdict).toBe('fail');
  });
});

describe('a figure', () => {
  it('of a document counts', () => {
    expect(judged('p95', { reports: [document] }).code).toBe('metric.pass');
    expect(judged('p95', { reports: [document, { ...document, outcome: 'reject', totals: { values: {} } }] }).code).toBe('report.reject');
  });

  it('without a unit is not compared with a share', () => {
    const verdict = judged('share', { reports: good.share });
    expect(verdict).toMatchObject({ verdict: 'cannot-evaluate', code: 'metric.unit' });
    expect(verdict.next).toContain('`- { files: ["metrics.json"], metrics: { decay: { path: decay, unit: UNIT } } }`');
    const declared = { metrics: [{ name: 'decay', path: 'decay', unit: 'percent', direction: null }] } as const;
    expect(judged('share', { reports: good.share, mappings: [declared] }).code).toBe('metric.pass');
  });
});

describe('says what to write', () => {
  it.each<readonly [string, RuleName, Case, string]>([
    [
      'failing tests of no type',
      'unit',
      { reports: [goodTests, tests('x', { tests: 1, failed: 1 }, { type: null, file: 'b.xml' })] },
      '`- { files: ["b.xml"], type: unit }`',
    ],
    [
      'failing tests of no component',
      'api',
      { reports: [goodTests, tests('unit', { tests: 1, failed: 1 }, { file: 'b.xml' })] },
      '`- { files: ["b.xml"], component: shop-api }`',
    ],
    [
      'tests of no component at all',
      'api',
      { reports: [tests('unit', { tests: 1, passed: 1 }, { file: 'b.xml' })] },
      '`- { files: ["b.xml"], component: shop-api }`',
    ],
    ['a severe finding of no scan', 'code', { reports: [goodScan, oddScan] }, '`- { files: ["odd.sarif"], scan: code }`'],
    ['a cut report', 'unit', { reports: [goodTests, cutJunit] }, '`- { files: ["shard-2.xml"], type: unit }`'],
    ['a cut scan', 'code', { reports: [cutSarif] }, '`- { files: ["x.sarif"], scan: code }`'],
    ['a refused upload', 'unit', { reports: [goodTests], state: { refused: [refused] } }, '`evidence: { workflows: [...] }`'],
    ['an overdue workflow', 'unit', { reports: [goodTests], state: stale }, '`coverage: { deadline: 2h }`'],
  ])('for %s', (...row) => {
    const [, rule, given, line] = row;
    expect(judged(rule, given).next).toContain(line);
    expect(judged(rule, { ...given, locale: 'es' }).next).toContain(line);
  });

  it('for a clean SARIF', () => {
    const given = { reports: [clean], mappings: [{ scan: 'code' }] };
    expect(judged('code', given).reason).toBe(
      'Findings of the scan “code”: `clean.sarif` lists no results. A SARIF file of a clean scan cannot be told from one of a scan that did not run',
    );
    expect(judged('code', { ...given, locale: 'es' }).next).toContain('escriba además de `clean.sarif` su propio JSON');
  });

  it('in Spanish, with usted', () => {
    const reports = [goodTests, tests('x', { tests: 2, failed: 2 }, { type: null, file: 'b.xml' })];
    expect(judged('unit', { reports, locale: 'es' }).reason).toBe('Pruebas unit: fallaron 2 pruebas de tipo desconocido que pueden ser de aquí (`b.xml`)');
  });
});
