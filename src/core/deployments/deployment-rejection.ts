import type { Decision } from '../people/decision.ts';
import { standingDecisions } from '../people/standing-decisions.ts';

/** How a decision names the deployments to an environment. GitHub tells environments apart without case. */
export function deploymentSubject(environment: string): string {
  return `deployment/${environment.toLowerCase()}`;
}

interface Waiting {
  readonly environment: string;
  /** The pull requests that brought the commit. */
  readonly pulls: readonly number[];
  /** ISO time since when it waits; null where nobody was told yet. */
  readonly since: string | null;
  readonly now: string;
}

/**
 * Who refused a deployment while it waited; null where nobody did. Written on a pull request it is about what that one brought,
 * elsewhere about all that waited there. A deployment that came later was not meant.
 */
export function rejectionOf(decisions: readonly Decision[], { environment, pulls, since, now }: Waiting): Decision | null {
  if (since === null) return null;
  const subject = deploymentSubject(environment);
  const found = standingDecisions(decisions, now).findLast((decision) => {
    const isMeant = decision.scope === undefined || (decision.scope.kind === 'pull' && pulls.includes(decision.scope.pull));
    return decision.kind === 'reject' && decision.subject === subject && isMeant && Date.parse(decision.at) >= Math.floor(Date.parse(since) / 1_000) * 1_000;
  });
  return found ?? null;
}
