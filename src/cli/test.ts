import { Command } from 'commander';
import { InputError } from '../core/errors/input-error.ts';
import { caseSnapshot } from '../core/explain/case-world.ts';
import { type Difference, judgeCase } from '../core/explain/judge-case.ts';
import { evaluate } from '../core/gates/evaluate.ts';
import { loadPolicy } from './load-policy.ts';
import { localSnapshot } from './local-snapshot.ts';
import { printJson, printLine, styled } from './print.ts';
import { listCases, type ReadCase, readCase } from './read-case.ts';
import { isSystemError, sayRefused } from './report-failure.ts';

/** One case as `--json` prints it. `error` is set where it could not be run. */
interface CaseResult {
  readonly file: string;
  readonly name: string | null;
  readonly differences: readonly (Omit<Difference, 'path'> & { readonly at: string })[];
  readonly error: string | null;
}

export const testCommand = new Command('test')
  .description('Run the cases of a folder: small worlds, each with the verdicts that are expected in it.')
  .argument('<folder>', 'the folder; cases are its .yml files, and those that begin with _ are bases')
  .option('--json', 'print an entry a case: `{ file, name, differences, error }`')
  .addHelpText(
    'after',
    `
Example:
  sprintgate test .github/sprintgate-cases

Ends with 1 if a verdict differs, and with 2 if a case could not be run.`,
  )
  .action(async (folder: string, options: { json?: true }) => {
    const results: CaseResult[] = [];
    for (const file of await listCases(folder)) results.push(await run(file));
    if (options.json) printJson(results);
    else for (const line of results.flatMap(linesOf)) printLine(line);
    process.exitCode = results.some(({ error }) => error !== null) ? 2 : results.some(({ differences }) => differences.length > 0) ? 1 : 0;
  });

async function run(file: string): Promise<CaseResult> {
  let name: string | null = null;
  try {
    const read = await readCase(file);
    name = read.name;
    const differences = await differencesOf(read);
    return { file, name, differences: differences.map(({ path, ...rest }) => ({ ...rest, at: read.place(path) })), error: null };
  } catch (error) {
    return { file, name, differences: [], error: sayWhy(file, error) };
  }
}

async function differencesOf({ world, config, expect }: ReadCase): Promise<Difference[]> {
  const policy = await loadPolicy(config);
  const files = await localSnapshot({ policy, config, evidence: world.evidence ?? [], root: world.root, now: new Date().toISOString(), changed: [] });
  return judgeCase(expect, evaluate(caseSnapshot(files, world)));
}

/** What a person can mend is told with its file; anything else is a fault of ours. */
function sayWhy(file: string, error: unknown): string {
  if (isSystemError(error)) return `${file}: ${sayRefused(error)}`;
  if (!(error instanceof InputError)) throw error;
  return /^\S+:\d+:\d+ /.test(error.message) ? error.message : `${file}: ${error.message}`;
}

function linesOf({ file, name, differences, error }: CaseResult): string[] {
  const isGood = error === null && differences.length === 0;
  const head = `${isGood ? styled('green', '✅') : styled('red', '❌')} ${name ?? file}`;
  return [
    head,
    ...differences.map(({ at, message }) => `   ${at} ${message}`),
    ...(error ?? '').split('\n').flatMap((line) => (line === '' ? [] : [`   ${line}`])),
  ];
}
