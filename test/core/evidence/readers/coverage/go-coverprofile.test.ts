import { describe, expect, it } from 'vitest';
import { linePairs, noLines } from '../../../../../src/core/evidence/coverage/line-hits.ts';
import { mergeCoverage } from '../../../../../src/core/evidence/coverage/merge-coverage.ts';
import { openReport } from '../../../../../src/core/evidence/open-report.ts';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import type { CoverageReport } from '../../../../../src/core/evidence/report.ts';
import { fixturesOf, readFixture } from '../../fixtures.ts';

const read = (text: string): CoverageReport => readReport('cover.out', new TextEncoder().encode(text)) as CoverageReport;

describe.skipIf(fixturesOf('go-coverprofile').length === 0)('cover profiles of real products', () => {
  it.each(fixturesOf('go-coverprofile').map((fixture) => [fixture.file, fixture] as const))('%s has the totals that go tool cover gives', (_, fixture) => {
    const report = readReport(fixture.file, readFixture(fixture)) as CoverageReport;
    const { statements, files, lines_touched_by_blocks: touched } = fixture.expected;
    expect(report.totals).toEqual({ lines: null, branches: null, functions: null, instructions: null, statements, files });
    const hits = report.files.flatMap((file) => linePairs(file.lines));
    expect({ covered: hits.filter(([, count]) => count > 0).length, total: hits.length }).toEqual(touched);
  });

  it('read the same in pieces of any size', () => {
    for (const fixture of fixturesOf('go-coverprofile')) {
      const bytes = readFixture(fixture);
      for (const size of [1, 13]) {
        const report = openReport(fixture.file);
        for (let at = 0; at < bytes.length; at += size) report.push(bytes.slice(at, at + size));
        expect(report.end()).toEqual(readReport(fixture.file, bytes));
      }
    }
  });
});

describe('a cover profile', () => {
  it('unites the blocks that several test binaries repeat, whatever their order', () => {
    const report = read(
      'mode: atomic\nx/a.go:9.1,10.2 2 0\nx/a.go:3.1,5.2 1 0\nx/b.go:1.1,2.2 1 0\nmode: atomic\nx/a.go:3.1,5.2 1 4\r\nx/a.go:9.1,10.2 2 0\nx/b.go:1.1,2.2 1 9\n',
    );
    expect(report).toMatchObject({ outcome: 'ok', totals: { statements: { covered: 2, total: 4 }, files: 2 } });
    expect([...(report.files[0]?.statements ?? [])]).toEqual([3, 1, 5, 2, 1, 4, 9, 1, 10, 2, 2, 0]);
  });

  it('gives a line that several blocks touch the hits of the busiest', () => {
    const lines = read('mode: count\nx/a.go:1.1,4.9 1 0\nx/a.go:2.3,3.4 1 7\nx/a.go:4.9,5.2 1 1\n').files[0]?.lines ?? noLines;
    expect(linePairs(lines)).toEqual([
      [1, 0],
      [2, 7],
      [3, 7],
      [4, 1],
      [5, 1],
    ]);
  });

  it('merges with another shard exactly', () => {
    const shard = (first: number, second: number) => read(`mode: set\nx/a.go:1.1,2.2 3 ${first}\nx/a.go:4.1,5.2 1 ${second}\n`).files;
    expect(mergeCoverage([...shard(1, 0), ...shard(0, 1)]).files[0]?.totals.statements).toEqual({ covered: 4, total: 4 });
  });

  it.each([
    ['counts beyond 2^64', 'mode: atomic\nx/a.go:1.1,2.2 1 18446744073709551615\nx/a.go:3.1,3.2 1 0\n', { covered: 1, total: 2 }],
    ['no mode line, as some tools cut it', 'C:/x/a.go:1.1,2.2 1 1\nC:/x/a.go:3.1,3.2 1 0\n', { covered: 1, total: 2 }],
    ['paths with spaces', 'mode: set\nx/a b.go:1.1,2.2 1 1\n', { covered: 1, total: 1 }],
  ])('may have %s', (_, text, statements) => {
    expect(read(text)).toMatchObject({ outcome: 'ok', format: 'go-coverprofile', totals: { statements } });
  });

  it.each([
    ['another mode', 'mode: set\nmode: regions\n', 2],
    ['output of go test between', 'mode: set\nx/a.go:1.1,2.2 1 1\nok  \tx\t0.1s\n', 3],
    ['a cut line', 'mode: set\nx/a.go:1.1,2.2 1 1\nx/a.go:3.1,4', 3],
    ['a negative count', 'mode: set\nx/a.go:1.1,2.2 1 -1\n', 2],
    ['an end before the start', 'mode: set\nx/a.go:3.1,2.2 1 1\n', 2],
    ['a line that no file has', 'mode: set\nx/a.go:1.1,9999999999.2 1 1\n', 2],
  ])('is rejected with the line for %s', (_, text, line) => {
    expect(read(text)).toMatchObject({ outcome: 'reject', error: { line } });
  });

  it('is rejected where one block has two numbers of statements, as go tool cover does', () => {
    const report = read('mode: set\nx/a.go:1.1,2.2 1 1\nx/a.go:1.1,2.2 2 1\n');
    expect(report).toMatchObject({ outcome: 'reject', error: { message: expect.stringContaining('x/a.go:1.1') } });
  });

  it('is rejected where its blocks claim more lines than memory has', () => {
    const blocks = Array.from({ length: 2_000 }, (_, index) => `x/a.go:${index + 1}.1,999999999.1 1 1\n`).join('');
    expect(read(`mode: set\n${blocks}`).outcome).toBe('reject');
  });

  it('is empty without a block', () => {
    expect(read('mode: set\n')).toMatchObject({ outcome: 'empty', format: 'go-coverprofile' });
  });
});
