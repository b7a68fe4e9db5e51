import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { collected } from './collect-tests.ts';
import type { Fate, Judged, Mutant } from './mutant.ts';

declare global {
  interface ImportMeta {
    /** Vite's: all modules of a pattern, each with its loader. */
    glob(pattern: string): Record<string, () => Promise<unknown>>;
  }
}

/** What the instrumented source reads and writes: the mutant that is active, and which ones a test reached. */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

const switches: Switchboard = { mutantCoverage: { static: {}, perTest: {} } };
const world = globalThis as unknown as { __stryker__: Switchboard; it: (name: string, body: () => Promise<void>) => void };
world.__stryker__ = switches;
const files = import.meta.glob('/test/core/{contract,gates,rules,verdict,plan,report}/**/*.test.ts');

// Vitest's own: an import of it gives the collector here.
world.it('judges every mutant by the tests that reach it', async () => {
  for (const load of Object.values(files)) await load();
  const reached = await reachOf();
  const known = new Set(judgedBefore().map(({ id }) => id));
  for (const mutant of JSON.parse(readFileSync('mutants.json', 'utf8')) as Mutant[]) {
    if (known.has(mutant.id)) continue;
    // Where a mutant never ends, somebody else finds its id here, and goes on after it.
    writeFileSync('at', mutant.id);
    const judged: Judged = { id: mutant.id, fate: await fateOf(mutant.id, reached.get(mutant.id) ?? []) };
    appendFileSync('judged.jsonl', `${JSON.stringify(judged)}\n`);
  }
  writeFileSync('at', 'end');
});

function judgedBefore(): Judged[] {
  if (!existsSync('judged.jsonl')) return [];
  return readFileSync('judged.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Judged);
}

/** The tests that reach each mutant, the quickest first. All of them must pass while none is active. */
async function reachOf(): Promise<Map<string, number[]>> {
  const reached = new Map<string, { test: number; took: number }[]>();
  for (const [test, { name, run }] of collected.entries()) {
    switches.currentTestId = String(test);
    switches.mutantCoverage.perTest[test] = {};
    const began = performance.now();
    try {
      await run();
    } catch (error) {
      throw new Error(`red without any mutant: ${name}`, { cause: error });
    }
    const took = performance.now() - began;
    for (const id of Object.keys(switches.mutantCoverage.perTest[test] ?? {})) reached.set(id, [...(reached.get(id) ?? []), { test, took }]);
  }
  switches.currentTestId = undefined;
  return new Map([...reached].map(([id, tests]) => [id, tests.sort((a, b) => a.took - b.took).map(({ test }) => test)]));
}

async function fateOf(id: string, tests: readonly number[]): Promise<Fate> {
  if (tests.length === 0) return switches.mutantCoverage.static[id] === undefined ? 'uncovered' : 'static';
  switches.activeMutant = id;
  try {
    for (const test of tests) await collected[test]?.run();
    return 'survived';
  } catch {
    return 'killed';
  } finally {
    switches.activeMutant = undefined;
  }
}
