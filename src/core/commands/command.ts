import type { Locale } from '../playbook/text-schema.ts';

export const commandNames = [
  'approve',
  'reject',
  'attest',
  'waive',
  'revoke',
  'override',
  'hold',
  'unhold',
  'explain',
  'recheck',
  'plan',
  'move',
  'commit',
  'seed',
  'adopt',
  'status',
  'help',
] as const;

export type CommandName = (typeof commandNames)[number];

/** What was written after the name. The first word may be an id or the start of a sentence: only the policy can tell. */
export interface CommandArguments {
  /** Everything but date, link and conditions, in one line. */
  readonly text: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly until: string | null;
  readonly link: string | null;
  readonly conditions: readonly string[];
  /** A date was meant but none can be read, e.g. `2027-02-30`: shown as it was written. */
  readonly badDate: string | null;
}

export interface KnownCommand extends CommandArguments {
  readonly kind: 'command';
  readonly name: CommandName;
  /** The language in which its name was written. */
  readonly locale: Locale;
  /** Counted from 1. */
  readonly line: number;
}

export interface UnknownCommand {
  readonly kind: 'unknown';
  readonly written: string;
  /** The nearest name as one would write it, or the command as it should have been written; null when nothing is near. */
  readonly suggestion: string | null;
  readonly line: number;
}

/** The first line beyond as many commands as one comment may hold: the rest is left alone. */
export interface LeftOutCommands {
  readonly kind: 'left-out';
  readonly count: number;
  readonly line: number;
}

/** One line of a comment that starts with `/sprintgate`. */
export type Command = KnownCommand | UnknownCommand | LeftOutCommands;
