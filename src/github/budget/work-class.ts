import { AsyncLocalStorage } from 'node:async_hooks';
import type { WorkClass } from '../../core/budget/budget-limits.ts';

const classes = new AsyncLocalStorage<WorkClass>();

/** Does some work whose requests, however deep in it, are of a class. */
export function inClass<T>(who: WorkClass, work: () => Promise<T>): Promise<T> {
  return classes.run(who, work);
}

/** Whom the request that is being made keeps waiting. Unless something else was said, a person. */
export function currentClass(): WorkClass {
  return classes.getStore() ?? 'interactive';
}
