import { isObject } from '../../input/json-shape.ts';
import { leavesOf } from './numeric-leaves.ts';
import type { Leaf } from './numeric-leaves.ts';

/**
 * The leaves of a document that is there for its figures: an object of more numbers and booleans than texts, or of a third
 * as many where one is named as models are measured (such a file also says which model, data and commit); at least one is
 * a number. Null for anything else, and for what shows to be a report of another kind: lists of objects are rows of
 * findings or tests, and some names belong to formats that have their own readers. Lists of numbers (confusion matrices,
 * histograms) and NaN, null here, count neither way; a list of words counts as a word.
 */
export function mostlyFigures(document: unknown): readonly Leaf[] | null {
  if (!isObject(document)) return null;
  const leaves = leavesOf(document);
  if (leaves.some((leaf) => holdsObjects(leaf.value) || leaf.name.split('.').some((name) => foreign.has(name)))) return null;
  const figures = leaves.filter((leaf) => typeof leaf.value === 'number' || typeof leaf.value === 'boolean');
  const words = leaves.filter((leaf) => typeof leaf.value === 'string' || (Array.isArray(leaf.value) && leaf.value.some((item) => typeof item === 'string')));
  if (!figures.some((leaf) => typeof leaf.value === 'number')) return null;
  const enough = figures.some((leaf) => measure.test(leaf.name.slice(-60))) ? 3 * figures.length >= words.length : figures.length > words.length;
  return enough ? leaves : null;
}

/** How the figures of models are called. "score" is not among them: every scanner has one. */
const measure =
  /(^|[._ -])(accuracy|acc|f1|f1[_-]score|f1[_-](macro|micro|weighted)|auc|auroc|roc[_-]auc|pr[_-]auc|precision|recall|loss|log_?loss|rmse|mse|mae|mape|r2|r2[_-]score|mcc|kappa|brier|ndcg|mrr|iou|dice|bleu|perplexity|wer)$/i;

/** Names that only reports of other kinds have; a broken one must not become a metric. */
const foreign = new Set(
  [
    'vulnerabilities advisories auditReportVersion findings bomFormat spdxVersion runs statementMap fnMap branchMap',
    'covered_lines line_covered percent_covered statements branches testResults numTotalTests numFailedTests testcases suites',
    // Settings of tools and answers of GitHub, which are no reports at all.
    'compilerOptions printWidth tabWidth tabSize viewportWidth prHourlyLimit workflow_run stargazers_count incomplete_results',
  ].flatMap((names) => names.split(' ')),
);

function holdsObjects(value: unknown): boolean {
  return Array.isArray(value) && value.some((item) => isObject(item) || holdsNested(item));
}

function holdsNested(item: unknown): boolean {
  return Array.isArray(item) && item.some((inner) => isObject(inner));
}
