import type { Fault } from './fault.ts';
import type { Played } from './play.ts';
import { seeded } from './random.ts';

export type GroundKind = 'folder' | 'postgres';

/** How much there is to disturb: what a run without faults came to. */
export type Extent = Pick<Played, 'requests' | 'writes' | 'deliveries' | 'steps'>;

/** The faults of a seed: one to eight, of any kind, anywhere. The same seed gives the same faults while the extent is the same. */
export function randomFaults(seed: number, { extent, ground }: { extent: Extent; ground: GroundKind }): Fault[] {
  const random = seeded(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(...choices: readonly [T, ...T[]]): T => choices[below(choices.length)] ?? choices[0];
  const some = (scene: number): Fault => {
    const at = 1 + below(extent.requests[scene] ?? 1);
    switch (pick('step', 'step', 'request', 'request', 'server', 'limit', 'cut', 'webhook', 'webhook', 'clock', 'database', 'writes')) {
      case 'step': {
        const steps = [...(extent.steps[scene] ?? [])].toSorted(([a], [b]) => a.localeCompare(b));
        const [step, times] = steps[below(steps.length)] ?? ['sweep-ended', 1];
        return { scene, kind: 'kill-at-step', step, occurrence: 1 + below(times) };
      }
      case 'request':
        return { scene, kind: 'kill-at-request', at, applied: pick(true, false) };
      case 'server':
        return { scene, kind: 'server-error', at, status: pick(500, 502, 503, 504), applied: pick(true, false), times: 1 + below(4) };
      case 'writes':
        return { scene, kind: 'answers-lost', oneIn: 2 + below(4) };
      case 'limit':
        return { scene, kind: 'rate-limit', at, status: pick(403, 429), headers: pick('none', 'retry-after', 'reset'), times: 1 + below(3) };
      case 'cut':
        return { scene, kind: 'hang-up', at, how: pick('hang-up', 'hang-up-after', 'cut-answer') };
      case 'webhook':
        return { scene, kind: 'webhook', delivery: 1 + below(extent.deliveries[scene] ?? 1), fate: pick('lost', 'twice', 'late', 'overtaken') };
      case 'clock':
        return { scene, kind: 'clock-jump', at, minutes: pick(-1_440, -60, -3, 3, 60, 1_440) };
      default:
        return ground === 'postgres' ? { scene, kind: 'database-restart', at } : { scene, kind: 'disk-full', at, requests: 1 + below(60) };
    }
  };
  return Array.from({ length: 1 + below(8) }, () => some(below(extent.requests.length)));
}
