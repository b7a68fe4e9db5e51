import type { XmlAttributes } from '../../input/xml-sink.ts';
import type { TestResult } from '../../tests-tally.ts';
import { appendText } from './failure-text.ts';

/** A `testcase` while it is read. */
export interface JunitCase {
  readonly name: string;
  readonly owner: string;
  readonly file: string | null;
  readonly fileLine: string | null;
  readonly status: string;
  hint: string | null;
  failures: number;
  errors: number;
  skipped: boolean;
  /** Tries that did not pass, of a test that the writer says passed in the end. */
  retried: boolean;
  /** Tries after a first one that failed as they did. */
  rerunFailed: boolean;
  message: string | null;
  text: string;
}

const failedStatus = new Set(['failed', 'fail', 'failure']);
const errorStatus = new Set(['error', 'errored', 'aborted', 'timeout', 'crashed']);
const skippedStatus = new Set(['disabled', 'notrun', 'not run', 'not_run', 'skipped', 'skip', 'ignored', 'suppressed', 'pending', 'todo', 'filtered']);

export function openJunitCase(attributes: XmlAttributes): JunitCase {
  const status = [attributes.get('status'), attributes.get('result')].map((value) => value?.trim().toLowerCase() ?? '');
  const known = status.find((value) => failedStatus.has(value) || errorStatus.has(value)) ?? status.find((value) => skippedStatus.has(value));
  return {
    name: attributes.get('name') ?? '',
    owner: attributes.get('classname') ?? attributes.get('class') ?? '',
    file: attributes.get('file') ?? attributes.get('filepath') ?? null,
    fileLine: attributes.get('line') ?? attributes.get('lineno') ?? null,
    status: known ?? '',
    hint: null,
    failures: 0,
    errors: 0,
    skipped: attributes.get('ignored') === 'true' || attributes.get('skipped') === 'true',
    retried: false,
    rerunFailed: false,
    message: null,
    text: '',
  };
}

/** A direct child of a case. Returns whether its text is that of the failure. */
export function noteResult(test: JunitCase, element: string, attributes: XmlAttributes): boolean {
  switch (element) {
    case 'failure':
    case 'error': {
      if (element === 'failure') test.failures += 1;
      else test.errors += 1;
      const first = test.failures + test.errors === 1;
      if (first) test.message = attributes.get('message')?.slice(0, 4000) ?? null;
      return first;
    }
    case 'skipped':
    case 'skip':
    case 'ignored':
    case 'disabled':
      test.skipped = true;
      return false;
    case 'flakyFailure':
    case 'flakyError':
    case 'rerun':
      test.retried = true;
      return false;
    case 'rerunFailure':
    case 'rerunError':
      test.rerunFailed = true;
      return false;
    default:
      return false;
  }
}

export function noteText(test: JunitCase, text: string): void {
  test.text = appendText(test.text, text);
}

/** A case has one result, however many its writer put into it: the worst. */
export function junitResult(test: JunitCase): TestResult {
  if (test.errors > 0) return 'error';
  if (test.failures > 0) return 'failed';
  if (test.rerunFailed || failedStatus.has(test.status)) return 'failed';
  if (errorStatus.has(test.status)) return 'error';
  if (test.skipped || skippedStatus.has(test.status)) return 'skipped';
  return test.retried ? 'flaky' : 'passed';
}
