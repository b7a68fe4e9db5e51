import { areaCriteria, areaItems } from '../../core/report/areas/area-criteria.ts';
import type { Policy } from '../../core/policy/policy.ts';

/** The criteria of a row of the report by its id, where it has a row for each regulation or phase too; null for no row. */
export function areaMembers(id: string, policy: Policy): Set<string> | null {
  const { playbook } = policy;
  for (const area of playbook.areas ?? playbook.categories.map((category) => ({ id: category, categories: [category] }))) {
    if (area.id === id) return areaCriteria(area, policy);
    if (!('each' in area) || !id.startsWith(`${area.id}.`)) continue;
    const part = id.slice(area.id.length + 1);
    const phase = area.each === 'phase' ? playbook.phases.find((each) => each.id === part) : undefined;
    if (phase) return new Set(playbook.criteria.filter(({ target }) => target === phase.target).map((criterion) => criterion.id));
    if (area.each === 'regulation' && policy.regulations.includes(part)) return regulationCriteria(area, part, policy);
  }
  return playbook.categories.includes(id) ? areaCriteria({ id, categories: [id] }, policy) : null;
}

function regulationCriteria(area: Parameters<typeof areaItems>[0], regulation: string, policy: Policy): Set<string> {
  const items = areaItems(area, policy).filter((item) => item.regulations?.includes(regulation));
  return new Set(items.flatMap((item) => item.criteria));
}
