import type { Decision } from './decision.ts';
import { pullSubject } from './pull-subject.ts';
import { standingDecisions } from './standing-decisions.ts';
import { authorityHolds } from './authority-holds.ts';

interface Head {
  readonly number: number;
  readonly headSha: string;
  readonly now: string;
}

/** The override that opens this pull request's gates now. It is bound to one head commit: a push ends it. */
export function activeOverride(decisions: readonly Decision[], pull: Head): Decision | null {
  const standing = standingDecisions(decisions, pull.now).filter((decision) => isFor(decision, pull));
  // An authority of several people overrides only when enough of them did.
  return (
    standing.findLast((decision) => {
      const same = standing.filter((other) => other.proof.authority === decision.proof.authority);
      const rule = decision.proof.rule;
      return (
        rule === undefined ||
        authorityHolds(
          rule,
          same.map((other) => ({ id: other.by.id, via: other.proof.via })),
        )
      );
    }) ?? null
  );
}

function isFor(decision: Decision, pull: Head): boolean {
  return decision.kind === 'override' && decision.subject === pullSubject(pull.number) && decision.commits.to === pull.headSha && decision.until !== null;
}
