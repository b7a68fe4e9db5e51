import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';
import { figures, flagsOf, readText } from './read-text.ts';

const suite = (cases: string, attributes = ''): string =>
  `<?xml version="1.0"?><testsuites><testsuite name="shop" ${attributes}>${cases}</testsuite></testsuites>`;

describe('a JUnit case has the worst of its results', () => {
  it.each([
    ['nothing in it', '<testcase name="a"/>', 'ok 1 0 0 0 0'],
    ['a failure', '<testcase name="a"><failure/></testcase>', 'ok 0 1 0 0 0'],
    ['a failure and an error', '<testcase name="a"><failure/><error/></testcase>', 'ok 0 0 1 0 0'],
    ['several failures', '<testcase name="a"><failure/><failure/></testcase>', 'ok 0 1 0 0 0'],
    ['skipped', '<testcase name="a"><skipped/></testcase>', 'ok 0 0 0 1 0'],
    ['skipped after it failed', '<testcase name="a"><skipped/><failure/></testcase>', 'ok 0 1 0 0 0'],
    ['GoogleTest: not run', '<testcase name="a" status="notrun" result="suppressed"/>', 'ok 0 0 0 1 0'],
    ['GoogleTest: run', '<testcase name="a" status="run" result="completed"/>', 'ok 1 0 0 0 0'],
    ['CTest: disabled', '<testcase name="a" status="disabled"/>', 'ok 0 0 0 1 0'],
    ['a status that fails without a child', '<testcase name="a" status="failed"/>', 'ok 0 1 0 0 0'],
    ['Surefire: passed in the end', '<testcase name="a"><flakyFailure/><flakyError/></testcase>', 'ok 1 0 0 0 1'],
    ['Surefire: failed again', '<testcase name="a"><failure/><rerunFailure/><rerunError/></testcase>', 'ok 0 1 0 0 0'],
    ['Surefire: failed again, the first failure left out', '<testcase name="a"><rerunFailure/></testcase>', 'ok 0 1 0 0 0'],
    ['pytest-rerunfailures: passed in the end', '<testcase name="a"><rerun message="no"/></testcase>', 'ok 1 0 0 0 1'],
    ['a failure in what the test printed', '<testcase name="a"><system-out>&lt;failure/&gt;</system-out></testcase>', 'ok 1 0 0 0 0'],
    ['twice, with both results', '<testcase name="a"><failure/></testcase><testcase name="a"/>', 'ok 1 1 0 0 0'],
    ['a suite that did not load', '<error message="cannot import shop"/>', 'ok 0 0 1 0 0'],
    ['no case', '', 'empty 0 0 0 0 0'],
  ])('%s', (_, cases, expected) => {
    expect(figures(suite(cases))).toBe(expected);
  });
});

describe('headers of JUnit', () => {
  it.each([
    ['agree', 'tests="2" failures="1"', []],
    ['are absent', '', []],
    ['are no numbers', 'tests="many" failures=""', []],
    ['claim more tests', 'tests="9" failures="1"', ['header-disagrees']],
    ['claim no failure', 'tests="2" failures="0" errors="0"', ['header-disagrees']],
    ['count failures, not cases', 'tests="2" failures="2"', []],
  ])('that %s are flagged as %s', (_, attributes, expected) => {
    const text = suite('<testcase name="a"/><testcase name="b"><failure/><failure/></testcase>', attributes);
    expect(flagsOf(text)).toEqual(expected);
    expect(figures(text)).toBe('ok 1 1 0 0 0');
  });

  it('that tell of errors in a suite without tests make one error', () => {
    const text = suite('<testcase name="a"/><testsuite name="ping" tests="0" failures="0" errors="2"><system-err>no answer</system-err></testsuite>');
    expect(figures(text)).toBe('ok 1 0 1 0 0');
    expect(flagsOf(text)).toContain('suite-failed');
    expect(figures('<testsuites tests="0" errors="1"/>')).toBe('ok 0 0 1 0 0');
    expect(figures('<testsuites tests="0" errors="0"/>')).toBe('empty 0 0 0 0 0');
  });

  it('may hold their own cases or all below them', () => {
    const nested = (tests: number): string =>
      `<testsuite name="all" tests="${tests}"><testsuite name="one" tests="1"><testcase name="a"/></testsuite><testcase name="b"/></testsuite>`;
    expect([1, 2, 3].map((tests) => flagsOf(nested(tests)).length)).toEqual([0, 0, 1]);
  });
});

it('the suite is the innermost one, and the class where one suite holds every test', () => {
  const text = `<testsuites><testsuite name="outer"><testsuite name="inner"><testcase name="a"/></testsuite></testsuite>
    <testsuite name="pytest"><testcase classname="tests.integration.test_cart" name="b"/></testsuite>
    <testsuite><testcase classname="CartTest" name="c"/></testsuite></testsuites>`;
  expect(readText(text).suites.map((one) => one.name)).toEqual(['inner', 'tests.integration.test_cart', 'CartTest']);
});

it('the writer or a property may say of which type the tests are', () => {
  const playwright = '<testsuites id="" name=""><testsuite name="cart.spec.ts" hostname="chromium"><testcase name="cart › pays"/></testsuite></testsuites>';
  const cypress =
    '<testsuites name="Mocha Tests"><testsuite name="Root Suite" file="cypress/e2e/cart.cy.js"/><testsuite name="Cart"><testcase name="pays"/></testsuite></testsuites>';
  const property = suite('<properties><property name="test-type" value="Component"/></properties><testcase name="a"/>');
  expect([playwright, cypress, property, suite('<testcase name="a"/>')].map((text) => readText(text).suites[0]?.hint)).toEqual([
    'e2e',
    'e2e',
    'component',
    null,
  ]);
});

describe('failures of JUnit name the message without the stack, and the place', () => {
  it.each([
    ['attributes', '<testcase name="a" file="t/a_test.rb" line="7"><failure message="no">x</failure></testcase>', 'no', 't/a_test.rb', 7],
    [
      'pytest',
      '<testcase classname="t.test_a" name="a"><failure message="assert 1 == 2">def test_a():\n&gt;   assert 1 == 2\n\nt/test_a.py:12: AssertionError</failure></testcase>',
      'assert 1 == 2',
      't/test_a.py',
      12,
    ],
    [
      'Java',
      '<testcase classname="com.acme.CartTest" name="a"><failure message="no">java.lang.AssertionError: no\n\tat org.junit.Assert.fail(Assert.java:89)\n\tat com.acme.CartTest.pays(CartTest.java:31)</failure></testcase>',
      'no',
      'com/acme/CartTest.java',
      31,
    ],
    [
      'JavaScript',
      '<testcase name="a"><failure>Error: no\n    at Object.f (node_modules/jest/x.js:1:2)\n    at Object.g (src/cart.test.ts:9:5)</failure></testcase>',
      'Error: no',
      'src/cart.test.ts',
      9,
    ],
    ['Rust', "<testcase name='a'><failure message='failed'>thread 'a' panicked at tests/cart.rs:15:5:\nno</failure></testcase>", 'failed', 'tests/cart.rs', 15],
    ['nothing', '<testcase name="a"><failure>no</failure></testcase>', 'no', null, null],
  ])('%s', (_, cases, message, file, line) => {
    expect(readText(suite(cases)).failures).toEqual([expect.objectContaining({ name: 'a', message, file, line })]);
  });
});

it('scanners that write JUnit are told apart from tests, and counted as they say', () => {
  const trivy = suite('<testcase classname="musl-1.1.22" name="[CRITICAL] CVE-2019-14697"><failure message="stack overflow"/></testcase>');
  expect(flagsOf(trivy)).toEqual(['scanner-output']);
  expect(figures(trivy)).toBe('ok 0 1 0 0 0');
});

it('a case that passed and failed is flagged: nobody says whether it was a retry', () => {
  expect(flagsOf(suite('<testcase name="a"><failure/></testcase><testcase name="a"/>'))).toEqual(['retry-unclear']);
  expect(flagsOf(suite('<testcase name="a"/><testcase name="a"/>'))).toEqual([]);
});

it.each([
  ['a cut file', suite('<testcase name="a"/>').slice(0, 70)],
  ['mismatched tags', '<testsuites><testsuite><testcase name="a"></testsuite></testsuites>'],
  ['an entity of its own', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><testsuite><testcase name="&e;"/></testsuite>'],
])('%s is rejected with its line', (_, text) => {
  const report = readReport('junit.xml', new TextEncoder().encode(text));
  expect(report).toMatchObject({ outcome: 'reject', format: 'junit', error: { line: expect.any(Number) as number } });
});
