import { describe, expect, it } from 'vitest';
import { figures, flagsOf, readText } from './read-text.ts';

const json = (value: unknown): string => JSON.stringify(value);
const told = (text: string): object => ({ figures: figures(text), flags: [...new Set(flagsOf(text))] });

const ctrf = (tests: unknown, summary: object): string => json({ results: { tool: { name: 'jest' }, summary, tests } });
describe('CTRF', () => {
  it.each([
    [
      'each status',
      ctrf(
        ['passed', 'failed', 'skipped', 'pending', 'other'].map((status) => ({ status })),
        { tests: 5, passed: 1, failed: 1, skipped: 1, pending: 1, other: 1 },
      ),
      'ok 1 1 1 2 0',
      [],
    ],
    [
      'to do, which reporters of Jest write as other',
      ctrf([{ status: 'passed' }, { status: 'other', rawStatus: 'todo' }, { status: 'other', rawStatus: 'unheard' }], {
        tests: 3,
        passed: 1,
        pending: 0,
        other: 2,
      }),
      'ok 1 0 1 1 0',
      [],
    ],
    ['flaky', ctrf([{ status: 'passed', flaky: true }], { tests: 1, passed: 1 }), 'ok 1 0 0 0 1', []],
    ['flaky by its tries', ctrf([{ status: 'passed', retryAttempts: [{ status: 'failed' }] }], { tests: 1, passed: 1 }), 'ok 1 0 0 0 1', []],
    ['a header that lies', ctrf([{ status: 'failed' }], { tests: 1, passed: 1, failed: 0 }), 'ok 0 1 0 0 0', ['header-disagrees']],
    ['no tests', ctrf([], { tests: 0 }), 'empty 0 0 0 0 0', []],
    ['no list', ctrf(undefined, { tests: 3, passed: 3 }), 'reject 0 0 0 0 0', []],
    ['a count that is none', ctrf([{ status: 'passed' }], { tests: '1' }), 'reject 0 0 0 0 0', []],
  ] as const)('%s', (_, text, expected, flags) => {
    expect(told(text)).toEqual({ figures: expected, flags });
  });

  it('gives the type it says', () => {
    expect(readText(ctrf([{ status: 'passed', suite: 'a > b', type: 'Unit' }], { tests: 1, passed: 1 })).suites).toMatchObject([
      { name: 'a > b', hint: 'unit' },
    ]);
  });
});

const playwright = (statuses: readonly string[], more: object = {}): string => {
  const tests = statuses.map((status) => ({ status, expectedStatus: status === 'skipped' ? 'skipped' : 'passed', projectName: 'chromium', results: [] }));
  return json({
    config: { version: '1.50.0' },
    suites: [{ file: 'a.spec.ts', specs: [], suites: [{ specs: [{ title: 't', file: 'a.spec.ts', line: 3, tests }] }] }],
    ...more,
  });
};
describe('Playwright', () => {
  it.each([
    [
      'each status',
      playwright(['expected', 'unexpected', 'flaky', 'skipped'], { errors: [], stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 1 } }),
      'ok 2 1 0 1 1',
      [],
    ],
    [
      'a file that did not load',
      playwright([], { errors: [{ message: 'cannot find module' }], stats: { expected: 0 } }),
      'tool-error 0 0 0 0 0',
      ['run-errors'],
    ],
    ['an error beside passing tests', playwright(['expected'], { errors: [{ message: 'worker crashed' }] }), 'tool-error 1 0 0 0 0', ['run-errors']],
    ['no tests', playwright([], { errors: [] }), 'empty 0 0 0 0 0', []],
    ['a header that lies', playwright(['unexpected'], { errors: [], stats: { expected: 1, unexpected: 0 } }), 'ok 0 1 0 0 0', ['header-disagrees']],
  ] as const)('%s', (_, text, expected, flags) => {
    expect(told(text)).toEqual({ figures: expected, flags });
  });
});

const jest = (testResults: unknown, more: object): string => json({ numTotalTests: 0, testResults, ...more });
const file = (status: string, ...statuses: string[]): object => ({
  name: 'src/a.test.ts',
  status,
  message: 'cannot find module x',
  assertionResults: statuses.map((one) => ({ status: one, fullName: one })),
});
describe('Jest and Vitest', () => {
  it.each([
    [
      'each status',
      jest([file('failed', 'passed', 'failed', 'pending', 'todo')], {
        numTotalTests: 4,
        numPassedTests: 1,
        numFailedTests: 1,
        numPendingTests: 1,
        numTodoTests: 1,
      }),
      'ok 1 1 0 2 0',
      [],
    ],
    [
      'a file that did not load',
      jest([file('passed', 'passed'), file('failed')], { numTotalTests: 1, numPassedTests: 1, numRuntimeErrorTestSuites: 1 }),
      'ok 1 0 1 0 0',
      ['suite-failed'],
    ],
    ['not successful, for no test', jest([file('passed', 'passed')], { numTotalTests: 1, numPassedTests: 1, success: false }), 'tool-error 1 0 0 0 0', []],
    [
      'a retry',
      jest([{ ...file('passed'), assertionResults: [{ status: 'passed', invocations: 2 }] }], { numTotalTests: 1, numPassedTests: 1 }),
      'ok 1 0 0 0 1',
      [],
    ],
    ['no tests', jest([], { success: true }), 'empty 0 0 0 0 0', []],
    ['results that are no list', jest([{ name: 'a', assertionResults: {} }], {}), 'reject 0 0 0 0 0', []],
    ['coverage in it', jest([file('passed', 'passed')], { numTotalTests: 1, numPassedTests: 1, coverageMap: {} }), 'ok 1 0 0 0 0', ['coverage-inside']],
  ] as const)('%s', (_, text, expected, flags) => {
    expect(told(text)).toEqual({ figures: expected, flags });
  });
});

const hook = { title: '"before all" hook for "pays"', fullTitle: 'Cart "before all" hook for "pays"' };
const mocha = (lists: Record<string, object[]>, stats: object): string => json({ stats, tests: [], passes: [], failures: [], pending: [], ...lists });
const pays = { title: 'pays', fullTitle: 'Cart pays' };
describe('Mocha', () => {
  it.each([
    ['passed after a retry', mocha({ tests: [pays], passes: [{ ...pays, currentRetry: 1 }] }, { passes: 1 }), 'ok 1 0 0 0 1', []],
    ['a hook that failed', mocha({ failures: [hook] }, { passes: 0, failures: 1 }), 'ok 0 0 1 0 0', []],
    ['a test without a result', mocha({ tests: [pays, pays], passes: [pays] }, { passes: 1 }), 'ok 1 0 1 0 0', ['no-result']],
    ['no tests', mocha({}, { passes: 0 }), 'empty 0 0 0 0 0', []],
  ] as const)('%s', (_, text, expected, flags) => {
    expect(told(text)).toEqual({ figures: expected, flags });
  });
});

const awesome = (suite: object, stats: object): string =>
  json({ stats: { testsRegistered: 1, ...stats }, results: [{ root: true, suites: [{ title: 'Cart', ...suite }] }] });
describe('mochawesome', () => {
  it.each([
    [
      'each state',
      awesome(
        { tests: [{ state: 'passed', pass: true }, { state: 'failed', fail: true }, { pending: true }, { skipped: true }] },
        { passes: 1, failures: 1, pending: 1, skipped: 1 },
      ),
      'ok 1 1 0 2 0',
      [],
    ],
    [
      'a hook that failed',
      awesome({ beforeHooks: [{ fail: true, state: 'failed' }], tests: [{ skipped: true }] }, { failures: 1, skipped: 1 }),
      'ok 0 0 1 1 0',
      ['hook-failed'],
    ],
    ['no tests', awesome({ tests: [] }, {}), 'empty 0 0 0 0 0', []],
  ] as const)('%s', (_, text, expected, flags) => {
    expect(told(text)).toEqual({ figures: expected, flags });
  });
});

const rspec = (statuses: readonly string[], summary: object): string =>
  json({ version: '3.13.0', examples: statuses.map((status) => ({ status, file_path: './spec/a_spec.rb', line_number: 3 })), summary });
describe('RSpec', () => {
  it.each([
    ['each status', rspec(['passed', 'failed', 'pending'], { example_count: 3, failure_count: 1, pending_count: 1 }), 'ok 1 1 0 1 0', []],
    ['a file that did not load', rspec([], { example_count: 0, errors_outside_of_examples_count: 1 }), 'ok 0 0 1 0 0', []],
    ['no examples', rspec([], { example_count: 0 }), 'empty 0 0 0 0 0', []],
  ] as const)('%s', (_, text, expected, flags) => {
    expect(told(text)).toEqual({ figures: expected, flags });
  });
});
