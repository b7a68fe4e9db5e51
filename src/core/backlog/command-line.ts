import { commandTable } from '../commands/command-table.ts';
import type { CommandName } from '../commands/command.ts';
import type { Locale } from '../playbook/text-schema.ts';

/** A command as one types it into a comment: `/sprintgate aprobar architecture-review`. */
export function commandLine(name: CommandName, subject: string, locale: Locale): string {
  const called = commandTable.find((command) => command.name === name)?.called[locale][0] ?? name;
  return `/sprintgate ${called} ${subject}`;
}
