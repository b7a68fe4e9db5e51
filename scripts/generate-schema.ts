/**
 * Writes what is made from the configuration's zod schema: schema/sprintgate.schema.json for editors, and the reference
 * in docs/configuration.md. Usage: node scripts/generate-schema.ts [--check]; with --check it writes nothing and fails
 * when one of them is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { configSchema } from '../src/core/policy/config-schema.ts';
import { editorSchema } from './configuration/editor-schema.ts';
import { referenceSection } from './configuration/reference-section.ts';

const start = '<!-- reference: made by scripts/generate-schema.ts -->';
const end = '<!-- /reference -->';
const schemaFile = new URL('../schema/sprintgate.schema.json', import.meta.url);
const docsFile = new URL('../docs/configuration.md', import.meta.url);

function withReference(text: string): string {
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`docs/configuration.md lacks ${start} … ${end}`);
  return `${before}${start}\n\n${referenceSection(configSchema)}\n\n${end}${after}`;
}

const docs = readFileSync(docsFile, 'utf8');
const outputs = [
  { file: schemaFile, text: `${JSON.stringify(editorSchema(configSchema), null, 2)}\n` },
  { file: docsFile, text: withReference(docs) },
];
for (const { file, text } of outputs) {
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readOrNothing(file) !== text) {
    console.error(`${file.pathname.split('/').slice(-2).join('/')} is stale; run node scripts/generate-schema.ts`);
    process.exitCode = 1;
  }
}

function readOrNothing(file: URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
