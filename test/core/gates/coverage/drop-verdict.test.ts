import { describe, expect, it } from 'vitest';
import type { EvidenceState } from '../../../../src/core/evidence/bundle/bundle.ts';
import type { Report } from '../../../../src/core/evidence/report.ts';
import { renderCoverageTable } from '../../../../src/core/gates/coverage/coverage-table.ts';
import { formatChange, isWithinDrop, missingToDrop } from '../../../../src/core/gates/coverage/drop.ts';
import { evaluateCoverage } from '../../../../src/core/gates/coverage/evaluate-coverage.ts';
import type { GateInput } from '../../../../src/core/gates/gate-input.ts';
import type { Policy } from '../../../../src/core/policy/policy.ts';
import { bundle, component, find, reportOf, sample, trace, type Sample } from './coverage-sample.ts';

const mergeBase = 'b'.repeat(40);

interface Base {
  readonly reports?: readonly Report[];
  readonly tree?: readonly string[] | null;
  readonly evidence?: Partial<EvidenceState>;
  /** What GitHub says; the commit of this base when left out. */
  readonly mergeBase?: string | null;
}

/** A component that may fall by `allowed` points, held against a base. */
function against(base: Base, { allowed = 100, ...change }: Sample & { readonly allowed?: number } = {}): GateInput {
  const input = sample({
    components: [component('api', 5000, { threshold: allowed })],
    coverage: { total: { floor: 5000, strict: true, from: 's00' } },
    ...change,
    pull: { base: { sha: 'c'.repeat(40), ref: 'main' }, mergeBase: base.mergeBase === undefined ? mergeBase : base.mergeBase, ...change.pull },
  });
  const { reports = [], tree = ['src/api/a.ts'] } = base;
  const evidence = { bundles: reports.length > 0 ? [bundle(reports)] : [], runningWorkflows: [], refused: [], ...base.evidence };
  return { ...input, snapshot: { ...input.snapshot, bases: [{ sha: mergeBase, tree, evidence }] } };
}

const api = (covered: number, total: number) => [trace(['src/api/a.ts', covered, total])];
const drop = 'coverage.drop.component.api';

type Row = readonly [name: string, base: Base, change: Sample & { readonly allowed?: number }, verdict: string, code: string];

const rows: readonly Row[] = [
  ['a ratio that rose', { reports: api(80, 100) }, { reports: api(90, 100) }, 'pass', 'coverage.drop-held'],
  ['a ratio that fell by exactly what is allowed', { reports: api(80, 100) }, { reports: api(79, 100) }, 'pass', 'coverage.drop-held'],
  ['a ratio that fell by a little more', { reports: api(8_000, 10_000) }, { reports: api(7_899, 10_000) }, 'fail', 'coverage.dropped'],
  ['any drop where none is allowed', { reports: api(8_000, 10_000) }, { reports: api(7_999, 10_000), allowed: 0 }, 'fail', 'coverage.dropped'],
  ['no drop where none is allowed', { reports: api(80, 100) }, { reports: api(8, 10), allowed: 0 }, 'pass', 'coverage.drop-held'],
  ['covered code that was removed', { reports: api(80, 100) }, { reports: api(30, 50), allowed: 0 }, 'pass', 'coverage.drop-by-removal'],
  ['removed code that hides one more uncovered line', { reports: api(80, 100) }, { reports: api(30, 51), allowed: 0 }, 'fail', 'coverage.dropped'],
  [
    'a component that the base did not have',
    { tree: ['README.md'], reports: api(80, 100) },
    { reports: api(60, 100) },
    'not-applicable',
    'coverage.base-absent',
  ],
  ['a base without a report', {}, { reports: api(90, 100) }, 'cannot-evaluate', 'coverage.no-base-figure'],
  [
    'a base without a report, in a language that only reports tell of',
    { tree: ['src/api/a.q'] },
    { tree: ['src/api/a.q'], reports: [trace(['src/api/a.q', 60, 100])] },
    'cannot-evaluate',
    'coverage.no-base-figure',
  ],
  ['a base with an empty report', { reports: [reportOf('lcov.info', 'TN:\n')] }, { reports: api(90, 100) }, 'cannot-evaluate', 'coverage.no-base-figure'],
  ['a base whose files GitHub could not list', { tree: null, reports: api(80, 100) }, { reports: api(90, 100) }, 'cannot-evaluate', 'coverage.no-base-figure'],
  [
    'a base whose upload was refused',
    { evidence: { refused: [{ uploadName: 'sprintgate-coverage', runId: 3, reason: 'it has expired' }] } },
    { reports: api(90, 100) },
    'cannot-evaluate',
    'coverage.no-base-figure',
  ],
  ['a base that GitHub did not name', { mergeBase: null, reports: api(80, 100) }, { reports: api(90, 100) }, 'cannot-evaluate', 'coverage.no-base'],
  [
    'another base than the one that was read',
    { mergeBase: 'd'.repeat(40), reports: api(1, 9) },
    { reports: api(90, 100) },
    'cannot-evaluate',
    'coverage.no-base',
  ],
  [
    'a base that is counted in another unit',
    { reports: [reportOf('jacoco.xml', jacoco(8, 10))] },
    { reports: api(90, 100) },
    'cannot-evaluate',
    'coverage.base-unit',
  ],
  [
    'a base whose workflow still runs',
    { evidence: { runningWorkflows: [{ path: 'ci.yml', startedAt: '2027-03-01T11:59:00Z' }] } },
    { reports: api(90, 100) },
    'pending',
    'coverage.awaited',
  ],
  ['a head without a report', { reports: api(80, 100) }, {}, 'cannot-evaluate', 'coverage.no-report'],
  ['a head without sources', { reports: api(80, 100) }, { tree: ['README.md'] }, 'absent', ''],
];

/** A report that counts instructions alone. */
function jacoco(covered: number, total: number): string {
  const counter = `<counter type="INSTRUCTION" missed="${total - covered}" covered="${covered}"/>`;
  return `<?xml version="1.0"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="x"><package name="src/api"><sourcefile name="a.ts">${counter}</sourcefile>${counter}</package>${counter}</report>`;
}

describe('a component against its base', () => {
  it.each(rows)('%s', (_, base, change, verdict, code) => {
    const node = find(evaluateCoverage(against(base, change)), drop);
    expect([node?.verdict ?? 'absent', node?.code ?? '']).toEqual([verdict, code]);
  });

  it('is not looked at where no drop is limited, or every drop is allowed', () => {
    const plain = evaluateCoverage({ ...against({}, { reports: api(90, 100), components: [component('api', 5000)] }) });
    expect(find(plain, 'coverage.drop')).toBeUndefined();
    expect(find(evaluateCoverage(against({}, { reports: api(90, 100), allowed: 10_000 })), 'coverage.drop')).toBeUndefined();
  });

  it('turns the whole gate: what fell too far fails it, and an unknown base leaves it without a verdict', () => {
    expect(evaluateCoverage(against({ reports: api(95, 100) }, { reports: api(90, 100) })).verdict).toBe('fail');
    expect(evaluateCoverage(against({}, { reports: api(90, 100) })).verdict).toBe('cannot-evaluate');
  });

  it('says both sides, the drop, and how many lines would do', () => {
    const node = find(evaluateCoverage(against({ reports: api(90, 100) }, { reports: api(80, 100) })), drop);
    expect(node?.reason).toBe('80 % (80 of 100 lines); at the base 90 % (90 of 100 lines): −10 points; a drop of 1 is allowed.');
    expect(node?.next).toBe('Cover 9 more lines in `src/api`; least covered: `src/api/a.ts` (20).');
  });

  it('says in both languages how a base gets its evidence', () => {
    const next = (locale: 'en' | 'es') => find(evaluateCoverage(against({}, { reports: api(90, 100), policy: { locale } as Partial<Policy> })), drop)?.next;
    expect(next('en')).toContain('`on: { push: { branches: [main] } }`');
    expect(next('es')).toContain('actualice esta rama con su base');
  });
});

describe('the total against its base', () => {
  const two = {
    components: [component('api', 1000, { threshold: 10_000 }), component('web', 1000, { threshold: 10_000 })],
    tree: ['src/api/a.ts', 'src/web/w.ts'],
  };
  const both = (apiCovered: number, webCovered: number) => [trace(['src/api/a.ts', apiCovered, 100], ['src/web/w.ts', webCovered, 100])];
  const total = { total: { floor: 100, strict: false, from: 's00' }, threshold: 200 };

  it.each([
    ['what one lost another may win', both(90, 80), both(80, 88), 'pass', 'coverage.drop-held'],
    ['falls too far as a whole', both(90, 80), both(80, 85), 'fail', 'coverage.dropped'],
    ['needs every component of the base', api(90, 100), both(80, 88), 'cannot-evaluate', 'coverage.no-base-figure'],
  ])('%s', (_, base, reports, verdict, code) => {
    const input = against({ reports: base, tree: two.tree }, { ...two, reports, coverage: total });
    const node = find(evaluateCoverage(input), 'coverage.drop.total');
    expect([node?.verdict, node?.code]).toEqual([verdict, code]);
  });
});

describe('exact drops', () => {
  it.each([
    [[1, 3], [1, 3], '±0'],
    [[2, 3], [1, 3], '+33.33'],
    [[1, 3], [2, 3], '−33.34'],
    [[99_999, 100_000], [1, 1], '−0.01'],
    [[1, 1], [99_999, 100_000], '+0'],
  ])('%j against %j reads %s', ([covered = 0, total = 0], [before = 0, of = 0], expected) => {
    expect(formatChange({ head: { covered, total }, base: { covered: before, total: of } })).toBe(expected);
  });

  it('hold beyond what a double can count', () => {
    const base = { covered: 2_000_000_000, total: 2_000_000_001 };
    const head = { covered: 1_999_999_999, total: 2_000_000_000 };
    expect(isWithinDrop({ head, base }, 0)).toBe(false);
    expect(missingToDrop({ head: { covered: 0, total: 7 }, base: { covered: 1, total: 3 } }, 0)).toBe(3);
  });
});

it('shows the change against the base in the table, also where every drop is allowed', () => {
  const table = renderCoverageTable(against({ reports: api(90, 100) }, { reports: api(85, 100), allowed: 10_000 }));
  expect(table).toContain('Against base');
  expect(table).toMatch(/\| api .*\| −5 \|/);
  expect(renderCoverageTable(against({}, { reports: api(85, 100) }))).toMatch(/\| api .*85 % \|\s+– \|/);
});
