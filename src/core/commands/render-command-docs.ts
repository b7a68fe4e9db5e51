import type { Locale } from '../playbook/text-schema.ts';
import { inlineCode } from '../report/markdown.ts';
import { commandTable, type CommandSpec } from './command-table.ts';
import { mostCommands } from './parse-commands.ts';
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
      `What counts is how GitHub shows the comment: lines in code, in quotes, in folded details and in HTML comments are not commands, nor is an item of a list. A line right below a quote belongs to it: leave one empty. Upper case, accents and a “please” make no difference. Of more than ${mostCommands} commands in a comment the first ${mostCommands} count. Bots are not answered.`,
      'On a checkpoint’s own issue its id may be left out. A comment gets one reply, and a reaction: 👍 done or answered, 😕 something was not decided, 👀 it is tried again.',
      'A comment that was edited before it was read decides nothing: write a new one. Who may decide is explained in [people.md](people.md).',
    ],
    who: 'Who',
    also: 'Also',
  },
  es: {
    title: 'Comandos',
    intro: [
      'Escriba el comando al inicio de una línea, en un comentario de un issue o de un pull request. Un comentario puede tener varios, en cualquiera de los dos idiomas.',
      `Cuenta lo que GitHub muestra: las líneas en código, en citas, en detalles plegados y en comentarios HTML no son comandos, ni lo es un elemento de una lista. Una línea justo debajo de una cita le pertenece: deje una vacía. Mayúsculas, acentos y un «por favor» no importan. Si un comentario tiene más de ${mostCommands} comandos, cuentan los primeros ${mostCommands}. A los bots no se les responde.`,
      'En el issue del propio checkpoint se puede omitir su identificador. Cada comentario recibe una sola respuesta y una reacción: 👍 hecho o respondido, 😕 algo no se decidió, 👀 se intentará de nuevo.',
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
