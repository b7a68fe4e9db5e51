import { describe, expect, it } from 'vitest';
import { describeRule } from '../../../src/core/backlog/describe-rule.ts';
import type { Rule } from '../../../src/core/rules/rule.ts';
import { ruleSchema } from '../../../src/core/rules/rule.ts';
import { samplePolicy } from './sample-policy.ts';

const rule = (written: unknown): Rule => ruleSchema.parse(written);
const say = (written: unknown, change: Parameters<typeof samplePolicy>[0] = {}): string => describeRule(rule(written), samplePolicy(change));
const total = { coverage: { of: 'total' } };
const inclusive = { ...samplePolicy().coverage, total: { floor: 8500, strict: false, from: 's00' } };

describe('how a criterion is decided', () => {
  it('says of the total what is asked of it', () => {
    expect(say(total)).toBe('coverage of the total, above 85 %');
    expect(say(total, { locale: 'es' })).toBe('cobertura del total, más de 85 %');
    expect(say(total, { coverage: inclusive })).toBe('coverage of the total, at least 85 %');
    expect(say({ coverage: { of: 'api' } })).toBe('coverage of API at its floor');
  });

  it('is good Spanish where words meet', () => {
    expect(say({ issues: { labels: ['bug'], open: { fewerThan: { parameter: 'sla' } } } }, { locale: 'es' })).toBe(
      'menos del valor de `sla` issues abiertos con `bug`',
    );
    expect(say({ all: [{ criterion: 'docs' }, { criterion: 'coverage' }, { checkpoint: 'security-review' }] }, { locale: 'es' })).toBe(
      'igual que «Documented» e igual que «Code coverage» y firma del checkpoint «Security review»',
    );
  });
});
