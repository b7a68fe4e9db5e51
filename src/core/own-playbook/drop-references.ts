import type { Playbook } from '../playbook/playbook-schema.ts';
import type { Rule } from '../rules/rule.ts';

/**
 * The playbook without its references to what was switched off (`criterion:x`, `item:y`). A criterion that rests on one of
 * them alone keeps its reference, so that the check of the whole tells of it.
 */
export function dropReferences(playbook: Playbook, dropped: ReadonlySet<string>): Playbook {
  if (dropped.size === 0) return playbook;
  const stays = (id: string): boolean => !dropped.has(`criterion:${id}`);
  const listing = <T extends { readonly criteria?: readonly string[] }>(entry: T): T =>
    entry.criteria ? { ...entry, criteria: entry.criteria.filter(stays) } : entry;
  return {
    ...playbook,
    criteria: playbook.criteria.map((criterion) => ({ ...criterion, rule: dropFromRule(criterion.rule, stays) })),
    checkpoints: playbook.checkpoints.map(listing),
    items: playbook.items.map(listing),
    checklists: playbook.checklists
      .map((list) => ({ ...list, groups: list.groups.map(listing).filter(({ criteria }) => criteria.length > 0) }))
      .filter(({ groups }) => groups.length > 0),
    ...(playbook.areas ? { areas: dropFromAreas(playbook, stays) } : {}),
    elements: playbook.elements.map((element) => ({
      ...element,
      parts: element.parts
        .map((part) => ({ ...part, at: part.at.filter((place) => !dropped.has(place.split('#')[0] ?? place)) }))
        .filter(({ at }) => at.length > 0),
    })),
  };
}

/** Rows of the report of which nothing is left go with what they counted. */
function dropFromAreas({ areas = [], checklists, criteria }: Playbook, stays: (id: string) => boolean): Playbook['areas'] {
  const left = criteria.map(({ id }) => id);
  const names = (pattern: string): boolean => (pattern.endsWith('.*') ? left.some((id) => id.startsWith(pattern.slice(0, -1))) : stays(pattern));
  const lists = new Set(checklists.filter(({ groups }) => groups.some((group) => group.criteria.some(stays))).map(({ id }) => id));
  return areas.flatMap((area) => {
    if (area.checklist !== undefined && !lists.has(area.checklist)) return [];
    return area.criteria ? [{ ...area, criteria: area.criteria.filter(names) }] : [area];
  });
}

function dropFromRule(rule: Rule, stays: (id: string) => boolean): Rule {
  if (!rule || typeof rule !== 'object') return rule;
  if ('all' in rule) return { all: dropFromList(rule.all, stays) };
  if ('any' in rule) return { any: dropFromList(rule.any, stays) };
  return rule;
}

function dropFromList(rules: readonly Rule[], stays: (id: string) => boolean): readonly Rule[] {
  const kept = rules.filter((rule) => !('criterion' in rule) || stays(rule.criterion)).map((rule) => dropFromRule(rule, stays));
  return kept.length > 0 ? kept : rules;
}
