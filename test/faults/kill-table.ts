import type { Fault } from './fault.ts';

/** Where the app was killed and how often, a row a place; the steps at which it was to be killed and was not stand there with 0. */
export function killTable(killedAt: readonly string[], planned: readonly Fault[]): string {
  const rows = new Map<string, number>();
  for (const fault of planned) if (fault.kind === 'kill-at-step') rows.set(fault.step, 0);
  for (const place of killedAt) {
    const name = place.replace(/ \d+$/, '');
    rows.set(name, (rows.get(name) ?? 0) + 1);
  }
  const lines = [...rows].toSorted(([a], [b]) => a.localeCompare(b)).map(([place, times]) => `| \`${place}\` | ${times} |`);
  return ['| killed at | times |', '| --- | --- |', ...lines].join('\n');
}
