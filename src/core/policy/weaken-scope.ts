import { Temporal } from 'temporal-polyfill';
import { addDays } from '../calendar/calendar-day.ts';
import { sprintCalendar } from '../calendar/sprint-calendar.ts';
import { isWeaker } from '../verdict/enforcement.ts';
import { enforcementIn, enforcementText } from './enforcement-in.ts';
import { uncoveredPatterns } from './patterns-cover.ts';
import type { Policy } from './policy.ts';
import { unitWeakenings } from './weaken-units.ts';
import type { Weakening, WeakeningKind } from './weakening.ts';

/** Tier, products, regulations, schedule, and which gates bind where. */
export function scopeWeakenings(before: Policy, after: Policy): Weakening[] {
  const tier: Weakening[] = after.tier > before.tier ? [{ kind: 'tier-lower', path: 'tier', from: String(before.tier), to: String(after.tier) }] : [];
  return [
    ...tier,
    ...dropped('product-dropped', 'product', { before: before.products, after: after.products }),
    ...dropped('regulation-dropped', 'regulations', { before: before.regulations, after: after.regulations }),
    ...later(before, after),
    ...gates(before, after),
    ...patterns(before, after),
    ...environments(before, after),
  ];
}

function dropped(kind: WeakeningKind, path: string, lists: { before: readonly string[]; after: readonly string[] }): Weakening[] {
  return lists.before.every((id) => lists.after.includes(id)) ? [] : [{ kind, path, from: lists.before.join(', '), to: lists.after.join(', ') }];
}

/** The schedule moved later when any sprint ends at a later instant than it did: then its demands bind later. */
function later(before: Policy, after: Policy): Weakening[] {
  const now = new Map(sprintCalendar(after).map((dates) => [dates.sprint, dates.end]));
  for (const { sprint, end } of sprintCalendar(before)) {
    const moved = now.get(sprint);
    if (moved !== undefined && endOfDay(moved, after.schedule.timezone) > endOfDay(end, before.schedule.timezone)) {
      return [
        {
          kind: 'schedule-later',
          path: 'schedule',
          from: `s${sprint} ${end} ${before.schedule.timezone}`,
          to: `s${sprint} ${moved} ${after.schedule.timezone}`,
        },
      ];
    }
  }
  return [];
}

function endOfDay(day: string, timezone: string): number {
  return Temporal.PlainDate.from(addDays(day, 1)).toZonedDateTime(timezone).epochMilliseconds;
}

function gates(before: Policy, after: Policy): Weakening[] {
  return Object.keys(before.enforce).flatMap((gate): Weakening[] => {
    const path = `enforce.${gate}`;
    const from = enforcementText(before, gate);
    if (!Object.hasOwn(after.enforce, gate)) return [{ kind: 'gate-dropped', path, from, to: '' }];
    const blocks = before.playbook.blocks.map(({ id }, index) => ({ old: index, now: after.playbook.blocks.findIndex((block) => block.id === id) }));
    // A block that is gone has no demands of its own: that is told by its checkpoint.
    const lower = blocks.some(({ old, now }) => now >= 0 && isWeaker(enforcementIn(after, gate, now), enforcementIn(before, gate, old)));
    return lower ? [{ kind: 'enforce-lower', path, from, to: enforcementText(after, gate) }] : [];
  });
}

function patterns(before: Policy, after: Policy): Weakening[] {
  const narrowed = (kind: WeakeningKind, path: string, lists: { before: readonly string[]; after: readonly string[] }): Weakening[] =>
    uncoveredPatterns(lists.before, lists.after).length === 0 ? [] : [{ kind, path, from: lists.before.join(', '), to: lists.after.join(', ') }];
  const release = (['branches', 'heads', 'labels', 'always'] as const).flatMap((key) =>
    narrowed('release-narrowed', `release.${key}`, { before: before.release[key], after: after.release[key] }),
  );
  const { targets } = after.playbook;
  const target: Weakening[] =
    targets.indexOf(after.release.target) < targets.indexOf(before.release.target)
      ? [{ kind: 'release-narrowed', path: 'release.target', from: before.release.target, to: after.release.target }]
      : [];
  return [
    ...narrowed('branches-narrowed', 'branches', { before: before.branches, after: after.branches }),
    ...release,
    ...unitWeakenings(before, after),
    ...target,
  ];
}

function environments(before: Policy, after: Policy): Weakening[] {
  return Object.entries(before.environments).flatMap(([name, old]): Weakening[] => {
    const now = Object.hasOwn(after.environments, name) ? after.environments[name] : undefined;
    return now === old ? [] : [{ kind: 'environment-dropped', path: `environments.${name}`, from: old, to: now ?? '' }];
  });
}
