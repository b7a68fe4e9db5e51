import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../src/core/evidence/read-report.ts';
import { readers } from '../../../src/core/evidence/readers/readers.ts';
import { readFixture, readFixtures } from './fixtures.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const mebibyte = 1 << 20;
const laughs = `<?xml version="1.0"?><!DOCTYPE report [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, n) => `<!ENTITY ${'abcdefghijklmn'[n + 1] ?? 'z'} "${`&${'abcdefghijklmn'[n] ?? 'a'};`.repeat(10)}">`).join('')}]>`;

/** No pass may come of these, and none may take long. The limit is wide: the machine may be busy. */
const cases: readonly [string, () => Uint8Array, 'reject' | 'empty'][] = [
  ['a billion laughs in an attribute', () => utf8(`${laughs}<report name="&m;"><counter type="LINE" missed="0" covered="9"/></report>`), 'reject'],
  ['a billion laughs in text', () => utf8(`${laughs}<report name="x"><package name="p">&m;</package></report>`), 'reject'],
  [
    'an external entity',
    () => utf8('<!DOCTYPE coverage [<!ENTITY x SYSTEM "file:///etc/passwd">]><coverage line-rate="1"><sources><source>&x;</source></sources></coverage>'),
    'reject',
  ],
  ['a hundred thousand nested groups', () => utf8(`<report name="x">${'<group name="g">'.repeat(100_000)}`), 'reject'],
  ['a tag that never ends', () => utf8(`<report name="${'x'.repeat(5 * mebibyte)}`), 'reject'],
  ['mismatched tags', () => utf8('<report name="x"><package name="p"></report></package>'), 'reject'],
  [
    'a cut document',
    () => utf8('<coverage line-rate="1"><packages><package name="p"><classes><class filename="a"><lines><line number="1" hits="1"/>'),
    'reject',
  ],
  ['two roots', () => utf8('<report name="x"><sessioninfo/></report><report/>'), 'reject'],
  ['NUL bytes in XML', () => utf8('<report name="x"><package name="\u0000"/></report>'), 'reject'],
  ['NUL bytes only', () => new Uint8Array(mebibyte), 'reject'],
  ['five megabytes of junk', () => Uint8Array.from({ length: 5 * mebibyte }, (_, n) => (n * 2_654_435_761) >>> 13), 'reject'],
  ['five megabytes of spaces', () => utf8(' '.repeat(5 * mebibyte)), 'empty'],
  ['five megabytes of line ends', () => utf8('\n'.repeat(5 * mebibyte)), 'empty'],
  ['comments without an end', () => utf8('#\n'.repeat(mebibyte)), 'reject'],
  ['a comment, many line ends and junk', () => utf8(`#${'\n'.repeat(60_000)}x`), 'reject'],
  ['a tracefile of one endless line', () => utf8(`SF:${'a'.repeat(5 * mebibyte)}`), 'reject'],
  ['a number that is none', () => utf8('<report name="x"><counter type="LINE" missed="1e9" covered="-1"/></report>'), 'reject'],
  ['keys of the object prototype', () => utf8('SF:a\n__proto__:1\n'), 'reject'],
];

describe('hostile input', () => {
  it.each(cases)('%s is survived in bounded time', (_, make, outcome) => {
    const bytes = make();
    const began = performance.now();
    const report = readReport('x', bytes);
    expect(report.outcome).toBe(outcome);
    expect((report.error?.message ?? '').length).toBeLessThan(500);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('counts beyond 2^53 are refused, and hits beyond it are hits', () => {
    expect(readReport('x', utf8('SF:a\nDA:2,99999999999999999999\nDA:1,0\nend_of_record\n'))).toMatchObject({
      outcome: 'ok',
      totals: { lines: { covered: 1, total: 2 } },
    });
    expect(readReport('x', utf8('SF:a\nDA:99999999999999999999,1\nend_of_record\n'))).toMatchObject({ outcome: 'reject', error: { line: 2 } });
    expect(
      readReport('x', utf8('<report name="x"><counter type="LINE" missed="99999999999999999999" covered="99999999999999999999"/></report>')),
    ).toMatchObject({ outcome: 'reject', error: { line: 1 } });
  });

  it('many doubts do not fill the output', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => `SF:${n}.ts\nDA:1,1\nLF:7\nLH:7\nend_of_record\n`).join('');
    expect(readReport('x', utf8(many)).flags.length).toBeLessThan(10);
  });
});

describe('nothing outside of a report is fetched', () => {
  const documents = (address: string): string[] => [
    `<!DOCTYPE coverage SYSTEM "${address}/a.dtd"><coverage version="1"><file path="a"><lineToCover lineNumber="1" covered="true"/></file></coverage>`,
    `<!DOCTYPE testsuite [<!ENTITY % p SYSTEM "${address}/p.dtd"> %p;]><testsuite name="s"><testcase name="t"/></testsuite>`,
    `<!DOCTYPE testsuite [<!ENTITY x SYSTEM "${address}/x">]><testsuite name="&x;"><testcase name="t"/></testsuite>`,
    `<?xml-stylesheet href="${address}/s.xsl"?><testsuite name="s" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="${address}/s.xsd"><testcase name="t"/></testsuite>`,
    `<testsuite name="s" xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="${address}/i.xml"/><testcase name="t"/></testsuite>`,
    `{"$schema":"${address}/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[],"externalPropertyFileReferences":{"results":[{"location":{"uri":"${address}/r"}}]}}]}`,
  ];

  it('neither by XML nor by JSON', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const outcomes = documents(address).map((text) => readReport('x', utf8(text)).outcome);
    // A request that was begun would have come by the time that one of our own is answered.
    await fetch(`${address}/own`);
    await new Promise((resolve) => server.close(resolve));
    expect(asked).toEqual(['/own']);
    expect(outcomes[2]).toBe('reject');
  });
});

describe('a file that nothing recognises', () => {
  it.each([
    ['a web page', '<!DOCTYPE html><html><body>Not found</body></html>', 'it is a web page (HTML)'],
    ['other XML', '<pom><a/></pom>', 'it is XML with the root `pom`'],
    ['an object', '{"a":"x","b":[],"c":{},"d":"","e":"","f":"","g":""}', 'a JSON object with the members a, b, c, d, e, f and 1 more'],
    ['a list', '[{"zeta":"x"}]', 'it is a JSON list, first of it a JSON object with the members zeta'],
    ['a text', 'PASSWORD=hunter2 and more', 'it begins with `PASSWORD`'],
    ['punctuation', '=> hunter2', 'it begins with `=`'],
    ['a packed file', '\u001f\ufffd', 'it is compressed with gzip (give it uncompressed), which is none of'],
    ['an archive', 'PK\u0003\u0004xxxxxxxx', 'it is a ZIP archive'],
    ['names without end', JSON.stringify({ ['x'.repeat(9_000)]: 'y', ['\u0000`']: 'z' }), `x${'x'.repeat(29)}…, ??`],
  ])('is told with what was seen of it: %s', (_, text, seen) => {
    const { outcome, error } = readReport('x', utf8(text));
    expect(outcome).toBe('reject');
    expect(error?.message).toContain(seen);
    expect(error?.message).toContain('docs/evidence-formats');
    expect(error?.message).not.toContain('hunter2');
    expect(error?.message.length).toBeLessThan(500);
  });

  it('names longer than any real one are refused, and doubts about them are short', () => {
    const path = 'a'.repeat(20_000);
    expect(readReport('x', utf8(`SF:${path}\nDA:1,1\nend_of_record\n`))).toMatchObject({
      outcome: 'reject',
      error: { message: expect.stringContaining('the path of a file is longer than 4096 characters') },
    });
    expect(readReport('x', utf8(`SF:a\nDA:1,1\n${`SF:${'b'.repeat(4_000)}\nDA:1,1\n`}`)).flags.every((flag) => flag.length <= 500)).toBe(true);
  });
});

const fixtures = readFixtures();
if (!fixtures) console.warn('SKIPPED: the evidence fixtures (../shared/fixtures/evidence) are not here, so no report of a real tool was cut or flipped.');

const small = (fixtures ?? []).filter((fixture) => readers.some((reader) => reader.format === fixture.format));
describe.skipIf(small.length === 0)('cut and flipped reports of real tools', () => {
  it('end in one of the four outcomes', () => {
    const outcomes = new Map<string, number>();
    for (const fixture of small) {
      const whole = readFixture(fixture);
      if (whole.length === 0 || whole.length > 20_000) continue;
      for (let step = 1; step <= 12; step += 1) {
        const at = Math.floor((whole.length * step) / 13);
        const flipped = whole.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (step % 8));
        for (const bytes of [whole.slice(0, at), flipped]) {
          const { outcome } = readReport(fixture.file, bytes);
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
      }
    }
    expect([...outcomes.keys()].every((outcome) => ['ok', 'empty', 'reject', 'tool-error'].includes(outcome))).toBe(true);
    expect(outcomes.get('reject')).toBeGreaterThan(0);
  });

  it('never pass when XML or a JSON document is cut', () => {
    const passed = small
      .filter((fixture) => fixture.expected.outcome === 'ok' && isDocument(readFixture(fixture)))
      .filter((fixture) => {
        const bytes = readFixture(fixture);
        // White space behind its end is no part of it.
        const end = bytes.findLastIndex((byte) => byte > 0x20);
        return readReport(fixture.file, bytes.slice(0, Math.floor(end * 0.8))).outcome !== 'reject';
      });
    expect(passed.map(({ file }) => file)).toEqual([]);
  });
});

/** XML, or one JSON document: what has an end that can be missed. Lines have none. */
function isDocument(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes).trim();
  if (text.startsWith('<')) return true;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
