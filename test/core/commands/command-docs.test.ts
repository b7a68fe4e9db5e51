import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandTable } from '../../../src/core/commands/command-table.ts';
import { renderCommandDocs } from '../../../src/core/commands/render-command-docs.ts';
import { renderCommandHelp } from '../../../src/core/commands/render-command-help.ts';

test('docs/commands.md is what the table of commands gives', () => {
  const page = readFileSync(new URL('../../../docs/commands.md', import.meta.url), 'utf8');
  expect(page).toBe(renderCommandDocs());
});

test.each(['en', 'es'] as const)('the help in %s has a row for every command', (locale) => {
  const help = renderCommandHelp(locale);
  for (const spec of commandTable) expect(help).toContain(`\`/sprintgate ${spec.called[locale][0]}`);
});
