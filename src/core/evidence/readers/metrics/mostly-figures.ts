import { isObject } from '../../input/json-shape.ts';
import { leavesOf } from './numeric-leaves.ts';
import type { Leaf } from './numeric-leaves.ts';

/**
 * The leaves of a document that is there for its figures: an object whose leaves are numbers or booleans for more than a
 * half, at least one a number. Null for anything else, and for what shows to be a report of another kind: lists of
 * objects are rows of findings or tests, and some names belong to formats that have their own readers. Lists of numbers
 * (confusion matrices, histograms) and NaN, null here, count neither way; a list of words counts as a word.
 */
export function mostlyFigures(document: unknown): readonly Leaf[] | null {
  if (!isObject(document)) return null;
  const leaves = leavesOf(document);
  if (leaves.some((leaf) => holdsObjects(leaf.value) || leaf.name.split('.').some((name) => foreign.has(name)))) return null;
  const figures = leaves.filter((leaf) => typeof leaf.value === 'number' || typeof leaf.value === 'boolean');
  const words = leaves.filter((leaf) => typeof leaf.value === 'string' || (Array.isArray(leaf.value) && leaf.value.some((item) => typeof item === 'string')));
  return figures.length > words.length && figures.some((leaf) => typeof leaf.value === 'number') ? leaves : null;
}

/** Names that only reports of other kinds have; a broken one must not become a metric. */
const foreign = new Set(
  [
    'vulnerabilities advisories auditReportVersion findings bomFormat spdxVersion runs statementMap fnMap branchMap',
    'covered_lines line_covered percent_covered statements branches testResults numTotalTests numFailedTests testcases suites',
  ].flatMap((names) => names.split(' ')),
);

function holdsObjects(value: unknown): boolean {
  return Array.isArray(value) && value.some((item) => isObject(item) || holdsNested(item));
}

function holdsNested(item: unknown): boolean {
  return Array.isArray(item) && item.some((inner) => isObject(inner));
}
