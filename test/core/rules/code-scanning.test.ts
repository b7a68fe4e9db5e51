import { describe, expect, it } from 'vitest';
import { evaluateRule } from '../../../src/core/rules/evaluate-rule.ts';
import { ruleSchema } from '../../../src/core/rules/rule.ts';
import type { CodeScanningFacts } from '../../../src/core/snapshot/code-scanning-facts.ts';
import { findings, world, type WorldInput } from './rule-world.ts';

const rule = ruleSchema.parse({ findings: { scan: 'code', severities: ['critical'], atMost: 0 } });
const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0, unknown: 0 };
const { evidence } = world({}).policy;

function analysed(bySeverity: Partial<typeof none>, more: object = {}): CodeScanningFacts {
  return { state: 'analysed', ref: 'refs/pull/12/merge', tools: ['CodeQL'], bySeverity: { ...none, ...bySeverity }, worst: [], error: null, ...more };
}

function judged(codeScanning: CodeScanningFacts | null, changes: WorldInput = {}, trusted: string | null = null) {
  return evaluateRule(
    rule,
    world({
      ...changes,
      policy: { evidence: { ...evidence, trusted, codeScanning: true } },
      snapshot: { ...changes.snapshot, ...(codeScanning ? { codeScanning } : {}) },
    }).context,
  );
}

const running = { evidence: { bundles: [], refused: [], runningWorkflows: [{ path: '.github/workflows/codeql.yml', startedAt: '2027-01-28T17:50:00Z' }] } };
const clean = [findings('code', {})];

describe('findings in code with code scanning', () => {
  it.each([
    ['pass with no open alert, without another report', () => judged(analysed({})), 'pass findings.pass'],
    ['pass with alerts of lower severities', () => judged(analysed({ high: 3 })), 'pass findings.pass'],
    ['fail with a critical alert', () => judged(analysed({ critical: 1 })), 'fail findings.too-many'],
    ['fail with a critical alert beside a clean report', () => judged(analysed({ critical: 1 }), { reports: clean }), 'fail findings.too-many'],
    ['fail with a bad report beside clean alerts', () => judged(analysed({}), { reports: [findings('code', { critical: 1 })] }), 'fail findings.too-many'],
    ['cannot be judged by alerts without a severity', () => judged(analysed({ unknown: 1 })), 'cannot-evaluate findings.unknown-severity'],
    ['cannot be judged while this commit was not analysed', () => judged({ state: 'missing' }, { reports: clean }), 'cannot-evaluate scanning.missing'],
    ['cannot be judged without the permission', () => judged({ state: 'forbidden' }, { reports: clean }), 'cannot-evaluate scanning.forbidden'],
    ['cannot be judged where it is off', () => judged({ state: 'off' }), 'cannot-evaluate scanning.off'],
    ['cannot be judged where nobody read the alerts', () => judged(null, { reports: clean }), 'cannot-evaluate scanning.unread'],
    ['cannot be judged by an analysis that GitHub could not process', () => judged(analysed({}, { error: 'too large' })), 'cannot-evaluate scanning.failed'],
    ['wait while its workflow runs', () => judged({ state: 'missing' }, { snapshot: running }), 'pending evidence.awaited'],
    [
      'ask for a verified report where the policy trusts only those',
      () => judged(analysed({}), {}, 'a/b/.github/workflows/c.yml@v1'),
      'cannot-evaluate findings.missing',
    ],
  ])('%s', (_name, look, expected) => {
    const { verdict, code } = look();
    expect(`${verdict} ${code}`).toBe(expected);
  });

  describe('by tools that the policy names', () => {
    const other = { evidence: { bundles: [], refused: [], runningWorkflows: [], otherWorkflows: running.evidence.runningWorkflows } };
    const late = { ...other.evidence, otherWorkflows: [{ path: 'x', startedAt: '2027-01-28T16:50:00Z' }] };
    const named = (codeScanning: CodeScanningFacts, snapshot: WorldInput['snapshot'] = {}, more: WorldInput = {}) =>
      evaluateRule(
        rule,
        world({
          ...more,
          policy: { evidence: { ...evidence, workflows: ['ci.yml'], codeScanning: { tools: ['CodeQL', 'Semgrep'] } } },
          snapshot: { ...snapshot, codeScanning },
        }).context,
      );
    const both = { tools: ['codeql', 'Semgrep', 'Trivy'] };
    it.each([
      ['pass once all of them have answered', () => named(analysed({}, both)), 'pass findings.pass'],
      ['wait while one is missing and a workflow that brings no uploads runs', () => named(analysed({}), other), 'pending scanning.awaited'],
      ['wait so while none has answered', () => named({ state: 'missing' }, other), 'pending scanning.awaited'],
      ['wait so beside a clean report', () => named(analysed({}), other, { reports: clean }), 'pending scanning.awaited'],
      ['cannot be judged once no workflow runs', () => named(analysed({})), 'cannot-evaluate scanning.tool-missing'],
      ['cannot be judged once its time is over', () => named(analysed({}), { evidence: late }), 'cannot-evaluate scanning.tool-missing'],
      ['fail by what one has found, whether another is missing or not', () => named(analysed({ critical: 1 }), other), 'fail findings.too-many'],
      ['cannot be judged without the permission', () => named({ state: 'forbidden' }, other), 'cannot-evaluate scanning.forbidden'],
    ])('%s', (_name, look, expected) => {
      const { verdict, code } = look();
      expect(`${verdict} ${code}`).toBe(expected);
    });

    it('are named where they are missing', () => {
      expect(named(analysed({})).reason).toBe('Code scanning has no analysis of this commit by `Semgrep`');
      expect(named({ state: 'missing' }, {}, { locale: 'es' }).reason).toContain('hecho por `CodeQL` y `Semgrep`');
      expect(named(analysed({}), other).deadline).toBe('2027-01-28T18:50:00.000Z');
    });
  });

  it('are not looked at where the policy does not ask for them', () => {
    const { verdict } = evaluateRule(rule, world({ reports: clean, snapshot: { codeScanning: analysed({ critical: 9 }) } }).context);
    expect(verdict).toBe('pass');
  });

  it.each([
    ['en', 'security_events: read', 'Open alerts of code scanning: `js/x a.ts`', 'pr:12 is:open'],
    ['es', 'security_events: read', 'Alertas abiertas de code scanning: `js/x a.ts`', 'pr:12 is:open'],
  ] as const)('say in %s what is missing and where the alerts are', (locale, permission, found, query) => {
    expect(judged({ state: 'forbidden' }, { locale }).next).toContain(permission);
    const failed = judged(analysed({ critical: 1 }, { worst: ['js/x a.ts'] }), { locale });
    expect(failed.reason).toContain(found);
    expect(failed.next).toContain(query);
  });
});
