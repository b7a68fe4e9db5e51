import type { Locale } from '../playbook/text-schema.ts';
import { inlineCode } from '../report/markdown.ts';
import { commandTable, type CommandSpec } from './command-table.ts';
import { audienceWords, commandUsage } from './render-command-help.ts';

interface Words {
  readonly title: string;
  readonly intro: readonly string[];
  readonly who: string;
  readonly also: string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Commands',
    intro: [
      'Write a command at the start of a line in a comment on an issue or a pull request. Several may stand in one comment, in either language.',
      'Lines in code, in quotes and in HTML comments are not commands. On a checkpoint’s own issue its id may be left out.',
      'A comment that was edited before it was read decides nothing: write a new one. Who may decide is explained in [people.md](people.md).',
    ],
    who: 'Who',
    also: 'Also',
  },
  es: {
    title: 'Comandos',
    intro: [
      'Escriba el comando al inicio de una línea, en un comentario de un issue o de un pull request. Un comentario puede tener varios, en cualquiera de los dos idiomas.',
      'Las líneas en código, en citas y en comentarios HTML no son comandos. En el issue del propio checkpoint se puede omitir su identificador.',
      'Un comentario que se editó antes de leerse no decide nada: escriba uno nuevo. Quién puede decidir se explica en [people.md](people.md).',
    ],
    who: 'Quién',
    also: 'También',
  },
};

/** The page docs/commands.md in both languages, made from the table of commands. */
export function renderCommandDocs(): string {
  const note = '<!-- Made by scripts/generate-command-docs.ts from src/core/commands/command-table.ts. Do not edit. -->';
  return [note, renderLanguage('en'), renderLanguage('es')].join('\n\n') + '\n';
}

function renderLanguage(locale: Locale): string {
  const text = words[locale];
  const commands = commandTable.map((spec) => renderCommand(spec, locale));
  return [`# ${text.title}`, text.intro.join('\n'), ...commands].join('\n\n');
}

function renderCommand(spec: CommandSpec, locale: Locale): string {
  const text = words[locale];
  const [called = spec.name, ...others] = spec.called[locale];
  const also = others.length === 0 ? '' : ` ${text.also}: ${others.map(inlineCode).join(', ')}.`;
  const examples = spec.examples[locale].map((example) => `/sprintgate ${example}`).join('\n');
  return `## ${called}\n\n${inlineCode(commandUsage(spec, locale))}\n\n${spec.does[locale]}${also} ${text.who}: ${audienceWords(spec, locale)}.\n\n\`\`\`\n${examples}\n\`\`\``;
}
