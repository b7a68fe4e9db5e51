import { matchWords } from '../globs/match-words.ts';
import { inlineCode } from '../report/markdown.ts';
import type { CheckRunFacts } from '../snapshot/facts.ts';
import { combineAll } from '../verdict/combine.ts';
import type { Outcome, Verdict } from '../verdict/verdict.ts';
import { evidenceWords } from './evidence-words.ts';
import { evidenceDeadline, missingEvidence } from './missing-evidence.ts';
import type { Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';

export type CheckRunRule = Extract<Rule, { checkRun: unknown }>;

/** Every check of another tool with a matching name succeeded. Our own never count: a gate would rest on itself. */
export function evaluateCheckRunRule(rule: CheckRunRule, context: RuleContext): Verdict {
  const { capability } = rule.checkRun;
  const name = (capability === undefined ? undefined : context.policy.evidence.checks?.[capability]) ?? rule.checkRun.name;
  const say = evidenceWords[context.policy.locale];
  const shown = inlineCode(name);
  const node = { id: `check.${name}`, title: say.check(shown) };
  const matches = matchWords(name);
  const runs = newestByName(context).filter(({ name: ran }) => matches(ran));
  const judged = runs.map((run) => judge(run, context));
  const verdict = combineAll(judged.map((run) => run.verdict));
  const telling = judged.find((run) => run.verdict === verdict);
  if (!telling) {
    const missing = missingEvidence({ ...node, code: 'check.missing', upload: name }, context);
    return missing.verdict === 'pending' ? missing : { ...missing, reason: say.checkMissing(shown), next: missingNext(shown, capability, context) };
  }
  // Every one of them passed: they are named together.
  const reason = verdict === 'pass' ? say.checkPassed(say.list(runs.map((run) => inlineCode(run.name)))) : telling.reason;
  return { ...telling, ...node, reason };
}

/** A team's check may have any name: where the rule stands for a capability, the line that names it is told, too. */
function missingNext(shown: string, capability: string | undefined, { policy }: RuleContext): string {
  const say = evidenceWords[policy.locale];
  const isNamed = capability === undefined || policy.evidence.checks?.[capability] !== undefined;
  return isNamed ? say.checkMissingNext(shown) : `${say.checkMissingNext(shown)} ${say.checkNameNext(capability)}`;
}

function newestByName(context: RuleContext): CheckRunFacts[] {
  const newest = new Map<string, CheckRunFacts>();
  for (const run of context.snapshot.checkRuns) {
    if (run.appId === context.snapshot.appId || run.name.startsWith('sprintgate/')) continue;
    const key = JSON.stringify([run.appId, run.name]);
    const known = newest.get(key);
    if (!known || run.id > known.id) newest.set(key, run);
  }
  return [...newest.values()];
}

function judge(run: CheckRunFacts, context: RuleContext): Verdict {
  const say = evidenceWords[context.policy.locale];
  const name = inlineCode(run.name);
  const node = { id: `check.${run.name}`, title: say.check(name) };
  if (run.status !== 'completed') {
    const deadline = evidenceDeadline(context);
    // Pending needs an end. Without a running workflow nobody knows since when the check runs.
    const verdict: Outcome = deadline === null ? 'cannot-evaluate' : 'pending';
    const next = deadline === null ? say.checkFailedNext(name) : say.waitingNext(deadline);
    return ruleNode({ ...node, verdict, code: 'check.running', reason: say.checkRunning(name), next, deadline: deadline ?? undefined });
  }
  if (run.conclusion === 'success') return ruleNode({ ...node, verdict: 'pass', code: 'check.pass', reason: say.checkPassed(name) });
  const conclusion = run.conclusion ?? 'null';
  // neutral, skipped, cancelled and stale say nothing about the work: neither pass nor fail.
  if (!['failure', 'timed_out', 'action_required'].includes(conclusion)) {
    return ruleNode({
      ...node,
      verdict: 'cannot-evaluate',
      code: 'check.no-verdict',
      reason: say.checkNoVerdict(name, conclusion),
      next: say.checkMissingNext(name),
    });
  }
  return ruleNode({ ...node, verdict: 'fail', code: 'check.failed', reason: say.checkFailed(name, conclusion), next: say.checkFailedNext(name) });
}
