import { expect, test } from 'vitest';
import { sprintSettings } from '../../../src/core/policy/sprints-of.ts';
import { authorities, policyOf } from '../people/people-fixtures.ts';

test('a configuration that says nothing of sprints keeps its digest, and gets the defaults', () => {
  const policy = policyOf();
  expect(policy).not.toHaveProperty('sprints');
  expect(sprintSettings(policy)).toEqual({ review: true, retrospective: true, planning: true, rollover: 'ask', digest: false });
  expect(policy.origins['sprints.rollover']).toBe('playbook');
});

test('what is said holds, the rest as usual', () => {
  const policy = policyOf(`${authorities}sprints: { rollover: move, review: false }\n`);
  expect(sprintSettings(policy)).toEqual({ review: false, retrospective: true, planning: true, rollover: 'move', digest: false });
  expect(policy.origins['sprints.rollover']).toBe('repository');
});

test('another rollover is refused with what to write instead', () => {
  expect(() => policyOf(`${authorities}sprints: { rollover: drop }\n`)).toThrow('write move, ask or leave');
});
