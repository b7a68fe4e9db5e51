import type { Policy } from './policy.ts';
import { type VoidRule, voidRuleText } from './void-rule.ts';
import type { Weakening } from './weakening.ts';

/** Sign-offs that later work voids less easily. A rule of the other kind counts: neither is stricter in every case. */
export function voidWeakenings(before: Policy, after: Policy): Weakening[] {
  return Object.entries(before.voids ?? {}).flatMap(([checkpoint, old]): Weakening[] => {
    const now = after.voids?.[checkpoint];
    if (now && isAsStrict(now, old)) return [];
    return [{ kind: 'void-loosened', path: `checkpoints.${checkpoint}.void`, from: voidRuleText(old), to: voidRuleText(now) }];
  });
}

function isAsStrict(now: VoidRule, old: VoidRule): boolean {
  if (now.on === 'age') return old.on === 'age' && now.days <= old.days;
  if (old.on === 'age') return false;
  return now.components.length === 0 || (old.components.length > 0 && old.components.every((component) => now.components.includes(component)));
}
