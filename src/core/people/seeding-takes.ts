import { estimateSeeding } from '../backlog/estimate-seeding.ts';
import { planSeeding } from '../backlog/plan-seeding.ts';
import type { Policy } from '../policy/policy.ts';
import type { ConversationSnapshot } from './conversation-snapshot.ts';

/**
 * Minutes that GitHub's limits make the seeding of a repository take, by what is known of its backlog where a command asks for it;
 * 0 where nothing of it is left to write, null where the milestones were not read. Labels are not known there: they are
 * taken for what the first seeding made, as soon as anything of the plan is there.
 */
export function seedingTakes(policy: Policy, { seeded, milestones }: Pick<ConversationSnapshot, 'seeded' | 'milestones'>): number | null {
  if (milestones === undefined) return null;
  const { writes } = planSeeding(policy, {
    labels: [],
    milestones: milestones.map((milestone) => ({ ...milestone, author: null })),
    issues: seeded.map((issue) => ({ ...issue, hasParent: issue.parent !== null })),
    accepted: seeded.map(({ author }) => ({ login: author.login, id: author.id })),
    // Parents are not told of either.
    subIssues: seeded.length === 0,
  });
  const left = seeded.length > 0 ? writes.filter((write) => write.do !== 'create-label') : writes;
  return left.length === 0 ? 0 : Math.max(1, Math.ceil(estimateSeeding(left).seconds / 60));
}
