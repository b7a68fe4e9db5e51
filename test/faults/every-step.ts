import type { Fault } from './fault.ts';
import type { Extent } from './random-faults.ts';
import { seeded } from './random.ts';

/** Kills of a scene that one run carries: more, and the later ones strike ever further from where they were meant. */
const aScene = 3;

/**
 * Kills at every step that a run without faults announces, at its first occurrence and at a later one by chance, in as few
 * runs as carry them.
 */
export function everyStep({ steps }: Pick<Extent, 'steps'>, seed: number): Fault[][] {
  const random = seeded(seed);
  const places = new Map<string, { scene: number; times: number }[]>();
  for (const [scene, met] of steps.entries()) for (const [step, times] of met) places.set(step, [...(places.get(step) ?? []), { scene, times }]);
  const kills = [...places]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([step, scenes]): Fault[] => {
      const any = scenes[Math.floor(random() * scenes.length)] ?? { scene: 0, times: 1 };
      const later = 1 + Math.floor(random() * any.times);
      const [first] = scenes;
      const kill = { kind: 'kill-at-step', step } as const;
      return [
        { ...kill, scene: first?.scene ?? 0, occurrence: 1 },
        ...(any === first && later === 1 ? [] : [{ ...kill, scene: any.scene, occurrence: later }]),
      ];
    });
  return packed(kills);
}

/** Kills at every request that writes, before and after GitHub carries it out. */
export function everyWrite({ writes }: Pick<Extent, 'writes'>): Fault[][] {
  const kills = writes.flatMap((count, scene) =>
    Array.from({ length: count }, (_, index) => [false, true].map((applied): Fault => ({ scene, kind: 'kill-at-write', write: index + 1, applied }))).flat(),
  );
  return packed(kills);
}

/** Lists with so many faults of a scene each; those of a scene that would strike next to one another are in different lists. */
function packed(faults: readonly Fault[]): Fault[][] {
  const scenes = Map.groupBy(faults, ({ scene }) => scene);
  const lists = Math.max(0, ...[...scenes.values()].map(({ length }) => Math.ceil(length / aScene)));
  const packs = Array.from({ length: lists }, (): Fault[] => []);
  for (const of of scenes.values()) for (const [index, fault] of of.entries()) packs[index % lists]?.push(fault);
  return packs;
}
