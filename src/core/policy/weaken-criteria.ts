import { canonicalJson } from '../markers/digest.ts';
import type { Criterion } from '../playbook/playbook-schema.ts';
import type { Policy } from './policy.ts';
import { ruleEasier } from './rule-easier.ts';
import type { Weakening } from './weakening.ts';

/** Criteria that are switched off, bind later, or are easier to meet than they were. */
export function criterionWeakenings(before: Policy, after: Policy): Weakening[] {
  const now = new Map(after.playbook.criteria.map((criterion) => [criterion.id, criterion]));
  return before.playbook.criteria.flatMap((old) => {
    const criterion = now.get(old.id);
    const off: Weakening = { kind: 'criterion-off', path: `criteria.${old.id}`, from: old.id, to: '' };
    // Also where it concerns nobody yet: a component or a regulation that is added later would find it gone.
    if (!criterion) return [off];
    if (applies(criterion, after) || !applies(old, before)) return changed(old, criterion, after);
    return explained(old, before, after) ? [] : [off];
  });
}

function changed(old: Criterion, now: Criterion, after: Policy): Weakening[] {
  const path = `criteria.${old.id}`;
  const found: Weakening[] = [];
  const blocks = after.playbook.blocks.map((block) => block.id);
  const { targets } = after.playbook;
  if (blocks.indexOf(now.block) > blocks.indexOf(old.block)) found.push({ kind: 'criterion-later', path, from: old.block, to: now.block });
  if (targets.indexOf(now.target) > targets.indexOf(old.target)) found.push({ kind: 'criterion-later', path, from: old.target, to: now.target });
  if (old.gate !== undefined && now.gate !== old.gate) found.push({ kind: 'criterion-easier', path: `${path}.gate`, from: old.gate, to: now.gate ?? '' });
  return [...found, ...ruleEasier(old.rule, now.rule).map((easier): Weakening => ({ ...easier, path: `${path}.rule` }))];
}

/** Whether a criterion concerns a policy at all, by tier, product, regulation and kind of component. */
function applies(criterion: Criterion, policy: Policy): boolean {
  const overlaps = (wanted: readonly string[] | undefined, has: readonly string[]) => !wanted || wanted.some((id) => has.includes(id));
  return (
    (!criterion.tiers || criterion.tiers.includes(policy.tier)) &&
    overlaps(criterion.products, policy.products) &&
    overlaps(criterion.regulations, policy.regulations) &&
    overlaps(
      criterion.kinds,
      policy.components.map((component) => component.kind),
    )
  );
}

/**
 * Whether a criterion fell away by something that is reported by itself: a lower tier, a product, a regulation or a
 * component less. Tiers are not nested, so that a higher tier too can switch a criterion off: that is not explained.
 */
function explained(old: Criterion, before: Policy, after: Policy): boolean {
  const now = after.playbook.criteria.find((criterion) => criterion.id === old.id);
  const scope = ({ tiers, products, regulations, kinds }: Criterion) => canonicalJson({ tiers, products, regulations, kinds });
  if (!now || scope(now) !== scope(old)) return false;
  return after.tier > before.tier || !old.tiers || old.tiers.includes(after.tier);
}
