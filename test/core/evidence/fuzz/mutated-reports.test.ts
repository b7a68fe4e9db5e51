import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../src/core/evidence/read-report.ts';
import { readers } from '../../../../src/core/evidence/readers/readers.ts';
import { readFixture, readFixtures } from '../fixtures.ts';
import { findFault } from './find-fault.ts';
import { fuzzReport } from './fuzz-report.ts';
import { samples } from './samples.ts';

// Fixed, so that a failure comes again; `npm run fuzz` tries others, and for longer.
const seed = 20_270_111;
const [runsOfSample, runsOfFixture, largestFixture] = [40, 6, 20_000];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('every reader', () => {
  it.each(readers.map(({ format }) => format))('%s has a sample that it reads', (format) => {
    const report = readReport(format, utf8(samples[format] ?? ''));
    // An empty list, which many tools write, is all that the last one knows.
    expect(report).toMatchObject({ format, outcome: format === 'unknown' ? 'empty' : 'ok' });
  });

  it('is the only one to have its sample', () => {
    expect(Object.keys(samples).toSorted()).toEqual(readers.map(({ format }) => format).toSorted());
  });
});

describe('a sample with any change', () => {
  it.each(Object.entries(samples))('of %s ends in one of the four outcomes, with figures that can be', (_, text) => {
    expect(fuzzReport(utf8(text), { runs: runsOfSample, seed }).finding).toBeNull();
  });

  it.each(Object.entries(samples))('of %s is the same in pieces of any size', (_, text) => {
    const bytes = utf8(text);
    expect(findFault(bytes, [1, 2, 3, 7, 64, 255, 256, 257, 1_000]).fault).toBeNull();
  });
});

describe('a document that is cut anywhere', () => {
  const documents = Object.entries(samples).filter(([, text]) => /^(<|\{.*\}$|\[.*\]$)/.test(text));
  it.each(documents)('%s is never taken', (format, text) => {
    const bytes = utf8(text);
    const step = Math.max(1, Math.floor(bytes.length / 150));
    const taken: number[] = [];
    for (let at = 1; at < bytes.length; at += step) if (readReport(format, bytes.subarray(0, at)).outcome !== 'reject') taken.push(at);
    expect(taken).toEqual([]);
  });
});

const fixtures = readFixtures()?.filter((fixture) => isSmall(readFixture(fixture))) ?? [];
describe.skipIf(fixtures.length === 0)('a report of a real tool with any change', () => {
  it.each(fixtures)('$file ends in one of the four outcomes, with figures that can be', (fixture) => {
    expect(fuzzReport(readFixture(fixture), { runs: runsOfFixture, seed }).finding).toBeNull();
  });
});

function isSmall({ length }: Uint8Array): boolean {
  return length > 0 && length <= largestFixture;
}
