import { applies } from '../../backlog/applies.ts';
import type { Playbook } from '../../playbook/playbook-schema.ts';
import type { Policy } from '../../policy/policy.ts';

export type Area = NonNullable<Playbook['areas']>[number];

/** Which criteria a row of the report counts, by id. A row without a selection of its own counts none. */
export function areaCriteria(area: Area, policy: Policy): Set<string> {
  const { playbook } = policy;
  const { categories = [], gates = [], criteria = [] } = area;
  const listed = playbook.checklists.filter(({ id }) => id === area.checklist).flatMap(({ groups }) => groups.flatMap((group) => group.criteria));
  const chosen = playbook.criteria.filter(
    (each) => categories.includes(each.category) || (each.gate !== undefined && gates.includes(each.gate)) || criteria.some((name) => names(name, each.id)),
  );
  const ofItems = area.count === 'issues' ? [] : areaItems(area, policy).flatMap((item) => item.criteria);
  return new Set([...listed, ...chosen.map(({ id }) => id), ...ofItems]);
}

/** The items of the plan whose kind a row names, where they are meant for this repository. */
export function areaItems({ items: kinds = [] }: Area, policy: Policy): Playbook['items'] {
  return policy.playbook.items.filter((item) => kinds.includes(item.kind) && applies(item, policy));
}

function names(pattern: string, id: string): boolean {
  return pattern.endsWith('.*') ? id.startsWith(pattern.slice(0, -1)) : pattern === id;
}
