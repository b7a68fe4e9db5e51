import { expect, it } from 'vitest';
import { figures } from './read-text.ts';

const ctrf = (failed: number, more: object = {}): string =>
  JSON.stringify({ results: { tool: { name: 'made' }, summary: { tests: 1, passed: 1, failed, ...more }, tests: [{ name: 'a', status: 'passed' }] } });
const jest = (failed: number): string =>
  JSON.stringify({ numTotalTests: 1, numFailedTests: failed, testResults: [{ name: 'a.test.js', assertionResults: [{ title: 'a', status: 'passed' }] }] });

it.each([
  ['JUnit', '<testsuite name="s" tests="3" failures="3"><testcase name="a"/></testsuite>', 'tool-error 1 0 0 0 0'],
  ['JUnit, in an outer header', '<testsuites errors="1"><testsuite name="s"><testcase name="a"/></testsuite></testsuites>', 'tool-error 1 0 0 0 0'],
  [
    'JUnit, of a try before the one that passed',
    '<testsuite name="s" tests="1" failures="1"><testcase name="a"><flakyFailure message="m"/></testcase></testsuite>',
    'ok 1 0 0 0 1',
  ],
  ['JUnit, beside a failure that is there', '<testsuite name="s" failures="3"><testcase name="a"><failure/></testcase></testsuite>', 'ok 0 1 0 0 0'],
  ['CTRF', ctrf(2), 'tool-error 1 0 0 0 0'],
  ['CTRF, of other tests', ctrf(0, { other: 1 }), 'tool-error 1 0 0 0 0'],
  ['CTRF without', ctrf(0), 'ok 1 0 0 0 0'],
  ['Jest', jest(1), 'tool-error 1 0 0 0 0'],
  ['Jest without', jest(0), 'ok 1 0 0 0 0'],
  [
    'RSpec',
    JSON.stringify({ examples: [{ status: 'passed', file_path: './a_spec.rb' }], summary: { example_count: 2, failure_count: 1 }, summary_line: '' }),
    'tool-error 1 0 0 0 0',
  ],
])('declared failures that no test accounts for are no clean pass: %s', (_, text, expected) => {
  expect(figures(text)).toBe(expected);
});

it('a case that is called failed and skipped failed', () => {
  expect(figures('<testsuite name="s"><testcase name="a" status="failed"><skipped/></testcase></testsuite>')).toBe('ok 0 1 0 0 0');
});

it.each([
  ['inside the first sub-test', 'TAP version 13\n# Subtest: a\n    ok 1 - b\n', 'tool-error 1 0 0 0 0'],
  ['after a sub-test, without plan', 'TAP version 13\n# Subtest: a\n    ok 1 - b\n    1..1\nok 1 - a\n', 'tool-error 1 0 0 0 0'],
])('TAP that ends %s is no clean pass', (_, text, expected) => {
  expect(figures(text)).toBe(expected);
});
