import timers from 'node:timers/promises';
import { syncBuiltinESMExports } from 'node:module';

/** Milliseconds: no wait of the app's own takes longer than this. */
const longest = 60;

/**
 * Shortens what the app waits for by itself (GitHub's limits, a list that lags behind): those are minutes. Time limits, which are
 * set by other timers, are as ever. Imported before the app.
 */
const { setTimeout: wait } = timers;
timers.setTimeout = ((milliseconds?: number, value?: unknown, options?: object) => wait(Math.min(milliseconds ?? 1, longest), value, options)) as typeof wait;
syncBuiltinESMExports();
