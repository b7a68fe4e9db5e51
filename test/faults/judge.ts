import { differences } from './differences.ts';
import type { Played } from './play.ts';
import { script } from './script.ts';

/** What a run with faults left otherwise than the run without, in the scenes that it played; empty when all is well. */
export function judge(expected: Played, actual: Played): string[] {
  const shown = script
    .slice(0, actual.shown.length)
    .flatMap(({ name }, index) => differences(expected.shown[index] ?? [], actual.shown[index] ?? []).map((difference) => `after "${name}": ${difference}`));
  // What is wrong in one scene is wrong in all that follow: the first tells.
  const [first] = shown;
  const scene = first?.slice(0, first.indexOf(':'));
  return [...actual.wrong, ...shown.filter((line) => scene !== undefined && line.startsWith(`${scene}:`))];
}
