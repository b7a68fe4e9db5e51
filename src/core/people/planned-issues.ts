import { sprintKey } from '../backlog/milestone-key.ts';
import { currentSprint } from '../calendar/sprint-calendar.ts';
import type { KnownCommand } from '../commands/command.ts';
import type { Policy } from '../policy/policy.ts';
import { planningSprint } from '../sprint-life/sprint-ids.ts';
import type { ConversationSnapshot } from './conversation-snapshot.ts';
import { readSprint } from './read-sprint.ts';
import { sprintMilestone } from './sprint-milestone.ts';

/** More than this no command names. */
const mostNamed = 60;

/** What `commit` asks for: numbers that are named, and a sprint in words; an empty word is the sprint of the place or of today. */
export function readCommit(text: string): { readonly named: readonly number[]; readonly word: string } {
  const [, numbers = '', word = ''] = /^((?:#\d+[\s,]*)*)(?:(?:to|for|a|al|para\s+el|para)\s+)?(?:sprint\s+)?(.*)$/i.exec(text) ?? [];
  return { named: [...numbers.matchAll(/\d+/g)].map(([number]) => Number(number)), word };
}

/** The sprint that a `commit` is about: on a planning issue its own, elsewhere today's. Null where the word names none. */
export function committedSprint(policy: Policy, { issue, now }: Pick<ConversationSnapshot, 'issue' | 'now'>, word: string): string | null {
  if (word !== '') return readSprint(policy, word);
  return sprintKey(planningSprint(policy, issue) ?? currentSprint(policy, now));
}

/** Issues that nobody seeded and that commands of planning are about: by number, and all that stand in a milestone. */
export function plannedIssues(
  policy: Policy,
  snapshot: Pick<ConversationSnapshot, 'issue' | 'now' | 'seeded' | 'milestones'>,
  commands: readonly KnownCommand[],
): { readonly numbers: readonly number[]; readonly milestones: readonly number[] } {
  const known = new Set([snapshot.issue.number, ...snapshot.seeded.map(({ number }) => number)]);
  const numbers = commands
    .filter(({ name }) => name === 'move' || name === 'commit')
    .flatMap(({ text }) => [...(/^(?:#\d+[\s,]*)+/.exec(text)?.[0] ?? '').matchAll(/\d+/g)].map(([number]) => Number(number)))
    .filter((number) => !known.has(number));
  const milestones = commands.flatMap(({ name, text }) => {
    const { named, word } = readCommit(text);
    const sprint = name === 'commit' && named.length === 0 ? committedSprint(policy, snapshot, word) : null;
    return sprint === null ? [] : (sprintMilestone(policy, snapshot.milestones ?? [], sprint)?.number ?? []);
  });
  return { numbers: [...new Set(numbers)].slice(0, mostNamed), milestones: [...new Set(milestones)] };
}
