import { expect, test } from 'vitest';
import { emptyBudget } from '../../../src/core/budget/budget-state.ts';
import { noteRefusal, type Refusal } from '../../../src/core/budget/note-refusal.ts';

const refusal = (change: Partial<Refusal> = {}): Refusal => ({ kind: 'secondary', resource: 'core', wait: null, ...change });
const now = 5_000_000;

test.each<[string, Partial<Refusal>, number]>([
  ['as long as GitHub said', { wait: 7_000 }, 7_000],
  ['until the hour ends', { kind: 'primary', wait: 600_000 }, 600_000],
  ['a minute where it said nothing', {}, 60_000],
  ['a second at least', { wait: 0 }, 1_000],
  ['never longer than GitHub would ask for', { wait: 90_000_000 }, 70 * 60_000],
])('waits %s', (_name, change, wait) => {
  expect(noteRefusal(emptyBudget, refusal(change), now)[1]).toBe(now + wait);
});

test('waits twice as long each time in a row, and anew after a quiet quarter of an hour', () => {
  const [first, until] = noteRefusal(emptyBudget, refusal(), now);
  const [second, longer] = noteRefusal(first, refusal(), until);
  expect(longer - until).toBe(120_000);
  const late = longer + 15 * 60_000;
  expect(noteRefusal(second, refusal(), late)[1] - late).toBe(60_000);
});

test('counts refusals of requests that were under way together as one', () => {
  const [first, until] = noteRefusal(emptyBudget, refusal(), now);
  expect(noteRefusal(first, refusal(), now + 100)).toEqual([first, until]);
});

test('a used up hour of GraphQL does not stop REST', () => {
  const [state] = noteRefusal(emptyBudget, refusal({ kind: 'primary', resource: 'graphql', wait: 600_000 }), now);
  expect(state).toMatchObject({ blockedUntil: 0, windows: { graphql: { blockedUntil: now + 600_000 } } });
});
