import type { Locale } from '../playbook/text-schema.ts';
import { commandLines } from './command-lines.ts';
import { commandTable } from './command-table.ts';
import type { Command, CommandName } from './command.ts';
import { foldWord } from '../spelling/fold-word.ts';
import { nearestWord } from '../spelling/nearest-word.ts';
import { parseArguments } from './parse-arguments.ts';

interface Called {
  readonly name: CommandName;
  readonly locale: Locale;
}

const calledBy: ReadonlyMap<string, Called> = new Map(
  // English goes in last: a name that both languages share counts as English.
  (['es', 'en'] as const).flatMap((locale) =>
    commandTable.flatMap((spec) => spec.called[locale].map((word): [string, Called] => [foldWord(word), { name: spec.name, locale }])),
  ),
);

/** Reads every command of a comment, in both languages; `/sprintgate` alone asks for help. */
export function parseCommands(body: string): Command[] {
  return commandLines(body).map(({ line, rest }) => parseCommand(rest, line));
}

function parseCommand(rest: string, line: number): Command {
  const [written = '', ...others] = rest.split(/\s+/);
  if (written === '') return { kind: 'command', name: 'help', locale: 'en', line, ...parseArguments('') };
  const called = calledBy.get(foldWord(written));
  if (!called) return { kind: 'unknown', written, suggestion: nearestWord(written, calledBy.keys()), line };
  return { kind: 'command', ...called, line, ...parseArguments(others.join(' ')) };
}
