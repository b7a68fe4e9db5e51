import { expect, it } from 'vitest';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const esc = String.fromCharCode(27);
const coloured = `<testsuite name="a"><testcase classname="a" name="says ${esc}[31mred${esc}[39m"><failure message="${esc}[1mno"/><system-out>${esc}[0m</system-out></testcase></testsuite>`;

it('counts results whose titles and output hold terminal colours, and tells so', () => {
  expect(readReport('junit.xml', utf8(coloured))).toMatchObject({
    outcome: 'ok',
    totals: { tests: 1, failed: 1 },
    flags: ['control-characters: XML allows none; they are read as question marks'],
    failures: [{ name: 'says ?[31mred?[39m' }],
  });
});

it('rejects NUL still, and control characters where no output of tests belongs', () => {
  expect(readReport('junit.xml', utf8(coloured.replace(esc, String.fromCharCode(0))))).toMatchObject({ outcome: 'reject' });
  expect(readReport('jacoco.xml', utf8(`<report name="${esc}"><counter type="LINE" missed="0" covered="1"/></report>`))).toMatchObject({ outcome: 'reject' });
});
