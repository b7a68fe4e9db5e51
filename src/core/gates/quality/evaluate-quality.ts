import { blockName } from '../../rules/block-name.ts';
import { buildRuleContext } from '../../rules/build-rule-context.ts';
import { type CriterionVerdict, evaluateCriteria } from '../../rules/evaluate-criteria.ts';
import { latestDeadline } from '../../rules/latest-deadline.ts';
import type { Policy } from '../../policy/policy.ts';
import { combineAll } from '../../verdict/combine.ts';
import type { GateVerdict } from '../../verdict/verdict.ts';
import type { GateInput } from '../gate-input.ts';
import { leftOutCriteria } from '../readiness/group-criteria.ts';
import { qualityWords } from './quality-words.ts';

/** Judges the criteria that the playbook gives to this gate, on every pull request: those that bind must hold or be waived. */
export function evaluateQuality(input: GateInput): GateVerdict {
  const { policy, gate } = input;
  const say = qualityWords[policy.locale];
  const node = { gate, id: gate, title: policy.text.gates[gate]?.title ?? say.title };
  const criteria = evaluateCriteria(buildRuleContext(input), { gate });
  const binding = criteria.filter((each) => each.binding === 'binds');
  if (binding.length === 0) return { ...node, ...nothingBinds(criteria, policy, gate), children: leftOutCriteria(criteria, policy) };
  const outcomes = binding.map((each) => each.verdict.verdict);
  const verdict = combineAll(outcomes);
  const telling = binding.find((each) => each.verdict.verdict === verdict)?.verdict;
  const held = outcomes.filter((outcome) => outcome === 'pass').length;
  const deadline = verdict === 'pending' ? latestDeadline(binding.map((each) => each.verdict)) : undefined;
  return {
    ...node,
    verdict,
    code: `quality.${verdict}`,
    reason: verdict === 'pass' || !telling ? say.pass(held) : say.off({ held, of: binding.length }, telling.title, telling.reason),
    ...(verdict === 'pass' ? {} : { brief: say.brief({ held, of: binding.length }) }),
    next: verdict === 'pass' ? null : (telling?.next ?? null),
    children: [...binding.map((each) => each.verdict), ...leftOutCriteria(criteria, policy)],
    ...(deadline === undefined ? {} : { deadline }),
  };
}

/** The gate does not apply only where criteria exist and each has its reason; a gate without any cannot be judged. */
function nothingBinds(criteria: readonly CriterionVerdict[], policy: Policy, gate: string): Pick<GateVerdict, 'verdict' | 'code' | 'reason' | 'next'> {
  const say = qualityWords[policy.locale];
  if (criteria.length === 0) return { verdict: 'cannot-evaluate', code: 'quality.no-criteria', reason: say.empty(gate), next: say.emptyNext };
  const later = criteria.filter((each) => each.binding === 'not-yet').map((each) => each.criterion.block);
  const first = policy.playbook.blocks.find((block) => later.includes(block.id));
  if (first) return { verdict: 'not-applicable', code: 'quality.not-yet', reason: say.notYet(blockName(policy, first.id), criteria.length), next: null };
  return { verdict: 'not-applicable', code: 'quality.out-of-scope', reason: say.nothingApplies(criteria.length), next: null };
}
