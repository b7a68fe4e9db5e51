import { describe, expect, it } from 'vitest';
import { openReport } from '../../../src/core/evidence/open-report.ts';
import { readers } from '../../../src/core/evidence/readers/readers.ts';
import type { Report } from '../../../src/core/evidence/report.ts';
import { samples } from './fuzz/samples.ts';

const mebibyte = 1 << 20;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Endless {
  readonly report: Report;
  /** Bytes by which the process grew at its largest. */
  readonly grown: number;
}

/** A beginning, and then a filling without a line end until so many mebibytes came; never held as a whole. */
function pour(begin: string, filling: string, mebibytes: number): Endless {
  const piece = utf8(filling.repeat(Math.ceil(mebibyte / filling.length)));
  const report = openReport('x');
  const before = process.memoryUsage.rss();
  let most = before;
  report.push(utf8(begin));
  for (let poured = 0; poured < mebibytes; poured += 1) {
    report.push(piece);
    if (poured % 16 === 0) most = Math.max(most, process.memoryUsage.rss());
  }
  return { report: report.end(), grown: Math.max(most, process.memoryUsage.rss()) - before };
}

// What XML says between its tags is read to its end, at the speed of the scanner: an eighth of a gigabyte is as much a line.
const longRead = /^(text of XML|a comment|character data|a processing instruction)/;

describe('a gigabyte of one line is refused, and memory stays within bounds', () => {
  it.each<[string, string, string]>([
    ['a tracefile’s path', 'TN:\nSF:', 'a'],
    ['a tracefile’s comment', 'SF:a.ts\nDA:1,1\n#', 'a'],
    ['a Go profile’s block', 'mode: set\n', 'a'],
    ['gcov’s text', '        -:    0:Source:a.c\n        1:    1:', 'x'],
    ['a row of JaCoCo’s CSV', `${samples['jacoco-csv']}shop,`, 'a'],
    ['a quoted field of CSV', `${samples['jmeter-jtl-csv']}1,1,"`, 'a'],
    ['a record of go test', `${samples['go-test-json']}{"Output":"`, 'a'],
    ['a point of k6', `${samples['k6-json']}{"x":"`, 'a'],
    ['a line of TAP', 'TAP version 13\n1..1\nok 1 - ', 'a'],
    ['a model card’s front matter', '---\nlicense: mit\nmodel-index: [', 'a,'],
    ['SPDX’s tag', 'SPDXVersion: SPDX-2.3\nPackageName: ', 'a'],
    ['an attribute of XML', '<report name="', 'a'],
    ['a name of XML', '<testsuite name="s"><', 'a'],
    ['attributes of XML', '<testsuite name="s"><testcase ', 'a="b" '],
    ['a DOCTYPE', '<!DOCTYPE report [', '<!ENTITY a "b">'],
    ['text of XML', '<testsuite name="s"><testcase name="t"><failure>', 'a'],
    ['a comment of XML', '<testsuite name="s"><!--', 'a'],
    ['character data of XML', '<testsuite name="s"><system-out><![CDATA[', 'a'],
    ['a processing instruction', '<testsuite name="s"><?x ', 'a'],
    ['elements that open and never close', '<testsuite name="s">', '<a>'],
    ['a string of JSON', '{"version":"2.1.0","runs":["', 'a'],
    ['lists of JSON', '', '['],
    ['numbers of JSON', '{"accuracy":[', '1,'],
    ['a file’s entry of istanbul', '{"/a.js":{"path":"/a.js","statementMap":{},"x":"', 'a'],
    ['entries of istanbul in one another', '{"/a.js":', '{"a":'],
    ['UTF-16', '\ufeff', '\u0000a'],
    ['spaces', '', ' '],
    ['NUL bytes', '', '\u0000'],
  ])('in %s', { timeout: 150_000 }, (what, begin, filling) => {
    const began = performance.now();
    const { report, grown } = pour(begin, filling, longRead.test(what) ? 128 : 1_024);
    expect(report.outcome).toBe(filling === ' ' ? 'empty' : 'reject');
    expect((report.error?.message ?? '').length).toBeLessThan(500);
    expect(grown / mebibyte).toBeLessThan(250);
    // Wide: the machine may be busy.
    expect(performance.now() - began).toBeLessThan(120_000);
  });
});

describe('a sample of every format that goes on without a line end', () => {
  it.each(readers.map(({ format }) => format))('%s is refused or read, within bounds', (format) => {
    const sample = samples[format] ?? '';
    const { report, grown } = pour(sample.slice(0, Math.floor((sample.length * 2) / 3)), 'a1,', 80);
    expect(report.outcome).toBe('reject');
    expect(grown / mebibyte).toBeLessThan(250);
  });
});
