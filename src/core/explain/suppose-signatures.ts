import { addDays, dayIn } from '../calendar/calendar-day.ts';
import { InputError } from '../errors/input-error.ts';
import { attestationsOf, waiverAuthorities } from '../people/command-authorities.ts';
import { checkpointAuthority } from '../people/checkpoint-authority.ts';
import type { HeldName } from '../people/authority-proof.ts';
import type { Decision, Person } from '../people/decision.ts';
import { endOfDay } from '../people/end-of-day.ts';
import { foldName, ruleNames } from '../people/rule-names.ts';
import type { Policy, AuthorityRule } from '../policy/policy.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { nearestWord } from '../spelling/nearest-word.ts';
import { explainWords } from './explain-words.ts';
import type { SupposedSignature } from './edits.ts';

// A waiver needs an end; for the question "what if" any that has not come will do.
const waiverDays = 30;

/** The decisions that supposed signatures amount to. Teams and roles are taken for held; a login must be one that may sign. */
export function supposeSignatures(snapshot: PullSnapshot, policy: Policy, signatures: readonly SupposedSignature[]): Decision[] {
  const made = signatures.flatMap((signature) => {
    const subject = subjectOf(policy, signature);
    const authorities = authoritiesOf(policy, signature.kind, subject);
    return signersOf(policy, signature, authorities).map(({ authority, rule, login }) => ({ kind: signature.kind, subject, authority, rule, login }));
  });
  return made.map(({ kind, subject, authority, rule, login }, index) => ({
    id: `what-if-${index + 1}`,
    kind,
    repository: snapshot.repository.id,
    unit: policy.unit,
    subject,
    by: personOf(
      snapshot,
      login,
      made.findIndex((other) => other.login === login),
    ),
    at: snapshot.now,
    proof: { authority, rule, via: heldBy(rule, login), checkedAt: snapshot.now },
    source: { commentId: 0, bodyHash: '', line: index, issue: 0, url: '' },
    commits: { from: null, to: snapshot.headSha },
    reason: explainWords[policy.locale].supposed,
    link: null,
    until: kind === 'waive' ? endOfDay(addDays(dayIn(policy.schedule.timezone, snapshot.now), waiverDays), policy.schedule.timezone) : null,
    conditions: [],
  }));
}

/** A checkpoint may be named by its block. */
function subjectOf(policy: Policy, { kind, subject }: SupposedSignature): string {
  const { checkpoints, criteria } = policy.playbook;
  if (kind === 'approve') {
    const found = checkpoints.find(({ id, block }) => subject === id || subject === block);
    if (found) return found.id;
  } else if (criteria.some(({ id }) => id === subject)) return subject;
  const known = (kind === 'approve' ? checkpoints : criteria).map(({ id }) => id);
  const near = nearestWord(subject, known);
  const what = kind === 'approve' ? 'checkpoint' : 'criterion';
  throw new InputError(`there is no ${what} "${subject}"${near === null ? '; the playbook lists them all' : `; did you mean ${near}?`}`);
}

function authoritiesOf(policy: Policy, kind: SupposedSignature['kind'], subject: string): string[] {
  if (kind === 'approve') return [checkpointAuthority(policy, subject)];
  if (kind === 'waive') return waiverAuthorities(policy, subject);
  const attesters = [...new Set(attestationsOf(policy, subject).map(({ authority }) => authority))];
  if (attesters.length === 0) throw new InputError(`"${subject}" cannot be attested: evidence alone decides it.`);
  return attesters;
}

interface Signer {
  readonly authority: string;
  readonly rule: AuthorityRule;
  readonly login: string;
}

/** A waiver needs one of its authorities; an attestation each that the criterion names, as far as it has people. */
function signersOf(policy: Policy, { kind, subject, login }: SupposedSignature, authorities: readonly string[]): Signer[] {
  const set = authorities.flatMap((authority) => {
    const rule = policy.authorities[authority];
    return rule ? [{ authority, rule }] : [];
  });
  if (set.length === 0)
    throw new InputError(`nobody can sign "${subject}": ${authorities.map((id) => `authorities.${id}`).join(' and ')} is not set in the configuration.`);
  const able = login === null ? set : set.filter(({ rule }) => heldBy(rule, login).length > 0);
  if (able.length === 0)
    throw new InputError(
      `${login} may not sign "${subject}": ${set.map(({ authority }) => `authorities.${authority}`).join(' and ')} does not name this login.`,
    );
  return (kind === 'waive' ? able.slice(0, 1) : able).flatMap(({ authority, rule }) =>
    (login === null ? namesFor(authority, countOf(rule)) : [login]).map((name) => ({ authority, rule, login: name })),
  );
}

/** One person may stand for several parts of a rule: so many are needed as its largest count. */
function countOf(rule: AuthorityRule): number {
  if ('all' in rule) return Math.max(1, ...rule.all.map(countOf));
  if ('any' in rule) return Math.max(1, ...rule.any.map(countOf));
  return Math.max(1, rule.count);
}

// GitHub allows no parenthesis in a login: these are nobody's.
function namesFor(authority: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `(${authority}${count > 1 ? ` ${index + 1}` : ''})`);
}

/** The names of a rule that a person holds: of users their own, of teams and roles any, since nobody is asked here. */
function heldBy(rule: AuthorityRule, login: string): HeldName[] {
  const nameless = login.startsWith('(');
  return ruleNames(rule).filter((name) => nameless || name.kind !== 'user' || foldName(name) === login.toLowerCase());
}

/** Who signed before keeps their id: the same person never counts twice. */
function personOf(snapshot: PullSnapshot, login: string, index: number): Person {
  const known = [...snapshot.decisions.map(({ by }) => by), ...snapshot.pulls.map(({ author }) => author)];
  return known.find((person) => person.login.toLowerCase() === login.toLowerCase()) ?? { id: -1 - index, login, type: 'User' };
}
