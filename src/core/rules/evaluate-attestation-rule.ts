import { escalationAuthority } from '../people/command-authorities.ts';
import type { Decision } from '../people/decision.ts';
import { describeAuthority } from '../people/describe-authority.ts';
import { lastDay } from '../people/end-of-day.ts';
import { latestByPerson } from '../people/latest-by-person.ts';
import { signatures } from '../people/signatures.ts';
import { isExpired, standingDecisions } from '../people/standing-decisions.ts';
import { inlineCode } from '../report/markdown.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';
import { ruleWords } from './rule-words.ts';
import { unreadDecisions } from './unread-decisions.ts';
import { whoSigns } from './who-signs.ts';
import { wroteChange } from './wrote-change.ts';

export type AttestationRule = Extract<Rule, { attestation: unknown }>;

/**
 * People with authority have stated that the criterion around this rule holds. A statement is valid until its own date, at
 * most for the rule's days; then it has expired, whatever it says. Revoked ones do not count, nor do those of who wrote
 * this change.
 */
export function evaluateAttestationRule(rule: AttestationRule, context: RuleContext): Verdict {
  const { policy, now } = context;
  const say = ruleWords[policy.locale];
  const criterion = context.path.at(-1);
  const node = { id: `attestation.${rule.attestation.authority}`, title: say.attestation };
  if (criterion === undefined)
    return ruleNode({ ...node, verdict: 'cannot-evaluate', code: 'attestation.nowhere', reason: say.attestNowhere, next: say.mendPlaybook });
  const unread = unreadDecisions(context);
  if (unread)
    return ruleNode({
      ...node,
      verdict: 'cannot-evaluate',
      code: 'attestation.decisions-unavailable',
      reason: say.decisionsUnknown(unread.why),
      next: say.decisionsNext,
    });
  const own = context.decisions
    .filter((decision) => decision.kind === 'revoke' || (decision.kind === 'attest' && decision.subject === criterion && maySign(decision, rule)))
    .map((decision) => capped(decision, rule.attestation.validDays));
  const standing = standingDecisions(own, now);
  const barred = standing.filter((decision) => isOwnWork(decision, context));
  const signed = signatures(
    policy,
    standing.filter((decision) => !barred.includes(decision)),
    rule.attestation.authority,
  );
  const by = latestByPerson(signed.by);
  if (signed.complete) {
    const until = by.map((decision) => decision.until ?? now).sort()[0] ?? now;
    return ruleNode({ ...node, verdict: 'pass', code: 'attestation.valid', reason: say.attested(loginsOf(by), day(until, context)) });
  }
  const who = whoSigns(policy, rule.attestation.authority);
  if (who === null) {
    return ruleNode({
      ...node,
      verdict: 'cannot-evaluate',
      code: 'attestation.nobody',
      reason: say.nobodyMaySign(rule.attestation.authority),
      next: say.nameAuthority(rule.attestation.authority),
    });
  }
  const byAuthor = barred.at(-1);
  const note = byAuthor ? say.ownAttestation(inlineCode(byAuthor.by.login)) : null;
  if (by.length > 0 && signed.missing) {
    const partly = say.partlyAttested(loginsOf(by), describeAuthority(signed.missing, policy.locale));
    const reason = note === null ? partly : `${partly}. ${note}`;
    return ruleNode({ ...node, verdict: 'fail', code: 'attestation.partial', reason, next: say.attestNext(who, criterion) });
  }
  if (note !== null) return ruleNode({ ...node, verdict: 'fail', code: 'attestation.own-work', reason: note, next: say.attestNext(who, criterion) });
  const expired = own.findLast((decision) => decision.kind === 'attest' && isExpired(decision, now));
  const reason = expired ? say.attestationExpired(inlineCode(expired.by.login), day(expired.until ?? now, context)) : say.notAttested;
  return ruleNode({ ...node, verdict: 'fail', code: expired ? 'attestation.expired' : 'attestation.missing', reason, next: say.attestNext(who, criterion) });
}

/**
 * What readiness alone asks for is stated of merged work, whose authors were refused when they signed; who opens the pull
 * request of a release wrote nothing by that. What a gate asks of every pull request is stated of this change itself.
 */
function isOwnWork(decision: Decision, context: RuleContext): boolean {
  const { criteria, gates } = context.policy.playbook;
  const judged = criteria.find(({ id }) => id === context.path[0]);
  const ofReadiness = judged !== undefined && (judged.gate === undefined || gates.some(({ id, kind }) => id === judged.gate && kind === 'readiness'));
  return !ofReadiness && wroteChange(decision, context);
}

/** Where two authorities must both attest, the one's statement is not the other's; escalation may stand in for any. */
function maySign(decision: Decision, rule: AttestationRule): boolean {
  return [rule.attestation.authority, escalationAuthority].includes(decision.proof.authority);
}

/** The earlier of the statement's own end and the rule's longest validity. */
function capped(decision: Decision, validDays: number): Decision {
  if (decision.kind === 'revoke') return decision;
  const longest = new Date(Date.parse(decision.at) + validDays * 86_400_000).toISOString();
  const own = decision.until === null ? longest : new Date(Date.parse(decision.until)).toISOString();
  return { ...decision, until: [own, longest].sort()[0] ?? longest };
}

function loginsOf(decisions: readonly Decision[]): string {
  return decisions.map((decision) => inlineCode(decision.by.login)).join(', ');
}

function day(instant: string, context: RuleContext): string {
  return lastDay(context.policy.schedule.timezone, instant);
}
