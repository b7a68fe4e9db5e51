import { readFileSync } from 'node:fs';
import type { Stage } from './stage.ts';

/** Operations of GitHub's API, without those by which the app proves itself, sorted. An archive lies elsewhere. */
export interface Cost {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** What something costs, with all that comes of it. */
export async function costOf(stage: Stage, work: () => unknown): Promise<Cost> {
  const mark = stage.github.requests.mark();
  await work();
  await stage.settle();
  const { entries } = stage.github.requests.since(mark);
  const named = (kind: string) => entries.flatMap((entry) => (entry.kind === kind && entry.operation !== null ? [entry.operation] : [])).toSorted();
  return { reads: named('read'), writes: named('write') };
}

/** The cells of a row of the table in docs/operations.md that holds what is counted: reads, writes; none where it has no such row. */
export function documentedCost(event: string): readonly string[] {
  const row = readFileSync('docs/operations.md', 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| ${event} |`));
  return (
    row
      ?.split('|')
      .slice(2, -1)
      .map((cell) => cell.trim()) ?? []
  );
}
