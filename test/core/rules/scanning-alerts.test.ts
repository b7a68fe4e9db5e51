import { describe, expect, it } from 'vitest';
import type { CodeScanningFacts } from '../../../src/core/snapshot/code-scanning-facts.ts';
import { findings, world, type WorldInput } from './rule-world.ts';
import { tell, type Told } from './told.ts';

const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0, unknown: 0 };
const { evidence } = world({}).policy;
const rule = (atMost: unknown, severities: readonly string[] = ['critical', 'high'], scan = 'code') => ({ findings: { scan, severities, atMost } });

describe('alerts of code scanning', () => {
  function alerts(bySeverity: Partial<typeof none>, more: Partial<Extract<CodeScanningFacts, { state: 'analysed' }>> = {}): CodeScanningFacts {
    return {
      state: 'analysed',
      ref: 'refs/pull/12/merge',
      tools: ['CodeQL', 'Semgrep'],
      bySeverity: { ...none, ...bySeverity },
      worst: [],
      error: null,
      ...more,
    };
  }
  const asked = (facts: CodeScanningFacts | null, changes: WorldInput = {}, on = rule(0)) =>
    tell(on, {
      ...changes,
      policy: { evidence: { ...evidence, codeScanning: true } },
      snapshot: { ...changes.snapshot, ...(facts ? { codeScanning: facts } : {}) },
    });
  const many = {
    is: 'fail findings.too-many',
    why: '2 open findings (critical and high); at most 0 are accepted',
    next: 'Resolve 2 or more findings (critical and high).',
  };
  const listed = `${many.why}. Open alerts of code scanning: \`js/x a.ts\`, \`js/y b.ts\``;

  it.each<readonly [string, CodeScanningFacts | null, Told]>([
    ['count like findings', alerts({ critical: 1, high: 1 }), many],
    [
      'are listed, with where they stand in the pull request',
      alerts({ high: 2 }, { worst: ['js/x a.ts', 'js/y b.ts'] }),
      { ...many, why: listed, next: `${many.next} The alerts are under Security, Code scanning, with the filter \`pr:12 is:open\`.` },
    ],
    [
      'are listed, with where they stand on a branch',
      alerts({ high: 2 }, { ref: 'refs/heads/main', worst: ['js/x a.ts', 'js/y b.ts'] }),
      { ...many, why: listed, next: `${many.next} The alerts are under Security, Code scanning, with the filter \`is:open\`.` },
    ],
    [
      'are not listed where they are few enough',
      alerts({ low: 1 }, { worst: ['js/x a.ts'] }),
      { is: 'pass findings.pass', why: '0 open findings (critical and high); at most 0 are accepted', next: null },
    ],
    [
      'are none without an analysis',
      { state: 'missing' },
      {
        is: 'cannot-evaluate scanning.missing',
        why: 'Code scanning has analysed neither this commit nor its test merge',
        next: 'Let the workflow of code scanning run on pull requests, e.g. `.github/workflows/codeql.yml` with `on: pull_request`, or turn on its default setup.',
      },
    ],
    [
      'are not known without the permission',
      { state: 'forbidden' },
      {
        is: 'cannot-evaluate scanning.forbidden',
        why: 'The alerts of code scanning could not be read: the permission `security_events: read` is missing',
        next: 'Give Sprintgate the permission `security_events: read` (of a workflow: `permissions: { security-events: read }`), then ask for `/sprintgate recheck`.',
      },
    ],
    [
      'are not known where nobody read them',
      null,
      {
        is: 'cannot-evaluate scanning.unread',
        why: 'The alerts of code scanning were not read here',
        next: 'Ask GitHub: the check on the pull request reads them.',
      },
    ],
    [
      'may not be all where GitHub could not process the analysis',
      alerts({}, { error: 'too large' }),
      {
        is: 'cannot-evaluate scanning.failed',
        why: 'Code scanning could not process the analysis of CodeQL, Semgrep: too large',
        next: 'Open the run of code scanning, mend its upload, and run it again.',
      },
    ],
  ])('%s', (_name, facts, told) => expect(asked(facts)).toEqual(told));

  it('are missed beside a clean report, too', () => {
    expect(asked({ state: 'off' }, { reports: [findings('code', {})] }).is).toBe('cannot-evaluate scanning.off');
    expect(asked(alerts({ high: 1 }), { reports: [findings('code', { high: 1 })] }).why).toBe(many.why);
  });

  it('are no findings of another scan', () => {
    expect(asked(alerts({ critical: 9 }), { reports: [findings('secrets', {})] }, rule(0, ['critical'], 'secrets')).is).toBe('pass findings.pass');
    expect(asked({ state: 'off' }, { reports: [findings('secrets', {})] }, rule(0, ['critical'], 'secrets')).is).toBe('pass findings.pass');
    expect(asked({ state: 'off' }, {}, rule(0, ['critical'], 'secrets')).is).toBe('cannot-evaluate findings.missing');
  });
});
