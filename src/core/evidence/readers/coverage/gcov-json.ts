import { expectedList } from '../../input/expected-list.ts';
import { isObject, memberOf, textOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { coverageBody } from './coverage-body.ts';
import { gcovLines } from './gcov-lines.ts';

/**
 * `gcov --json-format` of GCC 9 and newer ("Invoking gcov" in its manual), unpacked: lines, each once however many
 * functions or template instances it belongs to.
 */
export const gcovJsonReader: JsonReader = {
  format: 'gcov-json',
  kind: 'coverage',
  recognises: (document) =>
    textOf(memberOf(document, 'gcc_version')) !== null &&
    (Array.isArray(memberOf(document, 'files')) || textOf(memberOf(document, 'data_file')) !== null) &&
    isObject(document),
  read(document) {
    const folder = textOf(memberOf(document, 'current_working_directory'));
    return coverageBody({
      files: gcovLines(expectedList(memberOf(document, 'files'), 'files'), () => true),
      flags: [],
      tool: `gcov ${textOf(memberOf(document, 'gcc_version')) ?? ''}`,
      sources: folder ? [folder] : [],
    });
  },
};
