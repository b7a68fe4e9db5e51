import { nearestWord } from '../spelling/nearest-word.ts';
import { inlineCode } from '../report/markdown.ts';
import { checkpointOfIssue } from './checkpoint-issue.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import { usageOf } from './usage-of.ts';

export type Subject = { readonly kind: 'subject'; readonly id: string; readonly rest: string } | { readonly kind: 'result'; readonly result: CommandResult };

/**
 * Finds what a command is about: its first word when that is a known id, else the checkpoint whose issue it stands on.
 * A first word that looks like an id but is none is refused: taken for a reason it would sign the wrong thing.
 */
export function subjectOf(context: CommandContext, known: readonly string[]): Subject {
  const { words, command, snapshot, policy } = context;
  const [first = '', ...others] = command.text.split(' ');
  const written = first.replaceAll('`', '').toLowerCase();
  if (known.includes(written)) return { kind: 'subject', id: written, rest: others.join(' ') };
  const here = checkpointOfIssue(policy, snapshot.seeded, snapshot.issue.number);
  const near = nearestWord(written, known);
  if (near !== null) return refused('unknown-subject', words.didYouMean(inlineCode(first), inlineCode(near)));
  if (here !== null && known.includes(here) && !looksLikeId(written)) return { kind: 'subject', id: here, rest: command.text };
  if (written === '') return refused('no-subject', words.noSubject(usageOf(context), list(known)));
  return refused('unknown-subject', words.unknownSubject(inlineCode(first), list(known)));
}

/** Two lower-case words joined by a dot or a hyphen; a plain word may begin a sentence. */
function looksLikeId(word: string): boolean {
  return /^[a-z0-9]+([.-][a-z0-9]+)+$/.test(word);
}

function list(known: readonly string[]): string {
  // A playbook has hundreds of criteria: a reply is no place for all of them.
  const shown = known.slice(0, 20).map(inlineCode).join(', ');
  return known.length > 20 ? `${shown}, …` : shown;
}

function refused(code: 'unknown-subject' | 'no-subject', text: string): Subject {
  return { kind: 'result', result: refuse(code, text) };
}
