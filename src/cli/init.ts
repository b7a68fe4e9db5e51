import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, relative } from 'node:path';
import { Command, Option } from 'commander';
import { dayIn } from '../core/calendar/calendar-day.ts';
import { InputError } from '../core/errors/input-error.ts';
import { proposeConfig } from '../core/policy/propose-config.ts';
import { listFiles } from './list-files.ts';
import { printJson, printLine } from './print.ts';

interface InitOptions {
  readonly root: string;
  readonly owner: string;
  readonly locale: 'es' | 'en';
  readonly stdout?: true;
  readonly json?: true;
}

export const initCommand = new Command('init')
  .description('Propose .github/sprintgate.yml from what the repository holds. Never overwrites a file.')
  .option('--root <dir>', 'the repository', '.')
  .option('--owner <login>', 'organisation or user whose teams sign', 'my-organisation')
  .addOption(new Option('--locale <locale>', 'language of the file').choices(['es', 'en']).default('es'))
  .option('--stdout', 'print the proposal instead of writing it')
  .option('--json', 'print `{ file, written, text }`')
  .addHelpText('after', '\nExample:\n  sprintgate init --owner acme --locale en')
  .action(async (options: InitOptions) => {
    const root = resolve(options.root);
    const text = proposeConfig({
      files: await listFiles(root),
      owner: options.owner,
      ownerType: 'Organization',
      teams: [],
      today: dayIn('UTC', new Date().toISOString()),
      locale: options.locale,
    });
    const file = join(root, '.github/sprintgate.yml');
    const write = !options.stdout;
    if (write) await writeNew(file, text);
    if (options.json) printJson({ file, written: write, text });
    else printLine(write ? `${relative('', file)} written. Next: sprintgate validate, then sprintgate plan.` : text.trimEnd());
  });

async function writeNew(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new InputError(`${file} is there already; use --stdout to see the proposal, and merge it by hand.`);
    throw error;
  }
}
