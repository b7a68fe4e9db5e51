import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSandbox, mutated } from './make-sandbox.ts';
import type { Judged, Mutant } from './mutant.ts';

const least = 85;
/** A mutant that takes so long never ends: the slowest test takes a second. */
const patience = 30_000;
const root = join(import.meta.dirname, '..');
const sandbox = join(root, 'reports/mutation');
const config = `export default { root: ${JSON.stringify(sandbox)}, test: { globals: true, isolate: false, include: ['judge-mutants.test.ts'],
  alias: { vitest: ${JSON.stringify(join(sandbox, 'collect-tests.ts'))} }, testTimeout: 3_600_000, reporters: ['dot'] } };\n`;

/** Judges until the end; a mutant that never ends is killed from outside, counted, and left behind. */
async function judge(): Promise<void> {
  for (;;) {
    if (await runOnce()) return;
    const at = readIfThere('at');
    if (at === 'end' || at === '') throw new Error('the tests could not run: see above');
    appendFileSync(join(sandbox, 'judged.jsonl'), `${JSON.stringify({ id: at, fate: 'timeout' } satisfies Judged)}\n`);
  }
}

/** True when it came to its end by itself. */
function runOnce(): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'vitest.config.mjs'], {
    cwd: sandbox,
    stdio: 'inherit',
    detached: true,
  });
  return new Promise((resolve, reject) => {
    let seen = '';
    let stalled = false;
    const watch = setInterval(() => {
      const at = readIfThere('at');
      stalled = at !== '' && at === seen;
      seen = at;
      if (stalled && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, patience);
    child.once('exit', (code) => {
      clearInterval(watch);
      if (stalled || code === 0) resolve(code === 0);
      else reject(new Error('the tests of the sandbox are red without any mutant'));
    });
  });
}

function readIfThere(name: string): string {
  const file = join(sandbox, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Prints each file with its survivors, and whether enough were killed. */
function report(mutants: readonly Mutant[]): boolean {
  const lines = readIfThere('judged.jsonl').split('\n').filter(Boolean);
  const fates = new Map(lines.map((line) => JSON.parse(line) as Judged).map(({ id, fate }) => [id, fate]));
  const counted = mutants.filter(({ id }) => fates.get(id) !== 'static');
  const isAlive = ({ id }: Mutant): boolean => !['killed', 'timeout'].includes(fates.get(id) ?? 'survived');
  for (const file of [...new Set(counted.map((mutant) => mutant.file))].sort()) {
    const own = counted.filter((mutant) => mutant.file === file);
    const alive = own.filter(isAlive);
    console.log(`${percent(own.length - alive.length, own.length)} ${own.length - alive.length}/${own.length} ${file}`);
    for (const { location, replacement, id } of alive) {
      console.log(
        `    ${file}:${location.start.line + 1}:${location.start.column + 1} ${fates.get(id) ?? 'not judged'}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 90)}`,
      );
    }
  }
  const killed = counted.filter((mutant) => !isAlive(mutant)).length;
  console.log(`${percent(killed, counted.length)} of the mutants were killed (${killed} of ${counted.length}); at least ${least} % is asked for.`);
  return killed * 100 >= least * counted.length;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

const mutants = await makeSandbox(root, sandbox, process.argv.length > 2 ? process.argv.slice(2) : mutated);
writeFileSync(join(sandbox, 'vitest.config.mjs'), config);
await judge();
process.exitCode = report(mutants) ? 0 : 1;
