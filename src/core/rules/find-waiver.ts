import { isRelease } from '../gates/readiness/is-release.ts';
import type { Decision } from '../people/decision.ts';
import { latestByPerson } from '../people/latest-by-person.ts';
import { bearsRelease } from '../people/release-name.ts';
import { signatures } from '../people/signatures.ts';
import { standingDecisions } from '../people/standing-decisions.ts';
import { scopeKey, type WaiverScope } from '../people/waiver-scope.ts';
import type { Waiver } from '../verdict/verdict.ts';
import type { RuleContext } from './rule-context.ts';
import { wroteChange } from './wrote-change.ts';

/**
 * The waiver of a criterion that counts now on this pull request: not revoked, not expired, reaching as far, and signed by as
 * many as its authority needs, whoever wrote this pull request left out. It ends with the first of the signatures that it
 * rests on. One without an end date never counts. Of several the one that lasts longest is shown.
 */
export function findWaiver(criterion: string, context: RuleContext): Waiver | null {
  return longest([criterion], context, wholeCriterion(context));
}

/** The waiver for one component alone of any criterion that is being judged, the innermost and those that refer to it. */
export function findComponentWaiver(component: string, context: RuleContext): Waiver | null {
  return longest(context.path, context, ofComponent(component));
}

/** A waiver of the criterion by who wrote this pull request: it would reach here, and does not count. */
export function findOwnWaiver(criterion: string, context: RuleContext): Decision | null {
  return ownOf([criterion], context, wholeCriterion(context));
}

/** The same of a waiver for one component alone. */
export function findOwnComponentWaiver(component: string, context: RuleContext): Decision | null {
  return ownOf(context.path, context, ofComponent(component));
}

type Reaches = (scope: WaiverScope | undefined) => boolean;

function wholeCriterion(context: RuleContext): Reaches {
  return (scope) => scope?.kind !== 'component' && reaches(scope, context);
}

function ofComponent(component: string): Reaches {
  return (scope) => scope?.kind === 'component' && scope.component === component;
}

function ownOf(criteria: readonly string[], context: RuleContext, may: Reaches): Decision | null {
  const standing = criteria.flatMap((criterion) => standingWaivers(criterion, context, may));
  return standing.findLast((decision) => wroteChange(decision, context)) ?? null;
}

function longest(criteria: readonly string[], context: RuleContext, may: Reaches): Waiver | null {
  const found = criteria.flatMap((criterion) => waiversOf(criterion, context, may));
  return found.reduce<Waiver | null>((best, waiver) => (best === null || Date.parse(waiver.until) > Date.parse(best.until) ? waiver : best), null);
}

/** Signatures add up only where they let the same go: two halves of different reach are no waiver. */
function waiversOf(criterion: string, context: RuleContext, may: Reaches): Waiver[] {
  const independent = standingWaivers(criterion, context, may).filter((decision) => !wroteChange(decision, context));
  const byScope = Map.groupBy(independent, ({ scope }) => scopeKey(scope));
  return [...byScope.values()].flatMap((same) => {
    const signed = signatures(context.policy, same, same.at(-1)?.proof.authority ?? '');
    const waiver = signed.complete ? waiverOf(signed.by) : null;
    return waiver === null ? [] : [waiver];
  });
}

function standingWaivers(criterion: string, { decisions, now }: RuleContext, may: Reaches): Decision[] {
  const own = decisions.filter(
    ({ kind, subject, until, scope }) => kind === 'revoke' || (kind === 'waive' && subject === criterion && until !== null && may(scope)),
  );
  return standingDecisions(own, now);
}

function reaches(scope: WaiverScope | undefined, { policy, pull, snapshot }: RuleContext): boolean {
  if (scope === undefined) return true;
  if (scope.kind === 'pull') return scope.pull === pull.number;
  return scope.kind === 'release' && isRelease(policy, pull, snapshot.knownReleases) && bearsRelease(pull, scope.release);
}

function waiverOf(by: readonly Decision[]): Waiver | null {
  const latest = latestByPerson(by);
  const last = latest.at(-1);
  const until = latest.flatMap((decision) => decision.until ?? []).sort((a, b) => Date.parse(a) - Date.parse(b))[0];
  if (!last || until === undefined) return null;
  return {
    decision: last.id,
    login: latest.map((decision) => decision.by.login).join(', '),
    reason: last.reason ?? '',
    until,
    ...(last.scope ? { scope: last.scope } : {}),
    ...(last.control ? { control: last.control } : {}),
  };
}
