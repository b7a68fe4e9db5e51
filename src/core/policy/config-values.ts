import { z } from 'zod';
import { isCalendarDay } from '../calendar/calendar-day.ts';
import type { Expectation } from './config-words.ts';
import { basisPointsOf } from './percent.ts';

/** The message of every check is the code of what to write instead; see config-words.ts. */
export const say = (error: Expectation) => ({ error });

export const id = z.string(say('id')).regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, say('id'));
export const name = z.string(say('name')).min(1, say('name'));
export const glob = z.string(say('glob')).min(1, say('glob'));
export const pattern = z.string(say('branch-pattern')).min(1, say('branch-pattern'));
export const date = z.string(say('date')).refine(isCalendarDay, say('date'));
export const count = z.int(say('count')).min(0, say('count'));
export const percent = z
  .number(say('percent-range'))
  .min(0, say('percent-range'))
  .max(100, say('percent-range'))
  .refine((value) => basisPointsOf(value) !== null, say('percent'));
const enforcement = z.enum(['block', 'warn', 'off'], say('enforcement'));
export const enforcementFrom = z.union(
  [enforcement, z.record(id, enforcement).refine((byBlock) => Object.keys(byBlock).length > 0, say('enforcement'))],
  say('enforcement'),
);
