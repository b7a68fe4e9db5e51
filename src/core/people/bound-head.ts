import { commandTable } from '../commands/command-table.ts';
import { inlineCode } from '../report/markdown.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';

export type BoundHead = { readonly kind: 'bound'; readonly rest: string } | { readonly kind: 'result'; readonly result: CommandResult };

/**
 * Binds a decision about a pull request to the head commit that its author saw: the one that they name, else the one that
 * was there when they wrote. `text` is what follows the command; where GitHub does not say when the head was pushed, it must be named.
 */
export function boundHead({ snapshot, comment, command, policy, words }: CommandContext, text: string): BoundHead {
  const head = snapshot.pull?.headSha ?? '';
  const short = head.slice(0, 7);
  const [first = '', ...others] = text.split(' ');
  const written = first.replaceAll('`', '').toLowerCase();
  if (/^[0-9a-f]{7,40}$/.test(written) && head.startsWith(written)) return { kind: 'bound', rest: others.join(' ') };
  // "defaced" is a word: what is meant as a commit has a digit.
  if (/^(?=.*\d)[0-9a-f]{7,40}$/.test(written))
    return { kind: 'result', result: refuse('head-moved', words.otherHead(inlineCode(written), inlineCode(short))) };
  const called = commandTable.find(({ name }) => name === command.name)?.called[policy.locale][0] ?? command.name;
  const usage = inlineCode(`/sprintgate ${called} ${command.name === 'approve' ? 'config ' : ''}${short}${command.name === 'override' ? ' …' : ''}`);
  const pushed = snapshot.pull?.headPushedAt ?? null;
  if (pushed === null) return { kind: 'result', result: refuse('name-head', words.nameHead(usage)) };
  if (Date.parse(pushed) > Date.parse(comment.createdAt)) return { kind: 'result', result: refuse('head-moved', words.headMoved(usage)) };
  return { kind: 'bound', rest: text };
}
