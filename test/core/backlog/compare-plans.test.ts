import { describe, expect, test } from 'vitest';
import { comparePlans } from '../../../src/core/backlog/compare-plans.ts';
import { describePlanDifference } from '../../../src/core/backlog/describe-plan-difference.ts';
import { planBacklog } from '../../../src/core/backlog/plan-backlog.ts';
import { policyOf } from '../people/people-fixtures.ts';

const before = planBacklog(policyOf());
const [first, second, ...rest] = before.items;
if (!first || !second) throw new Error('the sample plans nothing');

describe('the difference between two plans', () => {
  test('is none for the same configuration', () => {
    expect(describePlanDifference(comparePlans(before, before), 'en')).toBe('The plan stays as it is.');
    expect(describePlanDifference(comparePlans(before, before), 'es')).toBe('El plan queda como está.');
  });

  test('names what is new, changed and no longer planned', () => {
    const after = { ...before, items: [{ ...first, title: 'Other title' }, ...rest, { ...second, id: 's00.own', title: 'Own work' }] };
    const difference = comparePlans(before, after);
    expect(difference.issues).toEqual({
      created: { count: 1, titles: ['Own work'] },
      changed: { count: 1, titles: ['Other title'] },
      retired: { count: 1, titles: [second.title] },
    });
    expect(describePlanDifference(difference, 'en')).toBe(
      `New: 1 issue (Own work). Changed: 1 issue (Other title). No longer planned: 1 issue (${second.title}). What is no longer planned stays on GitHub until somebody closes it.`,
    );
  });

  test('counts what is too much to name', () => {
    const after = {
      ...before,
      items: before.items.map((item) => ({ ...item, body: 'new' })),
      milestones: before.milestones.map((each) => ({ ...each, dueOn: '2030-01-01' })),
    };
    expect(describePlanDifference(comparePlans(before, after), 'es')).toMatch(/^Cambia: \d+ milestones, \d+ issues\.$/);
  });
});
