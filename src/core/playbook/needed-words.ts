import { restsOnPeople } from './check-criteria.ts';
import { testTypesOf } from './known-ids.ts';
import { itemKinds, type Playbook } from './playbook-schema.ts';

/** The keys that a text file must have in each of its sections: no more, no fewer. */
export function neededWords(playbook: Playbook) {
  const facts = [playbook.items, playbook.phases, playbook.notes].flatMap((list) => list.flatMap((entry) => Object.keys(entry.facts)));
  return {
    blocks: ids(playbook.blocks),
    checkpoints: ids(playbook.checkpoints),
    authorities: ids(playbook.authorities),
    gates: ids(playbook.gates),
    componentKinds: ids(playbook.componentKinds),
    testTypes: testTypesOf(playbook),
    targets: new Set(playbook.targets),
    categories: new Set(playbook.categories),
    criteria: ids(playbook.criteria),
    checklists: new Set(playbook.checklists.flatMap(({ id, groups }) => [id, ...groups.map((group) => `${id}.${group.id}`)])),
    areas: ids(playbook.areas ?? []),
    phases: ids(playbook.phases),
    items: ids(playbook.items),
    // All of them: a repository's own items may be of any kind.
    itemKinds: new Set<string>(itemKinds),
    facts: new Set(facts),
    parameters: ids(playbook.parameters),
    profiles: ids(playbook.profiles),
    notes: ids(playbook.notes),
    contradictions: ids(playbook.contradictions),
    elements: ids(playbook.elements),
  };
}

/** Criteria whose words must say why only a person can decide them. */
export function neededReasons(playbook: Playbook): Set<string> {
  return new Set(playbook.criteria.filter(restsOnPeople).map(({ id }) => id));
}

function ids(list: readonly { readonly id: string }[]): Set<string> {
  return new Set(list.map(({ id }) => id));
}
