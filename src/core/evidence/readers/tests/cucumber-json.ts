import { flagList } from '../../input/flag-list.ts';
import { isObject, listOf, memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestResult } from '../../tests-tally.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { placeOf } from './failure-place.ts';
import { failureText } from './failure-text.ts';
import { testsBody } from './tests-body.ts';

/** Of a scenario so far: from its background, its hooks, its steps. */
interface Scenario {
  failed: boolean;
  skipped: boolean;
  passed: boolean;
  message: string;
  line: number | null;
}

const failing = new Set(['failed', 'ambiguous', 'undefined', 'pending', 'error', 'unknown', 'unused']);

/**
 * The JSON formatter of Cucumber (JVM, JS, Ruby; https://github.com/cucumber/json-formatter), behave and Reqnroll. Counted are
 * scenarios by the worst of their steps and hooks; a `background` element belongs to the scenario after it. Undefined, pending
 * and ambiguous steps fail (strict is Cucumber's default). A scenario of skipped steps only is skipped. The suite is the feature's
 * file.
 */
export const cucumberJsonReader: JsonReader = {
  format: 'cucumber-json',
  kind: 'tests',
  recognises: (document) => {
    const first = listOf(document)[0];
    return (
      isObject(first) && Array.isArray(memberOf(first, 'elements')) && ['uri', 'location', 'keyword'].some((name) => typeof memberOf(first, name) === 'string')
    );
  },
  read,
};

function read(document: unknown): ReportBody {
  const [tally, flags] = [testsTally(), flagList()];
  for (const feature of listOf(document)) {
    const location = textOf(memberOf(feature, 'location'));
    const suite = textOf(memberOf(feature, 'uri')) ?? location?.replace(/:\d+$/, '') ?? textOf(memberOf(feature, 'name')) ?? '';
    let before = nothing();
    for (const element of listOf(memberOf(feature, 'elements'))) {
      const scenario = note(before, element);
      before = nothing();
      if (memberOf(element, 'type') === 'background') {
        before = scenario;
        continue;
      }
      const result = resultOf(scenario, element);
      tally.add({ suite, result });
      if (result !== 'failed') continue;
      const line = scenario.line ?? numberOf(memberOf(element, 'line'));
      tally.fail({ suite, name: textOf(memberOf(element, 'name')) ?? '', message: failureText(scenario.message), ...placeOf(suite, line) });
    }
  }
  return testsBody({ tally, flags });
}

function nothing(): Scenario {
  return { failed: false, skipped: false, passed: false, message: '', line: null };
}

/** Adds an element's hooks and steps; hooks of steps stand in the steps. */
function note(before: Scenario, element: unknown): Scenario {
  const scenario = { ...before };
  const steps = [...listOf(memberOf(element, 'before')), ...listOf(memberOf(element, 'steps')), ...listOf(memberOf(element, 'after'))];
  for (const step of steps.flatMap((one) => [...listOf(memberOf(one, 'before')), one, ...listOf(memberOf(one, 'after'))])) {
    const result = memberOf(step, 'result');
    const status = textOf(memberOf(result, 'status'))?.toLowerCase() ?? '';
    if (status === 'passed') scenario.passed = true;
    if (status === 'skipped') scenario.skipped = true;
    if (!failing.has(status) || scenario.failed) continue;
    scenario.failed = true;
    const said = memberOf(result, 'error_message');
    const text = typeof said === 'string' ? said : listOf(said).join('\n');
    scenario.message = text === '' ? `${status}: ${textOf(memberOf(step, 'name')) ?? 'a hook'}` : text;
    scenario.line = numberOf(memberOf(step, 'line'));
  }
  return scenario;
}

/** behave says the result of a scenario itself, for errors in hooks too. */
function resultOf(scenario: Scenario, element: unknown): TestResult {
  const said = textOf(memberOf(element, 'status'))?.toLowerCase() ?? '';
  if (scenario.failed || failing.has(said) || said === 'hook_error') return 'failed';
  if (said === 'skipped' || said === 'untested') return 'skipped';
  // A scenario is as its worst step is, so one skipped step skips it (`skipped` returned by a step, an assumption that does not hold).
  return scenario.passed && !scenario.skipped ? 'passed' : 'skipped';
}
