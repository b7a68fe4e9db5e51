import { expectedList } from '../../input/expected-list.ts';
import { memberOf, textOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { coverageBody } from './coverage-body.ts';
import { gcovLines } from './gcov-lines.ts';

const version = 'gcovr/format_version';

/**
 * `gcovr --json` (gcovr 4.2 and newer, its `json.rst`): lines, each once however many functions it belongs to, without
 * those marked `gcovr/excluded` or, before gcovr 6, `gcovr/noncode`. Branches and functions repeat with every function of a
 * line and are left to the summary, Cobertura and lcov reports.
 */
export const gcovrJsonReader: JsonReader = {
  format: 'gcovr-json',
  kind: 'coverage',
  recognises: (document) => memberOf(document, version) !== undefined,
  read: (document) =>
    coverageBody({
      files: gcovLines(
        expectedList(memberOf(document, 'files'), 'files'),
        (line) => memberOf(line, 'gcovr/excluded') !== true && memberOf(line, 'gcovr/noncode') !== true,
      ),
      flags: [],
      tool: `gcovr format ${textOf(memberOf(document, version)) ?? ''}`,
    }),
};
