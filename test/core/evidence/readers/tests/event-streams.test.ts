import { describe, expect, it } from 'vitest';
import { figures, flagsOf, readText } from './read-text.ts';

const go = (...events: (readonly [action: string, test?: string, output?: string])[]): string =>
  events
    .map(([Action, Test, Output]) => JSON.stringify({ Action, Package: 'acme.org/shop', ...(Test ? { Test } : {}), ...(Output ? { Output } : {}) }))
    .join('\n');

describe('go test -json counts each test once', () => {
  it.each([
    ['passed', go(['run', 'A'], ['pass', 'A'], ['pass']), 'ok 1 0 0 0 0'],
    ['a sub-test and its parent', go(['run', 'A'], ['run', 'A/b'], ['fail', 'A/b'], ['fail', 'A'], ['fail']), 'ok 0 2 0 0 0'],
    ['began and never ended', go(['run', 'A'], ['fail']), 'ok 0 0 1 0 0'],
    ['cut after a whole test', go(['run', 'A'], ['pass', 'A']), 'tool-error 1 0 0 0 0'],
    ['run twice in one run of the package (-count=2)', go(['run', 'A'], ['fail', 'A'], ['run', 'A'], ['pass', 'A'], ['fail']), 'ok 0 1 0 0 0'],
    ['failed, and passed when the package was run again', go(['run', 'A'], ['fail', 'A'], ['fail'], ['run', 'A'], ['pass', 'A'], ['pass']), 'ok 1 0 0 0 1'],
    [
      'failed, and passed in a second run of all',
      go(['run', 'A'], ['fail', 'A'], ['run', 'B'], ['pass', 'B'], ['fail'], ['run', 'A'], ['pass', 'A'], ['run', 'B'], ['pass', 'B'], ['pass']),
      'ok 1 1 0 0 0',
    ],
    ['failed, and was skipped when it was run again', go(['run', 'A'], ['fail', 'A'], ['fail'], ['run', 'A'], ['skip', 'A'], ['pass']), 'ok 0 1 0 0 0'],
    ['never ended, and passed when it was run again', go(['run', 'A'], ['fail'], ['run', 'A'], ['pass', 'A'], ['pass']), 'ok 1 0 0 0 1'],
    [
      'failed in a sub-test, and passed when the test was run again',
      go(['run', 'A'], ['run', 'A/b'], ['fail', 'A/b'], ['fail', 'A'], ['fail'], ['run', 'A'], ['run', 'A/b'], ['pass', 'A/b'], ['pass', 'A'], ['pass']),
      'ok 2 0 0 0 2',
    ],
    [
      'a package that failed alone, and passed when it was run again',
      go(['run', 'A'], ['pass', 'A'], ['fail'], ['run', 'A'], ['pass', 'A'], ['pass']),
      'tool-error 1 0 0 0 0',
    ],
    ['cut after a package began', go(['start']), 'tool-error 0 0 0 0 0'],
    ['a package that failed without a failing test', go(['run', 'A'], ['pass', 'A'], ['fail']), 'tool-error 1 0 0 0 0'],
    ['a package without tests', go(['start'], ['output', '', '? no test files'], ['skip']), 'empty 0 0 0 0 0'],
    [
      'a package that did not build, as Go 1.23 says it',
      `${go(['run', 'A'], ['pass', 'A'], ['pass'])}\nFAIL\tacme.org/other [build failed]`,
      'tool-error 1 0 0 0 0',
    ],
    ['lines of other programs between', `# acme.org/shop\n${go(['run', 'A'])}\nhello\n${go(['pass', 'A'], ['pass'])}`, 'ok 1 0 0 0 0'],
    ['cut in the middle of an event', `${go(['run', 'A'], ['pass', 'A'], ['pass'])}\n{"Time":"2024-01-01T00:00:00Z","Acti`, 'tool-error 1 0 0 0 0'],
  ])('%s', (_, text, expected) => {
    expect(figures(text)).toBe(expected);
  });

  it('a failure names the message and the place; a parent of a failed sub-test is not repeated', () => {
    const text = go(['run', 'A'], ['run', 'A/b'], ['output', 'A/b', '    cart_test.go:12: want 2, got 3\n'], ['fail', 'A/b'], ['fail', 'A'], ['fail']);
    expect(readText(text).failures).toEqual([{ suite: 'acme.org/shop', name: 'A/b', message: 'want 2, got 3', file: 'acme.org/shop/cart_test.go', line: 12 }]);
  });

  it('says what the compiler said (Go 1.24)', () => {
    const build = [
      { ImportPath: 'acme.org/shop', Action: 'build-output', Output: './cart.go:3:2: undefined: x\n' },
      { ImportPath: 'acme.org/shop', Action: 'build-fail' },
      { Action: 'fail', Package: 'acme.org/shop', FailedBuild: 'acme.org/shop' },
    ];
    expect(readText(build.map((event) => JSON.stringify(event)).join('\n'))).toMatchObject({
      outcome: 'tool-error',
      error: { message: expect.stringContaining('undefined: x') as string },
    });
  });
});

const dart = (...events: object[]): string =>
  [{ type: 'start', protocolVersion: '0.1.1' }, { type: 'suite', suite: { id: 0, path: 'test/cart_test.dart' } }, ...events]
    .map((event) => JSON.stringify(event))
    .join('\n');
const start = (id: number): object => ({
  type: 'testStart',
  test: { id, name: `t${id}`, suiteID: 0, line: 4, url: 'package:shop/helper.dart', root_line: 9, root_url: 'file:///ci/test/cart_test.dart' },
});
const done = (testID: number, result: string, more: object = {}): object => ({ type: 'testDone', testID, result, hidden: false, skipped: false, ...more });
const end = (success: boolean | null): object => ({ type: 'done', success });

describe('Dart counts the tests that are not hidden', () => {
  it.each([
    ['passed', dart(start(1), done(1, 'success'), end(true)), 'ok 1 0 0 0 0'],
    ['failed and an error', dart(start(1), done(1, 'failure'), start(2), done(2, 'error'), end(false)), 'ok 0 1 1 0 0'],
    ['skipped', dart(start(1), done(1, 'success', { skipped: true }), end(true)), 'ok 0 0 0 1 0'],
    ['loading', dart(start(1), done(1, 'success', { hidden: true }), end(true)), 'empty 0 0 0 0 0'],
    ['a file that does not load', dart(start(1), done(1, 'error'), end(false)), 'ok 0 0 1 0 0'],
    ['began and never ended', dart(start(1), end(false)), 'ok 0 0 1 0 0'],
    ['no end of the run', dart(start(1), done(1, 'success')), 'tool-error 1 0 0 0 0'],
    ['not successful, for no test', dart(start(1), done(1, 'success'), end(false)), 'tool-error 1 0 0 0 0'],
    [
      'two runs, whose numbers begin anew',
      `${dart(start(1), done(1, 'success'), end(true))}\n${dart(start(1), done(1, 'success'), end(true))}`,
      'ok 2 0 0 0 0',
    ],
  ])('%s', (_, text, expected) => {
    expect(figures(text)).toBe(expected);
  });

  it('a failure names the line in the test file', () => {
    const text = dart(start(1), { type: 'error', testID: 1, error: 'Expected: 2\n  Actual: 3' }, done(1, 'failure'), end(false));
    expect(readText(text).failures).toMatchObject([
      { suite: 'test/cart_test.dart', message: 'Expected: 2\nActual: 3', file: '/ci/test/cart_test.dart', line: 9 },
    ]);
    expect(flagsOf(text)).toEqual([]);
  });
});
