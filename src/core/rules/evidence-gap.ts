import type { EvidenceState } from '../evidence/bundle/bundle.ts';
import { sayRefusal } from '../evidence/bundle/refusal-words.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { evidenceGapWords } from './evidence-gap-words.ts';
import { evidenceWords } from './evidence-words.ts';
import { evidenceDeadline, expectedRuns, runningUntil } from './missing-evidence.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';

interface Node {
  readonly id: string;
  readonly title: string;
}

/** Pending, while a workflow may still bring more evidence or replace what is here. */
export function awaitedEvidence(node: Node, context: RuleContext): Verdict | null {
  const deadline = evidenceDeadline(context);
  const [run] = expectedRuns(context);
  if (deadline === null || !run) return null;
  const { locale } = context.policy;
  const reason = evidenceGapWords[locale].awaited(node.title, run.path);
  return ruleNode({ ...node, verdict: 'pending', code: 'evidence.awaited', reason, next: evidenceWords[locale].waitingNext(deadline), deadline });
}

/**
 * Why what is here may not be all: asked before any rule passes on evidence. A workflow that still runs or an upload that
 * was refused may hold what fails, or be the newer one of what is here.
 */
export function evidenceGap(node: Node, context: RuleContext): Verdict | null {
  const { policy, snapshot } = context;
  const say = evidenceGapWords[policy.locale];
  const awaited = awaitedEvidence(node, context);
  if (awaited) return awaited;
  const refused = snapshot.evidence.refused.find((upload) => !isSuperseded(upload, snapshot.evidence));
  if (refused) {
    const why = refused.cause ? sayRefusal(policy.locale, refused.cause) : refused.reason;
    const next = refused.cause?.code === 'forbidden' ? say.forbiddenNext : say.refusedNext(refused.uploadName, policy.evidence.uploads);
    return ruleNode({ ...node, verdict: 'cannot-evaluate', code: 'evidence.refused', reason: say.refused(node.title, refused.uploadName, why), next });
  }
  const [deadline, run] = [runningUntil(context), expectedRuns(context)[0]];
  if (deadline === null || !run) return null;
  const reason = say.overdue(node.title, run.path, deadline);
  return ruleNode({ ...node, verdict: 'cannot-evaluate', code: 'evidence.overdue', reason, next: say.overdueNext(run.path) });
}

/** Names of uploads are unique in a run, so only a later run brings one of the same name again. */
function isSuperseded(refused: EvidenceState['refused'][number], { bundles }: EvidenceState): boolean {
  return bundles.some(({ identity }) => identity.uploadName === refused.uploadName && identity.runId > refused.runId);
}
