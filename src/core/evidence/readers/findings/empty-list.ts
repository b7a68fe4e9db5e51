import { noCoverage } from '../../missing-report.ts';
import type { JsonReader } from '../reader.ts';

/**
 * `[]`: what a dozen tools write when they find nothing, and when they looked at nothing. It names none of them, so it is
 * evidence of nothing, and of the kind that every unrecognised file has.
 */
export const emptyList: JsonReader = {
  format: 'unknown',
  kind: 'coverage',
  recognises: (document) => Array.isArray(document) && document.length === 0,
  read: () => ({
    kind: 'coverage',
    outcome: 'empty',
    flags: ['no-tool: the whole report is an empty list, which many tools write; let the tool write SARIF, or a format that names it'],
    totals: noCoverage,
    files: [],
  }),
};
