import { expect, test } from 'vitest';
import { githubLimits, type WorkClass } from '../../../src/core/budget/budget-limits.ts';
import { emptyBudget } from '../../../src/core/budget/budget-state.ts';
import { takeSlot } from '../../../src/core/budget/take-slot.ts';

const now = 10_000_000;
const patience = 5_000;
const every = (count: number, apart: number): number[] => Array.from({ length: count }, (_, index) => now - (count - 1 - index) * apart);
const slot = (content: readonly number[], who: WorkClass, loud = true) =>
  takeSlot({ ...emptyBudget, content }, { class: who, loud, patience }, { limits: githubLimits, now })[1];

test.each<[string, readonly number[], WorkClass, { taken: boolean; at: number }]>([
  ['the first is written at once', [], 'seeding', { taken: true, at: now }],
  ['seeding keeps three seconds between issues', [now], 'seeding', { taken: true, at: now + 3_000 }],
  ['what a person waits for goes at once all the same', [now], 'interactive', { taken: true, at: now }],
  ['also before a slot that seeding holds already', [now, now + 3_000], 'interactive', { taken: true, at: now }],
  ['nobody writes an 81st within a minute', every(80, 100), 'interactive', { taken: false, at: now - 7_900 + 60_000 }],
  ['seeding stops at 480 within an hour', every(480, 7_000), 'seeding', { taken: false, at: now - 479 * 7_000 + 3_600_000 }],
  ['twenty are left over for people', every(480, 7_000), 'interactive', { taken: true, at: now }],
  ['and no more than these', every(500, 7_000), 'interactive', { taken: false, at: now - 499 * 7_000 + 3_600_000 }],
])('%s', (_name, content, who, expected) => {
  expect(slot(content, who)).toEqual(expected);
});
