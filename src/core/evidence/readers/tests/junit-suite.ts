import type { FlagList } from '../../input/flag-list.ts';
import { parseDeclared } from '../../input/parse-figure.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import type { TestResult } from '../../tests-tally.ts';

interface Counted {
  tests: number;
  bad: number;
  /** `failure` and `error` elements, of which a case may hold several. */
  results: number;
}

/** A `testsuite` (or the root) while it is read. */
export interface JunitSuite {
  readonly name: string;
  readonly file: string | null;
  /** The header's figures; null where it has none or no number. */
  readonly tests: number | null;
  readonly bad: number | null;
  readonly own: Counted;
  readonly below: Counted;
  hint: string | null;
  failed: boolean;
}

export function openJunitSuite(attributes: XmlAttributes, parent: JunitSuite | null): JunitSuite {
  const failures = parseDeclared(attributes.get('failures') ?? attributes.get('failed'));
  const errors = parseDeclared(attributes.get('errors'));
  return {
    name: (attributes.get('name') ?? '').slice(0, 500),
    file: attributes.get('file') ?? attributes.get('filepath') ?? parent?.file ?? null,
    tests: parseDeclared(attributes.get('tests')),
    bad: failures === null && errors === null ? null : (failures ?? 0) + (errors ?? 0),
    own: { tests: 0, bad: 0, results: 0 },
    below: { tests: 0, bad: 0, results: 0 },
    hint: parent?.hint ?? null,
    failed: false,
  };
}

export function countInSuite(suite: JunitSuite, result: TestResult, elements: number): void {
  suite.own.tests += 1;
  if (result === 'failed' || result === 'error') suite.own.bad += 1;
  suite.own.results += elements;
}

/** No test, and yet something went wrong: so Newman writes a request that got no answer. */
export function failedWithoutCases(suite: JunitSuite): boolean {
  return suite.tests === 0 && (suite.bad ?? 0) > 0 && suite.own.tests === 0 && suite.below.tests === 0;
}

/**
 * Adds a suite's figures to those of the suite around it, and flags a header that says other than the cases do. Headers count
 * their own cases or all those below, and cases that failed or failures (a case may have several): each of these agrees.
 */
export function closeJunitSuite(suite: JunitSuite, parent: JunitSuite | null, flags: FlagList): void {
  const all = { tests: suite.own.tests + suite.below.tests, bad: suite.own.bad + suite.below.bad, results: suite.own.results + suite.below.results };
  const where = suite.name === '' ? '' : ` (${suite.name})`;
  if (suite.tests !== null && suite.tests !== all.tests && suite.tests !== suite.own.tests)
    flags.add(`header-disagrees: tests ${suite.tests}, counted ${all.tests}${where}`);
  if (suite.bad !== null && ![all.bad, all.results, suite.own.bad, suite.own.results].includes(suite.bad))
    flags.add(`header-disagrees: failures and errors ${suite.bad}, counted ${all.bad}${where}`);
  if (!parent) return;
  parent.below.tests += all.tests;
  parent.below.bad += all.bad;
  parent.below.results += all.results;
}
