/**
 * Writes docs/playbook.md and docs/method-map.md from the playbook construir@1.
 * Usage: node scripts/generate-playbook-docs.ts [--check]; with --check it writes nothing and fails when one is stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { loadPlaybook } from '../src/engine/load-playbook.ts';
import { methodMapPage } from './playbook/method-map-page.ts';
import { playbookPage } from './playbook/playbook-page.ts';

const loaded = await loadPlaybook('construir@1');
const pages = [
  { name: 'docs/playbook.md', text: playbookPage(loaded) },
  { name: 'docs/method-map.md', text: methodMapPage(loaded) },
];
for (const { name, text } of pages) {
  const file = new URL(`../${name}`, import.meta.url);
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`${name} is stale; run node scripts/generate-playbook-docs.ts`);
    process.exitCode = 1;
  }
}
