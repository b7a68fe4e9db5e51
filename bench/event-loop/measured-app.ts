/** The app in a process of its own, which tells how long its event loop was blocked. Started by bench.ts. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { evidenceHere } from '../../src/app/evidence/evidence-here.ts';
import { readEnvironment } from '../../src/app/read-environment.ts';
import { watchTurns } from './watch-turns.ts';
import { startSprintgate } from '../../src/app/serve-app.ts';

export interface Blocked {
  /** Milliseconds that the event loop was late at most, and in 99 of 100 turns. */
  readonly longest: number;
  readonly p99: number;
  /** Milliseconds that its thread computed at most without letting anything else in. */
  readonly own: number;
}

export type Ask = { readonly ask: 'begin' } | { readonly ask: 'look'; readonly repository: number; readonly number: number } | { readonly ask: 'end' | 'stop' };

const environment = readEnvironment(process.env);
if (!environment) throw new Error('the environment is given by the benchmark');
const app = await startSprintgate(environment, {
  ...(process.env['WHERE'] === 'here' ? { evidence: evidenceHere } : {}),
  ...(process.env['NOW'] ? { now: () => process.env['NOW'] ?? '' } : {}),
});
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const turns = watchTurns();

process.on('message', (message) => void answer(message as Ask).then((answered) => process.send?.(answered)));
process.send?.({ url: app.url });

async function answer(asked: Ask): Promise<unknown> {
  switch (asked.ask) {
    case 'begin':
      // What was collected before is no part of what is measured.
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve, 50));
      delay.reset();
      turns.reset();
      return {};
    case 'look':
      await app.context.enqueue([{ key: { kind: 'pull', repository: asked.repository, number: asked.number }, priority: 'now' }]);
      await app.engine.drained();
      return {};
    case 'end':
      await app.engine.drained();
      return { longest: delay.max / 1e6, p99: delay.percentile(99) / 1e6, own: turns.longest() } satisfies Blocked;
    case 'stop':
      await app.stop();
      process.exit();
  }
}
