import type { EngineLog } from '../../engine/engine-log.ts';
import { announce } from '../../telemetry/announce.ts';
import type { Happening } from '../../telemetry/happening.ts';

export type RefusedWhy = Extract<Happening, { readonly what: 'delivery-refused' }>['why'];

export interface Refusal {
  readonly why: RefusedWhy;
  readonly message: string;
  readonly facts: object;
}

const logEvery = 60_000;

/**
 * Counts every refusal, and logs the first of a kind and then one a minute, with the number of those between: whoever sends
 * nonsense must not fill the disk.
 */
export function noteRefusals(log: EngineLog, now: () => number = Date.now): (refusal: Refusal) => void {
  const seen = new Map<RefusedWhy, { logged: number; unlogged: number }>();
  return ({ why, message, facts }) => {
    announce({ what: 'delivery-refused', why });
    const last = seen.get(why);
    if (last && now() - last.logged < logEvery) {
      last.unlogged += 1;
      return;
    }
    seen.set(why, { logged: now(), unlogged: 0 });
    log.warn({ ...facts, why, ...(last?.unlogged ? { moreSinceTheLastLine: last.unlogged } : {}) }, `webhook refused: ${message}`);
  };
}
