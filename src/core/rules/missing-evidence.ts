import type { EvidenceState } from '../evidence/bundle/bundle.ts';
import { expectedBy } from '../evidence/bundle/expected-by.ts';
import { isExpectedWorkflow } from '../evidence/bundle/is-expected-workflow.ts';
import { sayRefusal } from '../evidence/bundle/refusal-words.ts';
import { evidenceWords } from './evidence-words.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';
import type { Verdict } from '../verdict/verdict.ts';

export interface MissingEvidence {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  /** What to let a workflow upload. */
  readonly upload: string;
}

/**
 * The verdict while evidence is not there: pending as long as a workflow may still bring it and its deadline is not over,
 * then cannot-evaluate. Never a pass.
 */
export function missingEvidence(missing: MissingEvidence, context: RuleContext): Verdict {
  const say = evidenceWords[context.policy.locale];
  const deadline = evidenceDeadline(context);
  if (deadline !== null) {
    return ruleNode({
      id: missing.id,
      title: missing.title,
      verdict: 'pending',
      code: 'evidence.awaited',
      reason: say.waiting(missing.title),
      next: say.waitingNext(deadline),
      deadline,
    });
  }
  return ruleNode({
    id: missing.id,
    title: missing.title,
    verdict: 'cannot-evaluate',
    code: missing.code,
    reason: say.noReport(missing.title, refusedUploads(context)),
    next: say.noReportNext(missing.upload),
  });
}

/** Until when workflows may still bring evidence; null when none is under way or its time is over. */
export function evidenceDeadline(context: RuleContext): string | null {
  const deadline = runningUntil(context);
  return deadline !== null && Date.parse(deadline) > Date.parse(context.now) ? deadline : null;
}

/** The deadline of the workflows that are under way, be it over or not; null when none is. */
export function runningUntil(context: RuleContext): string | null {
  const { policy, snapshot } = context;
  const starts = expectedRuns(context).map((run) => Date.parse(run.startedAt));
  return expectedBy(snapshot.evidence, starts.filter(Number.isFinite), policy.coverage.deadlineMinutes);
}

/** The workflows that still run and may bring evidence. */
export function expectedRuns({ policy, snapshot }: RuleContext): EvidenceState['runningWorkflows'] {
  return snapshot.evidence.runningWorkflows.filter(({ path }) => isExpectedWorkflow(policy.evidence.workflows, path));
}

function refusedUploads(context: RuleContext): string {
  const refused = context.snapshot.evidence.refused[0];
  const unavailable = context.snapshot.unavailable.find(({ what }) => what === 'evidence');
  const say = evidenceWords[context.policy.locale];
  if (unavailable) return say.unavailable(unavailable.what, unavailable.why);
  if (!refused) return '';
  return say.unavailable(refused.uploadName, refused.cause ? sayRefusal(context.policy.locale, refused.cause) : refused.reason);
}
