/**
 * Writes what is made from the configuration's zod schema: schema/sprintgate.schema.json for editors, and the reference
 * in docs/configuration.md; schema/case.schema.json for the cases of `sprintgate test`,
 * and schema/playbook.schema.json for own playbooks. Usage: node scripts/generate-schema.ts [--check]; with --check it writes nothing and fails
 * when one of them is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { caseSchema } from '../src/core/explain/case-schema.ts';
import { ownPlaybookSchema } from '../src/core/own-playbook/own-playbook-schema.ts';
import { configSchema } from '../src/core/policy/config-schema.ts';
import { editorSchema } from './configuration/editor-schema.ts';
import { referenceSection } from './configuration/reference-section.ts';

const start = '<!-- reference: made by scripts/generate-schema.ts -->';
const end = '<!-- /reference -->';
const schemaFile = new URL('../schema/sprintgate.schema.json', import.meta.url);
const caseFile = new URL('../schema/case.schema.json', import.meta.url);
const playbookFile = new URL('../schema/playbook.schema.json', import.meta.url);
const docsFile = new URL('../docs/configuration.md', import.meta.url);

function withReference(text: string): string {
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`docs/configuration.md lacks ${start} … ${end}`);
  return `${before}${start}\n\n${referenceSection(configSchema)}\n\n${end}${after}`;
}

const caseTitle = { title: 'Sprintgate case', description: 'A case of `sprintgate test`: a small world, and the verdicts that are expected in it.' };
const playbookTitle = { title: 'Sprintgate own playbook', description: 'What a repository changes of a playbook: `.github/playbook.yml`.' };
const docs = readFileSync(docsFile, 'utf8');
const outputs = [
  { file: schemaFile, text: `${JSON.stringify(editorSchema(configSchema), null, 2)}\n` },
  { file: caseFile, text: `${JSON.stringify(editorSchema(caseSchema, caseTitle), null, 2)}\n` },
  { file: playbookFile, text: `${JSON.stringify(editorSchema(ownPlaybookSchema, playbookTitle), null, 2)}\n` },
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
