import type { Locale } from '../playbook/text-schema.ts';
import { combineAll, combineAny, negate } from '../verdict/combine.ts';
import type { Outcome, Verdict } from '../verdict/verdict.ts';
import { latestDeadline } from './latest-deadline.ts';
import { ruleNode } from './rule-node.ts';
import { ruleWords } from './rule-words.ts';

/** Combines judged parts to one node. Its reason and next step are those of the part that decides. */
export function combineRules(kind: 'all' | 'any' | 'not', children: readonly Verdict[], locale: Locale): Verdict {
  const say = ruleWords[locale];
  const node = { id: kind, title: say.titles[kind], children };
  if (children.length > 0 && children.every((child) => child.verdict === 'not-applicable')) return allInapplicable(kind, children, locale);
  const outcomes = children.map((child) => child.verdict);
  if (kind === 'not') return notNode(children, locale);
  const verdict = kind === 'all' ? combineAll(outcomes) : combineAny(outcomes);
  const telling = children.find((child) => child.verdict === verdict);
  if (!telling) return ruleNode({ ...node, verdict: 'cannot-evaluate', code: `${kind}.empty`, reason: say.nothingApplies, next: say.mendPlaybook });
  if (kind === 'any' && verdict !== 'pass') return noneHolds(verdict, children, locale);
  const relevant = outcomes.filter((outcome) => outcome !== 'not-applicable').length;
  const held = outcomes.filter((outcome) => outcome === 'pass').length;
  const reason = kind === 'any' || relevant === 1 ? telling.reason : verdict === 'pass' ? say.allHold(relevant) : say.all(held, relevant, told(telling));
  return ruleNode({
    ...node,
    verdict,
    code: `${kind}.${verdict}`,
    reason,
    next: telling.next,
    deadline: verdict === 'pending' ? latestDeadline(children) : undefined,
  });
}

/** Nothing left to judge: an empty `all` or `any` cannot be evaluated, while a `not` keeps what it holds. */
function allInapplicable(kind: 'all' | 'any' | 'not', children: readonly Verdict[], locale: Locale): Verdict {
  const say = ruleWords[locale];
  const node = { id: kind, title: say.titles[kind], children };
  const [only] = children;
  if (kind === 'not' && only) return ruleNode({ ...node, verdict: 'not-applicable', code: only.code, reason: only.reason });
  return ruleNode({ ...node, verdict: 'cannot-evaluate', code: `${kind}.empty`, reason: say.nothingApplies, next: say.mendPlaybook });
}

function notNode(children: readonly Verdict[], locale: Locale): Verdict {
  const say = ruleWords[locale];
  const [child] = children;
  const node = { id: 'not', title: say.titles.not, children };
  if (!child) return ruleNode({ ...node, verdict: 'cannot-evaluate', code: 'not.empty', reason: say.nothingApplies, next: say.mendPlaybook });
  const verdict = negate(child.verdict);
  if (verdict === 'fail') return ruleNode({ ...node, verdict, code: 'not.fail', reason: say.not(child.reason), next: say.notNext });
  return ruleNode({ ...node, verdict, code: `not.${verdict}`, reason: child.reason, next: verdict === 'pass' ? null : child.next, deadline: child.deadline });
}

function noneHolds(verdict: Outcome, children: readonly Verdict[], locale: Locale): Verdict {
  const say = ruleWords[locale];
  const relevant = children.filter((child) => child.verdict !== 'not-applicable');
  const steps = relevant.map((child) => child.next).filter((next) => next !== null);
  return ruleNode({
    id: 'any',
    title: say.titles.any,
    verdict,
    code: `any.${verdict}`,
    reason: relevant.length === 1 ? (relevant[0]?.reason ?? '') : say.anyFails(relevant.map((child) => child.reason)),
    next: steps.length === 0 ? null : say.anyNext(steps),
    children,
    deadline: verdict === 'pending' ? latestDeadline(children) : undefined,
  });
}

/** These leaves name what they are about in their reasons, and combined rules have no name of their own. */
const selfExplaining = /^(?:files|metric|parameter|check|attestation|issues|all|any|not)(?:\.|$)/;

function told(part: Verdict): string {
  return selfExplaining.test(part.id) || part.reason.startsWith(part.title) ? part.reason : `${part.title}: ${part.reason}`;
}
