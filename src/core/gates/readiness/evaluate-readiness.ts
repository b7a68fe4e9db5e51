import type { Policy, ReleaseUnit } from '../../policy/policy.ts';
import { buildRuleContext } from '../../rules/build-rule-context.ts';
import { type CriterionVerdict, evaluateCriteria } from '../../rules/evaluate-criteria.ts';
import { latestDeadline } from '../../rules/latest-deadline.ts';
import { combineAll } from '../../verdict/combine.ts';
import type { GateVerdict, Verdict } from '../../verdict/verdict.ts';
import type { GateInput } from '../gate-input.ts';
import { groupCriteria } from './group-criteria.ts';
import { isRelease } from './is-release.ts';
import { policyOfUnit, releaseUnits, restOfUnits } from './release-units.ts';
import { unitNodeId } from './unit-nodes.ts';
import { inlineCode } from '../../report/markdown.ts';
import { heldPercent } from './held-percent.ts';
import { readinessWords } from './readiness-words.ts';

/** On a release pull request all binding criteria must hold or be waived; on any other, readiness does not apply. */
export function evaluateReadiness(input: GateInput): GateVerdict {
  const { policy, snapshot, pull, gate } = input;
  const say = readinessWords[policy.locale];
  const node = { gate, id: gate, title: policy.text.gates[gate]?.title ?? say.title };
  if (!isRelease(policy, pull, snapshot.knownReleases)) {
    const { branches, units = [] } = policy.release;
    const [heads, labels] = [[policy.release, ...units].flatMap((marks) => marks.heads), [policy.release, ...units].flatMap((marks) => marks.labels)];
    const release = { branches: branches.includes('**') ? [] : branches.map(inlineCode), heads: heads.map(inlineCode), labels: labels.map(inlineCode) };
    return {
      ...node,
      verdict: 'not-applicable',
      code: 'readiness.not-a-release',
      reason: say.notRelease(release),
      brief: say.briefNotRelease,
      next: null,
      children: [],
    };
  }
  const units = releaseUnits(policy, pull);
  if (units.length > 0)
    return {
      ...node,
      ...judgeUnits(
        units.map((unit) => unitNode(input, unit)),
        policy,
      ),
    };
  const criteria = evaluateCriteria(buildRuleContext(input));
  return { ...node, ...judge(criteria, policy), children: groupCriteria(criteria, policy) };
}

/** A unit by its own components; what has nothing to do with components is asked of each. */
function unitNode(input: GateInput, unit: ReleaseUnit): Verdict {
  const policy = policyOfUnit(input.policy, unit);
  const criteria = evaluateCriteria(buildRuleContext({ ...input, policy, whole: input.policy }));
  const title = readinessWords[policy.locale].unit(unit.id === restOfUnits ? null : unit.id);
  return { id: unitNodeId(unit.id), title, ...judge(criteria, policy), children: groupCriteria(criteria, policy) };
}

/** Of several units the worst counts. */
function judgeUnits(nodes: readonly Verdict[], { locale }: Policy): Omit<Verdict, 'id' | 'title'> {
  const say = readinessWords[locale];
  const verdict = combineAll(nodes.map((node) => node.verdict));
  const telling = nodes.find((node) => node.verdict === verdict);
  const [first] = nodes;
  const deadline = verdict === 'pending' ? latestDeadline(nodes) : undefined;
  return {
    verdict,
    code: `readiness.${verdict}`,
    reason: nodes.length === 1 && first ? `${first.title}: ${first.reason}` : say.units(nodes.map(({ title, reason }) => `${title}: ${reason}`)),
    ...(telling?.brief === undefined ? {} : { brief: `${telling.title}: ${telling.brief}` }),
    next: telling?.next ?? null,
    children: nodes,
    ...(deadline === undefined ? {} : { deadline }),
  };
}

function judge(criteria: readonly CriterionVerdict[], policy: Policy): Pick<Verdict, 'verdict' | 'code' | 'reason' | 'brief' | 'next' | 'deadline'> {
  const say = readinessWords[policy.locale];
  const target = policy.text.targets[policy.release.target]?.title ?? policy.release.target;
  const binding = criteria.filter((each) => each.binding === 'binds').map((each) => each.verdict);
  if (binding.length === 0)
    return { verdict: 'cannot-evaluate', code: 'readiness.nothing-binds', reason: say.nothingBinds(target), next: say.nothingBindsNext };
  const verdict = combineAll(binding.map((each) => each.verdict));
  const held = binding.filter((each) => each.verdict === 'pass').length;
  const waived = binding.filter((each) => each.waivedBy !== undefined).length;
  if (verdict === 'pass') return { verdict, code: 'readiness.pass', reason: say.pass(held, target, waived), next: null };
  const telling = binding.find((each) => each.verdict === verdict);
  const next = telling?.next ? `${telling.title}: ${telling.next}` : null;
  const deadline = verdict === 'pending' ? latestDeadline(binding) : undefined;
  return {
    verdict,
    code: `readiness.${verdict}`,
    reason: say.off({ held, of: binding.length }, target, heldPercent(held, binding.length)),
    brief: say.brief({ held, of: binding.length }, target),
    next,
    ...(deadline === undefined ? {} : { deadline }),
  };
}
