import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderCommandDocs } from '../src/core/commands/render-command-docs.ts';

/** Writes docs/commands.md from the table of commands; with `--check` it only says whether the file is fresh. */
const file = fileURLToPath(new URL('../docs/commands.md', import.meta.url));
const fresh = renderCommandDocs();

if (!process.argv.includes('--check')) {
  writeFileSync(file, fresh);
} else if (readFileSync(file, 'utf8') !== fresh) {
  console.error('docs/commands.md is stale; run: node scripts/generate-command-docs.ts');
  process.exitCode = 1;
}
