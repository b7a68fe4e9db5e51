import { walkRule } from '../playbook/walk-rule.ts';
import type { Policy } from './policy.ts';
import type { Weakening } from './weakening.ts';

type Direction = 'higher' | 'lower';

/**
 * Parameters that moved to where their criteria are easier to meet. Where a playbook uses a parameter in no rule, or in
 * two directions, any change is shown. Setting one that was open is no weakening: until then nothing could pass by it.
 */
export function parameterWeakenings(before: Policy, after: Policy): Weakening[] {
  return Object.entries(before.parameters).flatMap(([id, old]): Weakening[] => {
    const now = Object.hasOwn(after.parameters, id) ? (after.parameters[id] ?? null) : null;
    if (old === null || now === null) return [];
    const [unit, other] = [before, after].map(({ playbook }) => playbook.parameters.find((parameter) => parameter.id === id)?.unit ?? '');
    // The same figure in another unit is another figure.
    if (unit !== other) return [{ kind: 'parameter-changed', path: `parameters.${id}`, from: `${old} ${unit}`.trim(), to: `${now} ${other}`.trim() }];
    if (old === now) return [];
    const easier = easierDirection(after, id);
    const isStricter = typeof old === 'number' && typeof now === 'number' && ((easier === 'higher' && now < old) || (easier === 'lower' && now > old));
    return isStricter ? [] : [{ kind: 'parameter-changed', path: `parameters.${id}`, from: String(old), to: String(now) }];
  });
}

function easierDirection(policy: Policy, id: string): Direction | null {
  const found = new Set(
    policy.playbook.criteria.flatMap((criterion) => walkRule(criterion.rule).flatMap((leaf) => (leaf.path.includes('not') ? [] : directionsIn(leaf.rule, id)))),
  );
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function directionsIn(rule: ReturnType<typeof walkRule>[number]['rule'], id: string): Direction[] {
  const uses = (figure: unknown): boolean => typeof figure === 'object' && figure !== null && Reflect.get(figure, 'parameter') === id;
  if ('metric' in rule && uses(rule.metric.than) && rule.metric.is !== '=') return [rule.metric.is.startsWith('<') ? 'higher' : 'lower'];
  if ('coverage' in rule && uses(rule.coverage.floor)) return ['lower'];
  if ('findings' in rule && uses(rule.findings.atMost)) return ['higher'];
  if ('issues' in rule && 'open' in rule.issues && uses(rule.issues.open.fewerThan)) return ['higher'];
  return [];
}
