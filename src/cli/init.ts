import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, relative } from 'node:path';
import { Command, Option } from 'commander';
import { dayIn } from '../core/calendar/calendar-day.ts';
import { InputError } from '../core/errors/input-error.ts';
import { configPath } from '../core/policy/config-path.ts';
import { proposeConfig } from '../core/policy/propose-config.ts';
import { listFiles } from './list-files.ts';
import { printJson, printLine } from './print.ts';
import { type WorkflowChoice, workflowTemplates } from './workflow-templates.ts';

interface InitOptions {
  readonly root: string;
  readonly owner: string;
  readonly locale: 'es' | 'en';
  readonly workflow?: WorkflowChoice;
  readonly stdout?: true;
  readonly json?: true;
}

export const initCommand = new Command('init')
  .description('Propose .github/sprintgate.yml from what the repository holds. Never overwrites a file.')
  .option('--root <dir>', 'the repository', '.')
  .option('--owner <login>', 'organisation or user whose teams sign', 'my-organisation')
  .addOption(new Option('--locale <locale>', 'language of the file').choices(['es', 'en']).default('es'))
  .addOption(
    new Option('--workflow <kind>', 'workflows as well: collect, beside the app; gate, to judge and seed without a server').choices(['collect', 'gate']),
  )
  .option('--stdout', 'print the proposal instead of writing it')
  .option('--json', 'print `{ file, written, text }`, and with --workflow `workflows: [{ path, text }]`')
  .addHelpText('after', '\nExample:\n  sprintgate init --owner acme --locale en --workflow gate')
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
    const workflows = options.workflow ? await workflowTemplates(options.workflow, options.locale) : [];
    // Workflows may come later: a configuration that is there already then stays as it is.
    const kept = workflows.length > 0 && !options.stdout && (await isThere(file));
    const files = [...(kept ? [] : [{ file, text }]), ...workflows.map((workflow) => ({ file: join(root, workflow.path), text: workflow.text }))];
    if (!options.stdout) await writeAllNew(files);
    if (options.json) return printJson({ file, written: !options.stdout && !kept, text, ...(options.workflow ? { workflows } : {}) });
    if (options.stdout) return printLine(files.map((each) => proposal(each, files.length > 1 ? relative(root, each.file) : null)).join('\n\n'));
    if (kept) printLine(`${relative('', file)} is there already and stays.`);
    if (workflows.length === 0) return printLine(`${relative('', file)} written. Next: sprintgate validate, then sprintgate plan.`);
    for (const each of files) printLine(`${relative('', each.file)} written.`);
    printLine('Next: put your tests into the workflow that collects, then sprintgate validate and sprintgate plan.');
  });

interface NewFile {
  readonly file: string;
  readonly text: string;
}

function proposal({ text }: NewFile, name: string | null): string {
  return `${name === null ? '' : `# --- ${name}\n`}${text}`.trimEnd();
}

/** All or none: one that is there already is told before any is written. A workflow that is there as it would be written may stay. */
async function writeAllNew(files: readonly NewFile[]): Promise<void> {
  const missing: NewFile[] = [];
  for (const each of files) {
    const found = await readFile(each.file, 'utf8').catch(() => null);
    if (found === null) missing.push(each);
    else if (found !== each.text || each.file.endsWith(configPath)) throw new InputError(alreadyThere(each.file));
  }
  for (const { file, text } of missing) await writeNew(file, text);
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function alreadyThere(file: string): string {
  return `${file} is there already; use --stdout to see the proposal, and merge it by hand.`;
}

async function writeNew(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw new InputError(alreadyThere(file));
    throw error;
  }
}
