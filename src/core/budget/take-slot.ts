import { nextWriteAt, roomAt } from '../backlog/content-limits.ts';
import type { BudgetLimits, WorkClass } from './budget-limits.ts';
import { type BudgetState, pruned } from './budget-state.ts';

/** A request that creates content. */
export interface SlotAsk {
  readonly class: WorkClass;
  /** Whether it notifies people. */
  readonly loud: boolean;
  /** Milliseconds that the process would wait; a slot that is later is not taken. */
  readonly patience: number;
}

/**
 * The time at which the content may be created, which is taken by that, or when to ask again. One exact slot each: GitHub
 * tells in no header how many are left.
 */
export function takeSlot(
  before: BudgetState,
  ask: SlotAsk,
  { limits, now }: { limits: BudgetLimits; now: number },
): [BudgetState, { readonly taken: boolean; readonly at: number }] {
  const state = pruned(before, now);
  const at = Math.max(state.blockedUntil, slotAt(state.content, ask, { limits, now }));
  if (at > now + ask.patience) return [state, { taken: false, at }];
  return [
    { ...state, content: [...state.content, at].sort((a, b) => a - b) },
    { taken: true, at },
  ];
}

/** Seeding keeps its distance between writes; what a person waits for is written at once, within the minute's and the hour's limit. */
function slotAt(past: readonly number[], ask: SlotAsk, { limits: { content }, now }: { limits: BudgetLimits; now: number }): number {
  if (content === null) return now;
  if (ask.class === 'seeding') return nextWriteAt(content, past, { now, loud: ask.loud });
  const { perMinute, perHour, forPeople } = content;
  return roomAt({ perMinute, perHour: ask.class === 'interactive' ? perHour + forPeople : perHour }, past, now);
}
