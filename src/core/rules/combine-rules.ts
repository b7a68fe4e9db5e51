import type { Locale } from '../playbook/text-schema.ts';
import { combineAll, combineAny, negate } from '../verdict/combine.ts';
import type { Outcome, Verdict } from '../verdict/verdict.ts';
import { latestDeadline } from './latest-deadline.ts';
import { ruleNode } from './rule-node.ts';
import { ruleWords } from './rule-words.ts';
import { tellPart } from './tell-part.ts';

/** Combines judged parts to one node. Its reason and next step are those of the part that decides. */
export function combineRules(kind: 'all' | 'any' | 'not', children: readonly Verdict[], locale: Locale): Verdict {
  if (kind === 'not') return notNode(children, locale);
  const say = ruleWords[locale];
  const outcomes = children.map((child) => child.verdict);
  const verdict = kind === 'all' ? combineAll(outcomes) : combineAny(outcomes);
  const telling = children.find((child) => child.verdict === verdict);
  if (!telling) return emptyNode(kind, children, locale);
  if (kind === 'any' && verdict !== 'pass') return noneHolds(verdict, children, locale);
  const relevant = outcomes.filter((outcome) => outcome !== 'not-applicable').length;
  const held = outcomes.filter((outcome) => outcome === 'pass').length;
  const reason = kind === 'any' || relevant === 1 ? telling.reason : verdict === 'pass' ? say.allHold(relevant) : say.all(held, relevant, tellPart(telling));
  return ruleNode({
    id: kind,
    title: say.titles[kind],
    children,
    verdict,
    code: `${kind}.${verdict}`,
    reason,
    next: telling.next,
    deadline: verdict === 'pending' ? latestDeadline(children) : undefined,
  });
}

/** Nothing left to judge is no pass. */
function emptyNode(kind: 'all' | 'any' | 'not', children: readonly Verdict[], locale: Locale): Verdict {
  const say = ruleWords[locale];
  const node = { id: kind, title: say.titles[kind], children };
  return ruleNode({ ...node, verdict: 'cannot-evaluate', code: `${kind}.empty`, reason: say.nothingApplies, next: say.mendPlaybook });
}

/** What does not apply, or is not known, stays so when it is turned round. */
function notNode(children: readonly Verdict[], locale: Locale): Verdict {
  const say = ruleWords[locale];
  const [child] = children;
  if (!child) return emptyNode('not', children, locale);
  const node = { id: 'not', title: say.titles.not, children };
  const verdict = negate(child.verdict);
  if (verdict === 'fail') return ruleNode({ ...node, verdict, code: 'not.fail', reason: say.not(child.reason), next: say.notNext });
  const code = verdict === 'not-applicable' ? child.code : `not.${verdict}`;
  return ruleNode({ ...node, verdict, code, reason: child.reason, next: verdict === 'pass' ? null : child.next, deadline: child.deadline });
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
