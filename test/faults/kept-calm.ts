import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Played } from './play.ts';

/** A run without faults as a file keeps it, so that seeds stand for the same faults the next day; played and kept where there is none. */
export async function keptCalm(file: string | undefined, playCalm: () => Promise<Played>): Promise<Played> {
  if (file !== undefined && existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Omit<Played, 'steps'> & { steps: [string, number][][] };
    return { ...kept, steps: kept.steps.map((steps) => new Map(steps)) };
  }
  const calm = await playCalm();
  if (calm.wrong.length > 0) throw new Error(`already without a fault: ${calm.wrong.join('\n')}`);
  if (file !== undefined) writeFileSync(file, JSON.stringify({ ...calm, steps: calm.steps.map((steps) => [...steps]), log: '' }));
  return calm;
}
