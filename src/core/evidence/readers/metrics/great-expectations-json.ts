import { isObject, listOf, memberOf, objectOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { addValidation, isValidation } from './great-expectations-validation.ts';
import type { ValidationSums } from './great-expectations-validation.ts';
import { metricSheet } from './metric-sheet.ts';
import type { MetricSheet } from './metric-sheet.ts';

/**
 * Great Expectations, 0.10 to 1.x: a validation result (`statistics.evaluated_expectations`, `results[]`), a checkpoint's
 * (`run_results`), and what `describe()` writes in 1.x (`expectations`, `validation_results`); `core/expectation_validation_result.py`
 * and `checkpoint/checkpoint.py` of its source. Percentages are 0 to 100. Several validations are summed, never averaged.
 */
export const greatExpectationsJson: JsonReader = {
  format: 'great-expectations-json',
  kind: 'metrics',
  recognises: (document) => isValidation(document) || isObject(memberOf(document, 'run_results')) || isDescribed(document),
  read(document) {
    const validations = validationsIn(document);
    const sheet = metricSheet();
    const sums: ValidationSums = {
      evaluated: 0,
      successful: 0,
      unsuccessful: 0,
      results: 0,
      failed: 0,
      exceptions: 0,
      schema: null,
      success: true,
      worst: new Map(),
    };
    for (const validation of validations) addValidation(sheet, sums, objectOf(validation));
    const said = memberOf(document, 'success');
    if (typeof said !== 'boolean') throw new ReportProblem('success is missing or no boolean; write the whole result of the validation');
    if (said && !sums.success) sheet.flag('header-disagrees: success is true, though not every expectation was met');
    if (!isValidation(document)) sheet.set('validations', validations.length);
    return body({ document, sheet, sums, success: said && sums.success });
  },
};

function isDescribed(document: unknown): boolean {
  return Array.isArray(memberOf(document, 'validation_results')) && isObject(memberOf(document, 'statistics'));
}

function validationsIn(document: unknown): readonly unknown[] {
  if (isValidation(document)) return [document];
  if (isDescribed(document)) return listOf(memberOf(document, 'validation_results'));
  const runs = Object.values(objectOf(memberOf(document, 'run_results')));
  return runs.map((run) => (isObject(memberOf(run, 'validation_result')) ? memberOf(run, 'validation_result') : run));
}

function body(input: { document: unknown; sheet: MetricSheet; sums: ValidationSums; success: boolean }): ReportBody {
  const { document, sheet, sums, success } = input;
  const version = textOf(memberOf(memberOf(document, 'meta'), 'great_expectations_version'));
  const tool = version && /^\d/.test(version) ? `great_expectations ${version.slice(0, 40)}` : 'great_expectations';
  // With nothing evaluated GX says success.
  if (sums.evaluated === 0)
    return { kind: 'metrics', outcome: 'empty', totals: { values: {} }, flags: [...sheet.end().flags, 'no-expectations: none was evaluated'], tool };
  sheet.set('success', success);
  sheet.set('statistics.evaluated_expectations', sums.evaluated);
  sheet.set('statistics.successful_expectations', sums.successful);
  sheet.set('statistics.unsuccessful_expectations', sums.unsuccessful);
  sheet.set('statistics.success_percent', (sums.successful / sums.evaluated) * 100);
  sheet.set('results', sums.results);
  sheet.set('failed_expectations', sums.failed);
  sheet.set('exceptions', sums.exceptions);
  sheet.set('data-quality.schema-violations', sums.schema);
  for (const [name, percent] of sums.worst) sheet.set(name, percent);
  return { kind: 'metrics', outcome: 'ok', ...sheet.end(), tool };
}
