import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateRule } from '../../../src/core/rules/evaluate-rule.ts';
import { ruleSchema } from '../../../src/core/rules/rule.ts';
import { playbookSchema } from '../../../src/core/playbook/playbook-schema.ts';
import { capabilitiesOf } from '../../../src/core/playbook/known-ids.ts';
import { evidenceWeakenings } from '../../../src/core/policy/weaken-evidence.ts';
import type { CheckRunFacts } from '../../../src/core/snapshot/facts.ts';
import { parse } from 'yaml';
import { world } from './rule-world.ts';

const rule = ruleSchema.parse({ checkRun: { name: '*lint*', capability: 'linting' } });
const run = (name: string, conclusion = 'success', id = 1): CheckRunFacts => ({
  id,
  name,
  appId: 15_368,
  status: 'completed',
  conclusion,
  externalId: null,
  title: null,
  summary: null,
});
const { evidence } = world({}).policy;
const ruff = { linting: 'ci / ruff' };

function judged(checks: Readonly<Record<string, string>> | null, ...checkRuns: CheckRunFacts[]) {
  return evaluateRule(rule, world({ policy: { evidence: { ...evidence, ...(checks ? { checks } : {}) } }, snapshot: { checkRuns } }).context);
}

describe('a capability that a check run proves', () => {
  it.each([
    ['goes by the playbook’s pattern', () => judged(null, run('lint')), 'pass check.pass'],
    ['goes by the team’s check where one is named', () => judged(ruff, run('ci / ruff')), 'pass check.pass'],
    ['no longer goes by the playbook’s pattern then', () => judged(ruff, run('lint')), 'cannot-evaluate check.missing'],
    ['fails with the named check', () => judged(ruff, run('ci / ruff', 'failure'), run('lint', 'success', 2)), 'fail check.failed'],
    ['is not proved by a check that was skipped', () => judged(ruff, run('ci / ruff', 'skipped')), 'cannot-evaluate check.no-verdict'],
    ['is not proved by nothing', () => judged(null), 'cannot-evaluate check.missing'],
    ['is not touched by another capability’s check', () => judged({ alerts: 'x' }, run('lint')), 'pass check.pass'],
  ])('%s', (_name, look, expected) => {
    const { verdict, code } = look();
    expect(`${verdict} ${code}`).toBe(expected);
  });

  it('tells the failed or absent check by its name, and the line that names another', () => {
    expect(judged(ruff, run('ci / ruff', 'failure')).reason).toContain('`ci / ruff`');
    expect(judged(ruff).reason).toContain('`ci / ruff`');
    expect(judged(null).next).toContain('evidence: { checks: { linting: "NAME" } }');
    expect(judged(ruff).next).not.toContain('NAME');
  });

  it.each([
    ['another check', ruff, { linting: 'hello' }, 1],
    ['no named check', ruff, undefined, 1],
    ['a first one', undefined, ruff, 1],
    ['the same one', ruff, { linting: 'ci / ruff' }, 0],
  ])('is weakened, or may be, by %s', (_name, old, now, found) => {
    const [before, after] = [old, now].map((checks) => world({ policy: { evidence: { ...evidence, ...(checks ? { checks } : {}) } } }).policy);
    expect(before && after && evidenceWeakenings(before, after)).toHaveLength(found);
  });

  it('is one of the method’s', () => {
    const playbook = playbookSchema.parse(parse(readFileSync('templates/playbooks/construir/playbook.yml', 'utf8')));
    expect([...capabilitiesOf(playbook)].sort()).toEqual([
      'alerts',
      'continuous-deployment',
      'continuous-monitoring',
      'continuous-training',
      'linting',
      'prompt-testing',
      'type-checking',
    ]);
  });
});
