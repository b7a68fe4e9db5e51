import { flagList } from '../../input/flag-list.ts';
import { isObject, memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestResult } from '../../tests-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { compareDeclared, countOf, declaredOf } from './declared-tests.ts';
import { placeOf } from './failure-place.ts';
import { failureText } from './failure-text.ts';
import { testsBody } from './tests-body.ts';

const resultOf: ReadonlyMap<string, TestResult> = new Map([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['pending', 'skipped'],
]);

const mostErrors = 100_000;

/**
 * RSpec's JSON formatter (rspec-core 3, `lib/rspec/core/formatters/json_formatter.rb`). Counted are `examples` by `status`
 * (`pending` is skipped); each of `errors_outside_of_examples_count` (a file that did not load, a hook of the suite) is an error.
 * The suite is the file.
 */
export const rspecJsonReader: JsonReader = {
  format: 'rspec-json',
  kind: 'tests',
  recognises: (document) =>
    Array.isArray(memberOf(document, 'examples')) &&
    isObject(memberOf(document, 'summary')) &&
    memberOf(memberOf(document, 'summary'), 'example_count') !== undefined,
  read,
};

function read(document: unknown): ReportBody {
  const [tally, flags] = [testsTally(), flagList()];
  const [examples, summary] = [memberOf(document, 'examples'), memberOf(document, 'summary')];
  for (const example of Array.isArray(examples) ? examples : []) {
    const status = textOf(memberOf(example, 'status')) ?? '';
    const result = resultOf.get(status) ?? 'error';
    if (!resultOf.has(status)) flags.add(`unknown-outcome: ${status === '' ? 'none' : status}, counted as error`);
    const place = placeOf(textOf(memberOf(example, 'file_path')), numberOf(memberOf(example, 'line_number')));
    const suite = place.file?.replace(/^\.\//, '') ?? '';
    tally.add({ suite, result });
    if (result !== 'failed' && result !== 'error') continue;
    const name = textOf(memberOf(example, 'full_description')) ?? textOf(memberOf(example, 'description')) ?? '';
    tally.fail({ suite, name, message: failureText(textOf(memberOf(memberOf(example, 'exception'), 'message')) ?? ''), ...place });
  }
  const counted = tally.end().totals;
  const declared = { tests: declaredOf(summary, 'example_count'), failed: declaredOf(summary, 'failure_count'), skipped: declaredOf(summary, 'pending_count') };
  const trouble = compareDeclared(flags, declared, { ...counted });
  addOutside(tally, document, countOf(summary, 'errors_outside_of_examples_count'));
  const version = textOf(memberOf(document, 'version'));
  return testsBody({ tally, flags, trouble, tool: version === null ? 'rspec' : `rspec ${version}` });
}

/** What could not be loaded has no examples: it is an error of its own. */
function addOutside(tally: ReturnType<typeof testsTally>, document: unknown, errors: number): void {
  const messages = memberOf(document, 'messages');
  const texts = Array.isArray(messages) ? messages.filter((text) => typeof text === 'string' && text.trim() !== '') : [];
  if (errors > mostErrors) throw new ReportProblem(`errors_outside_of_examples_count is ${errors}; expected at most ${mostErrors}`);
  for (let index = 0; index < errors; index += 1) {
    tally.add({ suite: '', result: 'error' });
    tally.fail({ suite: '', name: 'error outside of examples', message: failureText(String(texts[index] ?? '')), file: null, line: null });
  }
}
