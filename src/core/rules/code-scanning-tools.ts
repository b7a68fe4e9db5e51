import { expectedBy } from '../evidence/bundle/expected-by.ts';
import type { RuleContext } from './rule-context.ts';

/** Tools that the policy names and of which no analysis of this commit is there; none where alerts cannot be read at all. */
export function missingTools({ policy, snapshot }: RuleContext): readonly string[] {
  const { codeScanning: wanted } = policy.evidence;
  const facts = snapshot.codeScanning;
  if (typeof wanted !== 'object' || !facts || facts.state === 'forbidden' || facts.state === 'off') return [];
  const there = facts.state === 'analysed' ? facts.tools.map((tool) => tool.toLowerCase()) : [];
  return wanted.tools.filter((tool) => !there.includes(tool.toLowerCase()));
}

/**
 * Until when a missing analysis may still come; null when no workflow is under way or its time is over. Any workflow may
 * bring it, those that bring no uploads too: which one is a tool's own is known only once it has answered.
 */
export function awaitedTools({ policy, snapshot, now }: RuleContext): string | null {
  const { evidence } = snapshot;
  const starts = [...evidence.runningWorkflows, ...(evidence.otherWorkflows ?? [])].map(({ startedAt }) => Date.parse(startedAt)).filter(Number.isFinite);
  const deadline = expectedBy(evidence, starts, policy.coverage.deadlineMinutes);
  return deadline !== null && Date.parse(deadline) > Date.parse(now) ? deadline : null;
}
