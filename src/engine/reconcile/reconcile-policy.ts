import { estimateSeeding } from '../../core/backlog/estimate-seeding.ts';
import { planBacklog } from '../../core/backlog/plan-backlog.ts';
import { planSeeding } from '../../core/backlog/plan-seeding.ts';
import type { SeedSnapshot } from '../../core/backlog/seed-snapshot.ts';
import type { Enforcement } from '../../core/enforce/enforcement.ts';
import { renderEnforcement } from '../../core/enforce/render-enforcement.ts';
import { previewId } from '../../core/onboarding/render-onboarding.ts';
import { renderBrokenPreview, renderPreview } from '../../core/onboarding/render-preview.ts';
import { planComment } from '../../core/plan/plan-comment.ts';
import type { Policy, PolicyState } from '../../core/policy/policy.ts';
import type { CommentFacts, RepositoryFacts } from '../../core/snapshot/facts.ts';
import { announce } from '../../telemetry/announce.ts';
import { carryOut, type Hands } from './carry-out.ts';

/** What looking at a repository's configuration needs of the world. */
export interface PolicyPorts extends Hands {
  readonly repository: RepositoryFacts;
  readonly readPolicy: () => Promise<PolicyState>;
  /** Number of the onboarding issue, or null where there is none. */
  readonly onboardingIssue: () => Promise<number | null>;
  /** Whether GitHub waits for the gates; null where it did not say. Asked here alone: at every look at a pull request it would cost too much. */
  readonly readEnforcement: (policy: Policy) => Promise<Enforcement | null>;
  readonly readSeed: (policy: Policy) => Promise<SeedSnapshot>;
  readonly readComment: (issue: number, markerId: string) => Promise<CommentFacts | null>;
}

/** Shows the plan of the configuration on the onboarding issue, with whether its gates hold, and keeps it in step. The open pull requests are looked at by their own keys. */
export async function reconcilePolicy(ports: PolicyPorts, subject: string): Promise<void> {
  const issue = await ports.onboardingIssue();
  const state = await ports.readPolicy();
  announce({ what: 'step', key: subject, step: 'policy-read' });
  if (issue === null || state.kind === 'absent') return;
  const text = state.kind === 'broken' ? renderBrokenPreview(state.locale, state.problems) : await preview(ports, state.policy);
  const writes = planComment({ unit: '.', markerId: previewId, issue, current: await ports.readComment(issue, previewId), text });
  await carryOut(ports, { repository: ports.repository, subject, writes, decision: { policy: state.kind === 'in-force' ? state.policy.digest : null } });
}

async function preview(ports: PolicyPorts, policy: Policy): Promise<string> {
  const { writes } = planSeeding(policy, await ports.readSeed(policy));
  const plan = renderPreview(planBacklog(policy), { minutes: Math.max(1, Math.ceil(estimateSeeding(writes).seconds / 60)), seeded: writes.length === 0 });
  const held = renderEnforcement(policy, ports.repository, await ports.readEnforcement(policy));
  return held === '' ? plan : `${plan}\n\n${held}`;
}
