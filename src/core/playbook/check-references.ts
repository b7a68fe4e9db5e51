import { checkCriteria } from './check-criteria.ts';
import { checkElements } from './check-elements.ts';
import { checkFrame } from './check-frame.ts';
import { checkItems } from './check-items.ts';
import { checkUnique } from './check-unique.ts';
import { knownIds } from './known-ids.ts';
import type { Playbook } from './playbook-schema.ts';
import type { Problem } from './problem.ts';

/** Everything that the schema cannot see: ids that nothing defines, circles, misplaced sprints, too many children. */
export function checkReferences(playbook: Playbook): Problem[] {
  const known = knownIds(playbook);
  return [
    ...checkUnique(playbook),
    ...checkFrame(playbook, known),
    ...checkCriteria(playbook, known),
    ...checkItems(playbook, known),
    ...checkElements(playbook, known),
  ];
}
