import type { JsonReader } from '../reader.ts';
import { openScan } from './open-scan.ts';

/** `[]`: what a dozen tools write when they find nothing, and when they looked at nothing. It names none of them, so it is evidence of nothing. */
export const emptyList: JsonReader = {
  format: 'unknown',
  kind: 'findings',
  recognises: (document) => Array.isArray(document) && document.length === 0,
  read() {
    const scan = openScan();
    scan.flag('no-tool: the whole report is an empty list, which many tools write; let the tool write SARIF, or a format that names it');
    return scan.end({ outcome: 'empty' });
  },
};
