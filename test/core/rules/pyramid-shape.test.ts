import { describe, expect, it } from 'vitest';
import { evaluateRule } from '../../../src/core/rules/evaluate-rule.ts';
import { ruleSchema } from '../../../src/core/rules/rule.ts';
import { playbookOf, tests, world } from './rule-world.ts';

const rule = ruleSchema.parse({ metric: { name: 'pyramid.deviation', is: '<=', than: 1000 } });
const pyramid = [
  { type: 'unit', share: 7000, scopes: ['functions'] },
  { type: 'e2e', share: 3000, scopes: ['user-journeys'] },
];

function shape(counts: Readonly<Record<string, number>>, locale: 'es' | 'en') {
  const reports = Object.entries(counts).map(([type, count]) => tests(type, { tests: count, passed: count }));
  const { title, reason, next } = evaluateRule(rule, world({ playbook: playbookOf({ pyramid }), reports, locale }).context);
  return [title, reason, next];
}

describe('the shape of the test pyramid', () => {
  it.each([
    [
      { unit: 95, e2e: 5 },
      'en',
      [
        'Shape of the test pyramid',
        'unit tests are 95 % of those that ran; the pyramid has 70 %, give or take 10 points',
        'Add tests where there are too few: e2e (5 % of 30 %).',
      ],
    ],
    [
      { unit: 95, e2e: 5 },
      'es',
      [
        'Forma de la pirámide de pruebas',
        'Las pruebas unit son 95 % de las que se ejecutaron; la pirámide pide 70 %, con 10 puntos de tolerancia',
        'Agregue pruebas donde faltan: e2e (5 % de 30 %).',
      ],
    ],
    [{ unit: 75, e2e: 25 }, 'en', ['Shape of the test pyramid', 'The level that is furthest off is 5 points away from its share; up to 10 are allowed', null]],
    [{ unit: 75, e2e: 25 }, 'es', ['Forma de la pirámide de pruebas', 'El nivel más alejado está a 5 puntos de su proporción; se permiten hasta 10', null]],
    [
      { unit: 75 },
      'en',
      [
        'Shape of the test pyramid',
        'Shape of the test pyramid: no report was found',
        'Let a workflow of this commit upload the report (`test-type: e2e`) and run it again.',
      ],
    ],
    [
      {},
      'en',
      [
        'Shape of the test pyramid',
        'Shape of the test pyramid: no report was found',
        'Let a workflow of this commit upload the report (`test-type: unit`, `test-type: e2e`) and run it again.',
      ],
    ],
  ] as const)('of %o is told in %s', (counts, locale, expected) => expect(shape(counts, locale)).toEqual(expected));
});
