import { inlineCode } from '../report/markdown.ts';
import { renderTable } from '../report/render-table.ts';
import type { Locale } from '../playbook/text-schema.ts';
import { commandTable, type CommandAudience, type CommandSpec } from './command-table.ts';

interface Words {
  readonly head: readonly [string, string, string];
  readonly audience: Readonly<Record<CommandAudience, string>>;
  readonly note: string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    head: ['Command', 'What it does', 'Who may use it'],
    audience: {
      'authority-of-subject': 'the authority of the checkpoint or criterion',
      'tier-authority': 'the authority that may override',
      'any-authority': 'any authority',
      everybody: 'everybody',
    },
    note: 'A command starts a line. On a checkpoint’s own issue its id may be left out. Dates are written `2027-01-31`.',
  },
  es: {
    head: ['Comando', 'Qué hace', 'Quién puede usarlo'],
    audience: {
      'authority-of-subject': 'la autoridad del checkpoint o del criterio',
      'tier-authority': 'la autoridad que puede anular',
      'any-authority': 'cualquier autoridad',
      everybody: 'todas las personas',
    },
    note: 'Un comando empieza la línea. En el issue del propio checkpoint se puede omitir su identificador. Las fechas se escriben `2027-01-31`.',
  },
};

/** The help as a Markdown table in one language: every row comes from the table of commands. */
export function renderCommandHelp(locale: Locale): string {
  const text = words[locale];
  const rows = commandTable.map((spec) => [inlineCode(commandUsage(spec, locale)), spec.does[locale], text.audience[spec.audience]]);
  return `${renderTable({ header: text.head, rows })}\n\n${text.note}`;
}

/** How a command is written, e.g. `/sprintgate reject [CHECKPOINT] REASON`. */
export function commandUsage(spec: CommandSpec, locale: Locale): string {
  return `/sprintgate ${spec.called[locale][0] ?? spec.name} ${spec.usage[locale]}`.trim();
}

/** Who may use a command, in words. */
export function audienceWords(spec: CommandSpec, locale: Locale): string {
  return words[locale].audience[spec.audience];
}
