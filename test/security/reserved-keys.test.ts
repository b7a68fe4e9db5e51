import { afterEach, expect, test } from 'vitest';
import { readReceipt } from '../../src/core/people/read-receipt.ts';
import { parseConfig } from '../../src/core/policy/parse-config.ts';
import { readReport } from '../../src/core/evidence/read-report.ts';
import { keysForEvent } from '../../src/github/events/keys-for-event.ts';

const evil = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';

afterEach(() => {
  if ('polluted' in {} || Object.keys(Object.prototype).length > 0) throw new Error('the prototype of every object was changed');
});

test('keys that JavaScript reserves change no object, in a configuration', () => {
  for (const text of [`playbook: construir@1\n${evil}`, evil, `playbook: construir@1\ncomponents: ${evil}\nauthorities: ${evil}\n`]) {
    expect(parseConfig('.github/sprintgate.yml', text).problems.length).toBeGreaterThan(0);
  }
});

test('keys that JavaScript reserves change no object, in a payload', () => {
  for (const event of ['push', 'pull_request', 'issue_comment', 'check_run', 'workflow_run', '__proto__', 'constructor']) {
    expect(outcome(() => keysForEvent(event, JSON.parse(evil) as object).length)).toMatch(/^(0|Error)$/);
  }
});

/** A payload that is none is refused, or stands for no work. */
function outcome(work: () => number): string {
  try {
    return String(work());
  } catch {
    return 'Error';
  }
}

test('keys that JavaScript reserves change no object, in a report', () => {
  for (const path of ['coverage-final.json', 'report.sarif', 'metrics.json', 'results.json', 'package.json']) {
    const report = readReport(path, new TextEncoder().encode(evil));
    expect(report).toBeDefined();
  }
});

test('keys that JavaScript reserves change no object, in a receipt', () => {
  const body = `<!-- sprintgate:1 unit=. id=receipt.a digest=0 -->\n<!-- sprintgate-receipt:1 ${Buffer.from(evil).toString('base64')}.QUJD -->\n<!-- /sprintgate -->`;
  expect(readReceipt(body, { publicKeys: [], repository: 1, unit: '.' }).kind).toBe('refused');
});
