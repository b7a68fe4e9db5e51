import { describe, expect, it } from 'vitest';
import { figures, flagsOf, readText } from './read-text.ts';

const steps = (...statuses: string[]): object => ({ steps: statuses.map((status, index) => ({ name: `step ${index}`, line: index + 3, result: { status } })) });
const scenario = (...statuses: string[]): object => ({ type: 'scenario', name: 'pays', line: 2, ...steps(...statuses) });
const feature = (...elements: object[]): string => JSON.stringify([{ uri: 'features/cart.feature', keyword: 'Feature', elements }]);

describe('Cucumber counts scenarios', () => {
  it.each([
    ['passed', feature(scenario('passed', 'passed')), 'ok 1 0 0 0 0'],
    ['a step failed', feature(scenario('passed', 'failed', 'skipped')), 'ok 0 1 0 0 0'],
    ['a step is undefined', feature(scenario('undefined')), 'ok 0 1 0 0 0'],
    ['a hook failed', feature({ ...scenario('skipped'), before: [{ result: { status: 'failed' } }] }), 'ok 0 1 0 0 0'],
    ['the background before it failed', feature({ type: 'background', ...steps('failed') }, scenario('skipped'), scenario('passed')), 'ok 1 1 0 0 0'],
    ['a step skipped it', feature(scenario('passed', 'skipped', 'skipped'), scenario('passed')), 'ok 1 0 0 1 0'],
    ['all skipped', feature(scenario('skipped')), 'ok 0 0 0 1 0'],
    ['behave says the result itself', feature({ ...scenario('passed'), status: 'failed' }), 'ok 0 1 0 0 0'],
    ['no scenario', feature(), 'empty 0 0 0 0 0'],
  ])('%s', (_, text, expected) => {
    expect(figures(text)).toBe(expected);
  });

  it('a failure names the step', () => {
    expect(readText(feature(scenario('passed', 'undefined'))).failures).toEqual([
      { suite: 'features/cart.feature', name: 'pays', message: 'undefined: step 1', file: 'features/cart.feature', line: 4 },
    ]);
  });
});

const robot = (suite: string, statistics = ''): string =>
  `<robot generator="Robot 7.0 (Python 3.12)"><suite name="Shop" source="/ci/shop.robot">${suite}</suite><statistics>${statistics}</statistics></robot>`;
const test = (status: string): string =>
  `<test name="Pays" line="4"><kw name="Log"><status status="FAIL">inner</status></kw><status status="${status}">no</status></test>`;
const tearDown = (status: string): string => `<kw name="Close" type="TEARDOWN"><status status="${status}"/></kw>`;

describe('Robot Framework counts tests by their own status', () => {
  it.each([
    ['each status', robot(['PASS', 'FAIL', 'SKIP', 'NOT RUN'].map(test).join('')), 'ok 1 1 0 2 0', []],
    ['no status', robot('<test name="a"/>'), 'ok 0 0 1 0 0', []],
    ['a tear-down that failed', robot(test('PASS') + test('SKIP') + tearDown('FAIL')), 'ok 0 1 0 1 0', ['suite-failed']],
    ['a tear-down that passed', robot(test('PASS') + tearDown('PASS')), 'ok 1 0 0 0 0', []],
    [
      'statistics that lie',
      robot(test('FAIL'), '<total><stat pass="1" fail="0" skip="0">All Tests</stat></total>'),
      'ok 0 1 0 0 0',
      ['header-disagrees', 'header-disagrees'],
    ],
    [
      'failures that only the statistics have',
      robot(test('PASS'), '<total><stat pass="1" fail="2" skip="0">All Tests</stat></total>'),
      'tool-error 1 0 0 0 0',
      ['header-disagrees'],
    ],
    ['no test', robot(''), 'empty 0 0 0 0 0', []],
  ])('%s', (_, text, expected, flags) => {
    expect(figures(text)).toBe(expected);
    expect(flagsOf(text)).toEqual(flags);
  });

  it('a failure names the file and the line of the test', () => {
    expect(readText(robot(test('FAIL'))).failures).toEqual([{ suite: 'Shop', name: 'Pays', message: 'no', file: '/ci/shop.robot', line: 4 }]);
  });
});

describe('TAP counts test points', () => {
  it.each([
    ['passed and failed', 'TAP version 13\n1..2\nok 1 - a\nnot ok 2 - b\n', 'ok 1 1 0 0 0', []],
    ['the plan at the end', 'ok 1 a\nok 2 b\n1..2\n', 'ok 2 0 0 0 0', []],
    ['skipped and to do', '1..3\nok 1 - a # SKIP later\nnot ok 2 - b # TODO\nok 3 - c # TODO\n', 'ok 0 0 0 3 0', []],
    ['fewer than planned', '1..3\nok 1\n', 'ok 1 0 2 0 0', ['plan']],
    ['no plan', 'TAP version 14\nok 1\n', 'tool-error 1 0 0 0 0', []],
    ['more than planned', '1..1\nok 1\nok 2\n', 'ok 2 0 0 0 0', ['header-disagrees']],
    [
      'sub-tests and what stands for them',
      'TAP version 13\n# Subtest: a.test.js\n    ok 1 - x\n    not ok 2 - y\n    1..2\nnot ok 1 - a.test.js\nok 2 - z\n1..2\n',
      'ok 2 1 0 0 0',
      [],
    ],
    ['a group that failed though its sub-tests passed', '# Subtest: a\n    ok 1 - x\n    1..1\nnot ok 1 - a\n1..1\n', 'ok 1 0 1 0 0', []],
    [
      'sub-tests in braces after their point',
      'TAP version 13\n1..3\nnot ok 1 - a.test.js # time=9ms {\n    1..3\n    ok 1 - x # time=1ms\n    not ok 2 - y\n        ---\n        error: "no"\n        ...\n    ok 3 - deep {\n        1..2\n        ok 1 - z\n        ok 2 - w # TODO\n    }\n}\nok 2 - b.test.js {\n    1..1\n    ok 1 - v\n}\nok 3 - c\n',
      'ok 4 1 0 1 0',
      [],
    ],
    [
      'braces of a group that failed though its sub-tests passed',
      'TAP version 13\n1..2\nnot ok 1 - a {\n    1..1\n    not ok 1 - hook {\n        1..1\n        ok 1 - x # SKIP\n    }\n}\nok 2 - b\n',
      'ok 1 0 1 1 0',
      [],
    ],
    ['braces that nothing closes', 'TAP version 13\n1..1\nnot ok 1 - a {\n    1..2\n    ok 1 - x\n    not ok 2 - y\n', 'ok 1 1 0 0 0', []],
    [
      'a name that ends in a brace',
      'TAP version 13\nok 1 - a {\n  ---\n  x: 1\n  ...\n# Subtest: b\n    ok 1 - x\n    1..1\nok 2 - b\n1..2\n',
      'ok 2 0 0 0 0',
      [],
    ],
    ['a group without sub-tests', 'TAP version 13\n# Subtest: a\n    1..0\nok 1 - a\nok 2 - b\n1..2\n', 'ok 1 0 0 0 0', []],
    ['bailed out', 'TAP version 13\nok 1\nBail out! no database\n', 'tool-error 1 0 0 0 0', []],
    ['all skipped', '1..0 # SKIP no database\n', 'empty 0 0 0 0 0', []],
    ['a YAML block that nothing closes', '1..2\nok 1 - a\n  ---\n  x: 1\nnot ok 2 - b\n', 'ok 1 1 0 0 0', []],
    ['a line of dashes', '1..2\nok 1 - a\n---\nnot ok 2 - b\n', 'ok 1 1 0 0 0', []],
    ['what looks like points in a YAML block', '1..1\nok 1 - a\n  ---\n  not ok 2\n  ...\n', 'ok 1 0 0 0 0', []],
  ])('%s', (_, text, expected, flags) => {
    expect(figures(`${text.startsWith('#') ? 'TAP version 13\n' : ''}${text}`)).toBe(expected);
    expect(flagsOf(`${text.startsWith('#') ? 'TAP version 13\n' : ''}${text}`)).toEqual(flags);
  });

  it('a failure has what its block says', () => {
    const text =
      "TAP version 13\n# Subtest: a.test.js\n    not ok 1 - y\n      ---\n      location: '/ci/a.test.js:3:1'\n      error: 'want 2'\n      ...\n    1..1\nnot ok 1 - a.test.js\n1..1\n";
    expect(readText(text).failures).toEqual([{ suite: 'a.test.js', name: 'y', message: 'want 2', file: '/ci/a.test.js', line: 3 }]);
  });
});
