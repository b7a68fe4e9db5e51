import type { CarryLimits, Policy } from './policy.ts';
import type { Weakening } from './weakening.ts';

/** Older evidence that may stand in for a component: switched on, or older still. What a component takes over is told once. */
export function carryWeakenings(before: Policy, after: Policy): Weakening[] {
  const [old, now] = [before.coverage.carryForward, after.coverage.carryForward];
  const own = after.components.flatMap((component) => {
    const known = before.components.find(({ id }) => id === component.id);
    if (!known || (same(known.carryForward, old) && same(component.carryForward, now))) return [];
    return longer(`components.${component.id}.coverage.carryForward`, known.carryForward, component.carryForward);
  });
  return [...longer('coverage.carryForward', old, now), ...own];
}

function longer(path: string, old: CarryLimits | undefined, now: CarryLimits | undefined): Weakening[] {
  return isCarriedLonger(old, now) ? [{ kind: 'carry-longer', path, from: carryText(old), to: carryText(now) }] : [];
}

/** Whether older evidence may stand in than might before, or any where none might. */
export function isCarriedLonger(old: CarryLimits | undefined, now: CarryLimits | undefined): boolean {
  return now !== undefined && (old === undefined || now.days > old.days || now.commits > old.commits);
}

function same(a: CarryLimits | undefined, b: CarryLimits | undefined): boolean {
  return carryText(a) === carryText(b);
}

/** As it is written in the configuration. */
export function carryText(limits: CarryLimits | undefined): string {
  return limits ? `{ days: ${limits.days}, commits: ${limits.commits} }` : 'false';
}
