import { authorityHolds } from './authority-holds.ts';
import type { AuthorityHolders } from './authority-proof.ts';
import type { CommandContext, CommandResult } from './command-context.ts';
import { refuse } from './command-context.ts';
import { escalationAuthority } from './command-authorities.ts';
import { provenAuthority, whoHolds, type Proven } from './proven-authority.ts';
import { workSince } from './work-since.ts';
import { inlineCode } from '../report/markdown.ts';

/** Who wrote what a checkpoint judges; the text says why it cannot be told. */
export type Contributors = { readonly kind: 'known'; readonly people: ReadonlySet<number> } | { readonly kind: 'unknown'; readonly why: string };

/** The people whose work a checkpoint judges, and those of the pull request on which the command stands. */
export function contributorsFor({ snapshot, policy, decisions }: CommandContext, checkpoint: string): Contributors {
  if ('unavailable' in snapshot.work) return { kind: 'unknown', why: snapshot.work.unavailable };
  const { contributors } = workSince({ policy, work: snapshot.work, decisions, checkpoint, now: snapshot.now, seeded: snapshot.seeded });
  const pull = contributorsOfPull(snapshot.pull);
  return pull.kind === 'unknown' ? pull : { kind: 'known', people: new Set([...contributors, ...pull.people]) };
}

/** The author and pushers of a pull request; of an issue, nobody. */
export function contributorsOfPull(pull: CommandContext['snapshot']['pull']): Contributors {
  if (pull === null) return { kind: 'known', people: new Set() };
  if (pull.contributors === null) return { kind: 'unknown', why: 'commits' };
  return { kind: 'known', people: new Set([pull.author.id, ...pull.contributors]) };
}

/**
 * Proves authority and independence together. Where everybody who holds the authority wrote some of the work, the
 * escalation authority may sign instead, under its own name.
 */
export function provenIndependent(context: CommandContext, authorities: readonly string[], work: Contributors): Proven {
  const proven = provenAuthority(context, authorities);
  if (proven.kind === 'result' && proven.result.kind !== 'refused') return proven;
  if (work.kind === 'unknown') return result({ kind: 'later', text: context.words.workUnavailable(work.why) });
  const own = work.people.has(context.comment.author.id);
  if (proven.kind === 'proven' && !own) return proven;
  const left = eligible(context.snapshot.holders, authorities, work.people);
  if (left === null || canHold(context, authorities, left))
    return proven.kind === 'result' ? proven : result(refuse('own-work', context.words.ownWork(names(left))));
  return escalate(context, own);
}

/** Who of the holders did not write the work; null while not all holders are known. */
export function eligible(
  holders: Readonly<Record<string, AuthorityHolders>>,
  authorities: readonly string[],
  work: ReadonlySet<number>,
): AuthorityHolders['people'] | null {
  const lists = authorities.flatMap((id) => (holders[id] ? [holders[id]] : []));
  if (lists.length < authorities.length || lists.some((list) => !list.complete)) return null;
  const people = new Map(lists.flatMap((list) => list.people).map((person) => [person.id, person]));
  return [...people.values()].filter((person) => !work.has(person.id));
}

/** Whether these people together still could make up one of the authorities. */
function canHold({ policy }: CommandContext, authorities: readonly string[], people: AuthorityHolders['people']): boolean {
  return authorities.some((id) => {
    const rule = policy.authorities[id];
    return rule !== undefined && authorityHolds(rule, people);
  });
}

function escalate(context: CommandContext, own: boolean): Proven {
  const { policy, words } = context;
  const who = policy.authorities[escalationAuthority] ? whoHolds(context, [escalationAuthority]) : null;
  if (own || who === null) return result(refuse('own-work', words.nobodyLeft(who)));
  const escalated = provenAuthority(context, [escalationAuthority]);
  return escalated.kind === 'result' && escalated.result.kind === 'refused' ? result(refuse('no-authority', words.nobodyLeft(who))) : escalated;
}

function names(people: AuthorityHolders['people'] | null): string | null {
  return people === null || people.length === 0
    ? null
    : people
        .slice(0, 10)
        .map(({ login }) => inlineCode(login))
        .join(', ');
}

function result(value: CommandResult): Proven {
  return { kind: 'result', result: value };
}
