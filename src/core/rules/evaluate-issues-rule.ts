import { isRelease } from '../gates/readiness/is-release.ts';
import { inlineCode } from '../report/markdown.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { evidenceWords } from './evidence-words.ts';
import { labelKey } from './label-key.ts';
import { planIssues } from './plan-issues.ts';
import { resolveFigure, type Figure } from './resolve-figure.ts';
import type { Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';
import { ruleWords } from './rule-words.ts';

export type IssuesRule = Extract<Rule, { issues: unknown }>;

const shown = 5;

/** Few enough issues that carry all of these labels are open, or all issues of the plan with these ids are closed. */
export function evaluateIssuesRule(rule: IssuesRule, context: RuleContext): Verdict {
  return 'closed' in rule.issues ? closedIssues(rule.issues.closed, context) : openIssues(rule.issues.labels, rule.issues.open.fewerThan, context);
}

function openIssues(labels: readonly string[], fewerThan: Figure, context: RuleContext): Verdict {
  const say = evidenceWords[context.policy.locale];
  const names = say.list(labels.map((label) => `\`${label}\``));
  const node = { id: `issues.${labels.join('+')}`, title: say.openIssues(names) };
  const limit = resolveFigure(fewerThan, context.policy);
  if (limit.value === null) return ruleNode({ ...node, verdict: 'cannot-evaluate', code: limit.code, reason: limit.reason, next: limit.next });
  const count = context.snapshot.openIssuesByLabel[labelKey(labels)] ?? null;
  if (count === null) {
    const absent = labels.filter((label) => context.snapshot.absentLabels?.includes(label));
    if (absent.length > 0) {
      const missing = say.list(absent.map((label) => `\`${label}\``));
      return ruleNode({ ...node, verdict: 'cannot-evaluate', code: 'issues.no-label', reason: say.noLabel(missing, absent.length), next: say.noLabelNext });
    }
    const why = context.snapshot.unavailable.find(({ what }) => what === 'issues')?.why ?? null;
    return ruleNode({ ...node, verdict: 'cannot-evaluate', code: 'issues.unread', reason: say.openIssuesUnread(names, why), next: say.openIssuesUnreadNext });
  }
  const reason = say.openIssuesReason(count, names, limit.value);
  if (count < limit.value) return ruleNode({ ...node, verdict: 'pass', code: 'issues.few', reason });
  const closed = closedByPull(labels, context);
  const mended = closed.length;
  const left = Math.max(0, count - mended);
  if (mended > 0 && (left < limit.value || closed.some((issue) => issue.assignees?.includes(context.pull.author.id)))) {
    return ruleNode({ ...node, verdict: 'pass', code: 'issues.fewer', reason: say.openIssuesMended({ count, mended, left }, names) });
  }
  const next = say.openIssuesNext(Math.floor(count - limit.value) + 1, names);
  const orAssigned = closed.slice(0, 1).map(({ number }) => say.openIssuesAssign(`#${number}`, inlineCode(context.pull.author.login)));
  return ruleNode({ ...node, verdict: 'fail', code: 'issues.too-many', reason, next: [next, ...orAssigned].join(' ') });
}

/**
 * The counted issues that a pull request closes: what mends one of too many bugs must be let in, or none could ever be
 * mended. Anybody may write that it does; so of those that leave too many, only whose author the issue is assigned to, which
 * takes the triage role. A release is held against what is open.
 */
function closedByPull(labels: readonly string[], { policy, pull, snapshot }: RuleContext): IssueFacts[] {
  if (isRelease(policy, pull, snapshot.knownReleases)) return [];
  const wanted = labels.map((label) => label.toLowerCase());
  return pull.closes.filter((issue) => {
    const has = issue.labels.map((label) => label.toLowerCase());
    return issue.state === 'open' && wanted.every((label) => has.includes(label));
  });
}

function closedIssues(pattern: string, context: RuleContext): Verdict {
  const say = evidenceWords[context.policy.locale];
  const node = { id: `issues.${pattern}`, title: say.closedItems(`\`${pattern}\``) };
  const { planned, seeded } = planIssues(pattern, context);
  if (planned.length === 0 && seeded.size === 0) {
    return ruleNode({
      ...node,
      verdict: 'cannot-evaluate',
      code: 'issues.no-such-item',
      reason: say.noSuchItem(`\`${pattern}\``),
      next: ruleWords[context.policy.locale].mendPlaybook,
    });
  }
  const open = [...seeded.values()].filter((issue) => issue.state === 'open').map((issue) => `#${issue.number}`);
  if (open.length > 0) {
    return ruleNode({
      ...node,
      verdict: 'fail',
      code: 'issues.open',
      reason: say.openItems(open.slice(0, shown), open.length - shown),
      next: say.openItemsNext,
    });
  }
  const absent = planned.filter((id) => !seeded.has(id)).map((id) => `\`${id}\``);
  if (absent.length > 0) {
    return ruleNode({
      ...node,
      verdict: 'cannot-evaluate',
      code: 'issues.not-seeded',
      reason: say.notSeeded(absent.slice(0, shown), absent.length - shown),
      next: say.notSeededNext,
    });
  }
  return ruleNode({ ...node, verdict: 'pass', code: 'issues.closed', reason: say.closedReason(seeded.size) });
}
