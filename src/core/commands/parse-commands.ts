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

/** So many commands of one comment are carried out. */
export const mostCommands = 20;

/** Words of politeness before a command's name. */
const please = /^(?:please|pls|kindly|por\s+favor)[,:]?\s+/i;

/**
 * Reads the commands of a comment, in both languages; `/sprintgate` alone asks for help. What begins with a mention of us
 * decides nothing, since sentences begin like this, too: where it looks like a command, it gets the way to write it.
 */
export function parseCommands(body: string): Command[] {
  const commands = commandLines(body).flatMap(({ line, rest, mention }) => (mention ? parseMention(rest, line) : [parseCommand(rest, line)]));
  const beyond = commands[mostCommands];
  if (!beyond) return commands;
  return [...commands.slice(0, mostCommands), { kind: 'left-out', count: commands.length - mostCommands, line: beyond.line }];
}

function parseMention(rest: string, line: number): Command[] {
  const words = rest.replace(please, '');
  const command = parseCommand(words, line);
  return command.kind === 'command' && words !== '' ? [{ kind: 'unknown', written: `@sprintgate ${words}`, suggestion: words, line }] : [];
}

function parseCommand(asked: string, line: number): Command {
  const rest = asked.replace(please, '');
  const [first = '', ...others] = rest.split(/\s+/);
  const written = first.replace(/^[`*_"'«“]+|[`*_"'»”,:;.!]+$/g, '');
  if (first === '') return { kind: 'command', name: 'help', locale: 'en', line, ...parseArguments('') };
  const called = calledBy.get(foldWord(written));
  if (!called) return { kind: 'unknown', written: first, suggestion: nearestWord(written, calledBy.keys()), line };
  return { kind: 'command', ...called, line, ...parseArguments(others.join(' ')) };
}
