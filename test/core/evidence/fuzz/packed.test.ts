import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEvidenceFile, writeEvidenceFile } from '../../../../src/core/evidence/bundle/evidence-file.ts';
import type { EvidenceFile } from '../../../../src/core/evidence/bundle/evidence-file.ts';
import { unpackBundle } from '../../../../src/core/evidence/bundle/pack-bundle.ts';
import { packReport, unpackReport } from '../../../../src/core/evidence/bundle/pack-report.ts';
import { linesToText } from '../../../../src/core/evidence/coverage/pack-lines.ts';
import { readReport } from '../../../../src/core/evidence/read-report.ts';
import type { Report } from '../../../../src/core/evidence/report.ts';
import { faultOf } from './fault-of.ts';
import { mutate, mutations } from './mutations.ts';
import { samples } from './samples.ts';

const sample = (format: string): Report => readReport(format, new TextEncoder().encode(samples[format] ?? ''));
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a packed report', () => {
  it.each(Object.keys(samples))('of %s is unpacked to what was packed', (format) => {
    expect(unpackReport(json(packReport(sample(format))))).toEqual(sample(format));
  });

  const zero = { covered: 0, total: 0 };
  const tests = { tests: 1, passed: 1, failed: 0, errors: 0, skipped: 0, flaky: 0 };
  const nothing = { total: 0, suppressed: 0, bySeverity: { critical: 0, high: 0, medium: 0, low: 0, info: 0, unknown: 0 } };
  const bytes = (...list: number[]): string => Buffer.from(list).toString('base64');
  it.each<[string, string, string, unknown]>([
    ['covered lines above all lines', 'lcov', 'files.0.totals.lines', { covered: 3, total: 2 }],
    ['a file whose lines say less than its totals', 'lcov', 'files.0.totals.lines', { covered: 2, total: 2 }],
    ['totals that the files do not add up to', 'lcov', 'totals.lines', { covered: 9, total: 9 }],
    ['more files than are listed', 'lcov', 'totals.files', 3],
    ['no totals beside files that have some', 'lcov', 'totals.lines', null],
    ['totals without files', 'lcov', 'files', []],
    ['missed lines left out', 'lcov', 'files.0.lines', linesToText({ numbers: Uint32Array.of(1), hits: Uint32Array.of(3) })],
    ['lines that do not ascend', 'lcov', 'files.0.lines', bytes(2, 1, 0, 1)],
    ['a line without hits', 'lcov', 'files.0.lines', bytes(2, 1, 1)],
    ['statements other than their sum', 'go-coverprofile', 'files.0.totals.statements', zero],
    ['a header that the lines contradict', 'jacoco', 'files.0.totals.lines', { covered: 2, total: 2 }],
    ['more passed tests than tests', 'junit', 'totals.passed', 9],
    ['more flaky tests than passed ones', 'junit', 'totals.flaky', 4],
    ['suites that do not add up', 'junit', 'totals', tests],
    ['a suite that does not add up', 'junit', 'suites.0.totals.failed', 0],
    ['a sum of findings that is too low', 'sarif', 'totals.total', 0],
    ['findings that are not counted', 'sarif', 'totals', nothing],
    ['a figure that is none', 'metrics-json', 'totals.values.0.1', null],
    ['an error beside ok', 'metrics-json', 'error', { message: 'x' }],
    ['a failure without its reason', 'metrics-json', 'outcome', 'reject'],
    ['a field that is not known', 'metrics-json', 'passed', true],
  ])('with %s is none', (_, format, path, value) => {
    expect(unpackReport(withMember(json(packReport(sample(format))), path.split('.'), value))).toBeNull();
  });
});

function withMember(whole: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  const copy: Record<string, unknown> | unknown[] = Array.isArray(whole) ? [...(whole as unknown[])] : { ...(whole as Record<string, unknown>) };
  const changed = rest.length === 0 ? value : withMember(Reflect.get(copy, name), rest, value);
  Reflect.set(copy, name, changed);
  return copy;
}

const chosen = ['lcov', 'go-coverprofile', 'istanbul-final', 'jacoco', 'junit', 'sarif', 'k6-summary', 'cyclonedx-json', 'metrics-json'];
const evidence: EvidenceFile = {
  tool: { name: 'sprintgate-action', version: '0.1.0' },
  repository: { id: 77, name: 'acme/shop' },
  run: { id: 5, attempt: 2 },
  checkout: { testedSha: 'b'.repeat(40), testedTree: null, baseSha: null, headSha: 'a'.repeat(40) },
  job: 'test',
  uploadName: 'sprintgate',
  labels: { type: null, component: null, scan: null },
  files: chosen.map((path) => ({ path, sha256: 'c'.repeat(64), bytes: 1 })),
  reports: chosen.map(sample),
};

it('an evidence file with any change is taken only when all its reports hold together', () => {
  const whole = new TextEncoder().encode(writeEvidenceFile(evidence));
  expect(parseEvidenceFile(whole)).toHaveProperty('evidence');
  fc.assert(
    fc.property(mutations, (changes) => {
      const parsed = parseEvidenceFile(mutate(whole, changes));
      if ('problem' in parsed) return parsed.problem.length > 0 && parsed.problem.length <= 300;
      return parsed.evidence.reports.every((report) => faultOf(report) === null);
    }),
    { numRuns: 3_000, seed: 20_270_111 },
  );
});

it('no value at all makes unpacking a bundle throw', () => {
  expect(() => fc.assert(fc.property(fc.anything(), (value) => unpackBundle(value) === null))).not.toThrow();
});
