import { backlogItems } from '../backlog/backlog-items.ts';
import type { Policy } from '../policy/policy.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { issuesById } from './issues-by-id.ts';
import type { StandingRisk } from './standing.ts';

type Level = StandingRisk['impact'];

const levels: readonly Level[] = ['low', 'medium', 'high'];

/** The plan's risks. One whose playbook does not say how likely or how grave it is counts as high: nobody has judged it. */
export function standingRisks(policy: Policy, { seeded }: Pick<PullSnapshot, 'seeded'>): StandingRisk[] {
  const issues = issuesById(policy, seeded);
  return backlogItems(policy)
    .filter(({ kind }) => kind === 'risk')
    .map(({ id, title, item }) => {
      const issue = issues.get(id);
      const { probability, impact } = item.facts;
      return { id, title, probability: levelOf(probability), impact: levelOf(impact), issue: issue?.number ?? null, open: issue?.state !== 'closed' };
    });
}

function levelOf(told: unknown): Level {
  return levels.find((level) => level === told) ?? 'high';
}
