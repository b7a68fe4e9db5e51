/**
 * Writes what action.yml and the table of capabilities say into docs/action.md, docs/without-a-server.md and README.md.
 * Usage: node scripts/generate-action-docs.ts [--check]; with --check it writes nothing and fails when one is stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { capabilities } from './action/capabilities.ts';
import { replaceSection } from './action/marked-section.ts';
import { table } from './playbook/table.ts';

interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

const root = new URL('../', import.meta.url);
const { inputs, outputs } = parse(await readFile(new URL('action/action.yml', root), 'utf8')) as Metadata;

/** `gate, report: text` as the modes and the text. */
function byMode(description: string): [string, string] {
  const match = /^((?:(?:collect|gate|report|seed)(?:, )?)+): (.*)$/s.exec(description);
  return match ? [match[1] ?? '', match[2] ?? ''] : ['all', description];
}

const inputRows = Object.entries(inputs).map(([name, { description, default: value }]) => {
  const [modes, text] = byMode(description);
  return [`\`${name}\``, modes, value === undefined || value === '' ? '' : `\`${value}\``, text];
});
const outputRows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, ...byMode(description)]);
const modeRows = [...(inputs['mode']?.description ?? '').matchAll(/(`\w+`) ([^;]+?)(?:;|\.$)/g)].map(([, mode = '', does = '']) => [mode, does]);

const sections = [
  {
    file: 'docs/action.md',
    name: 'action:interface',
    text: `### Inputs\n\n${table(['input', 'mode', 'default', 'what it is'], inputRows)}\n\n### Outputs\n\n${table(['output', 'mode', 'what it is'], outputRows)}`,
  },
  {
    file: 'docs/without-a-server.md',
    name: 'capabilities',
    text: table(
      ['', 'app', 'Action', 'command line with `--repo`', 'command line, offline'],
      capabilities.map(({ what, app, action, cli, offline }) => [what, app, action, cli, offline]),
    ),
  },
  { file: 'README.md', name: 'action:modes', text: table(['`mode` of the Action', 'what the step does'], modeRows) },
];

for (const { file, name, text } of sections) {
  const url = new URL(file, root);
  const page = await readFile(url, 'utf8');
  const fresh = replaceSection(page, { name, text });
  if (!process.argv.includes('--check')) await writeFile(url, fresh);
  else if (page !== fresh) {
    console.error(`${file} is stale; run: node scripts/generate-action-docs.ts`);
    process.exitCode = 1;
  }
}
