import type { KnownIds } from './known-ids.ts';
import { needId } from './need-id.ts';
import type { Playbook } from './playbook-schema.ts';
import type { Problem } from './problem.ts';

/** Rows of the report name what there is: a row that could never count anything would say that all is well, or nothing. */
export function checkAreas(playbook: Playbook, known: KnownIds): Problem[] {
  const checklists = new Set(playbook.checklists.map(({ id }) => id));
  return (playbook.areas ?? []).flatMap((area, index) => {
    const path = ['areas', index];
    const { checklist, categories = [], gates = [], criteria = [] } = area;
    return [
      ...(checklist === undefined ? [] : needId(checklists, 'checklist', { id: checklist, path: [...path, 'checklist'] })),
      ...categories.flatMap((id, at) => needId(known.categories, 'category', { id, path: [...path, 'categories', at] })),
      ...gates.flatMap((id, at) => needId(known.gates, 'gate', { id, path: [...path, 'gates', at] })),
      ...criteria.flatMap((pattern, at) => needCriterion(known, pattern, [...path, 'criteria', at])),
      ...(area.count === 'issues' && area.items === undefined ? [{ path: [...path, 'count'], message: '`count: issues` needs `items`' }] : []),
    ];
  });
}

function needCriterion(known: KnownIds, pattern: string, path: Problem['path']): Problem[] {
  if (!pattern.endsWith('.*')) return needId(known.criteria, 'criterion', { id: pattern, path });
  const start = pattern.slice(0, -1);
  return [...known.criteria].some((id) => id.startsWith(start)) ? [] : [{ path, message: `no criterion begins with "${start}"` }];
}
