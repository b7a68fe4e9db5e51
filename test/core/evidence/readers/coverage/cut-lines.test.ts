import { expect, it } from 'vitest';
import { openReport } from '../../../../../src/core/evidence/open-report.ts';
import { readSample } from './coverage-sample.ts';

const open = 'SF:a.ts\nDA:1,1\nDA:2,1\n';
const closed = 'SF:b.ts\nDA:1,1\nend_of_record\n';

it.each([
  ['is the only one', open],
  ['follows one that is closed', closed + open],
  ['follows one that is not closed, in a file that closes others', closed + open + open],
])('a tracefile whose last record is open is cut: it %s', (_, text) => {
  expect(readSample(text)).toMatchObject({ outcome: 'reject', error: { message: expect.stringContaining('no end_of_record (a.ts)') as string } });
});

it('a tracefile that closes no record is read, and flagged', () => {
  const report = readSample(`SF:b.ts\nDA:1,0\n${open}`);
  expect(report).toMatchObject({ outcome: 'ok', totals: { lines: { covered: 2, total: 3 } } });
  expect(report.flags.map((flag) => flag.split(':', 1)[0])).toEqual(['no-end-of-record', 'no-end-of-record']);
});

it.each([
  ['lcov', closed],
  ['go-coverprofile', 'mode: set\nx/a.go:1.1,2.2 1 1\n'],
  ['gcov-text', '        -:    0:Source:a.c\n        1:    1:int main() {\n'],
])('%s whose last line is not ended is flagged, whatever the pieces', (format, text) => {
  expect(readSample(text)).toMatchObject({ format, outcome: 'ok', flags: [] });
  const cut = text.slice(0, -1);
  expect(readSample(cut)).toMatchObject({ format, outcome: 'ok', flags: ['no-final-newline: the last line is not ended, so the report may be cut'] });
  const pieces = openReport('sample');
  for (const byte of new TextEncoder().encode(cut)) pieces.push(Uint8Array.of(byte));
  expect(pieces.end()).toEqual(readSample(cut));
});
