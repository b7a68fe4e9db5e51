import type { KnownIds } from './known-ids.ts';
import { needId } from './need-id.ts';
import type { Playbook } from './playbook-schema.ts';
import type { Problem } from './problem.ts';

/** Every place in which a part of the method is said to live must exist, down to the fact behind a `#`. */
export function checkElements(playbook: Playbook, known: KnownIds): Problem[] {
  const places = placesOf(playbook, known);
  return playbook.elements.flatMap((element, index) => [
    ...repeated(element.parts.map(({ id }) => id)).map((id) => ({
      path: ['elements', index, 'parts'],
      message: `part "${id}" of ${element.id} stands twice; name it once`,
    })),
    ...element.parts.flatMap(({ at }, part) =>
      at.flatMap((reference, place) => checkReference(places, { reference, path: ['elements', index, 'parts', part, 'at', place] })),
    ),
  ]);
}

type Places = Readonly<Record<string, { readonly ids: ReadonlySet<string>; readonly facts?: ReadonlyMap<string, ReadonlySet<string>> }>>;

function placesOf(playbook: Playbook, known: KnownIds): Places {
  const withFacts = (list: readonly { id: string; facts: Readonly<Record<string, unknown>> }[]) => ({
    ids: new Set(list.map(({ id }) => id)),
    facts: new Map(list.map(({ id, facts }) => [id, new Set(Object.keys(facts))])),
  });
  return {
    item: withFacts(playbook.items),
    note: withFacts(playbook.notes),
    phase: withFacts(playbook.phases),
    criterion: { ids: known.criteria },
    parameter: { ids: known.parameters },
    checkpoint: { ids: known.checkpoints },
    block: { ids: known.blocks },
    gate: { ids: known.gates },
    authority: { ids: known.authorities },
    kind: { ids: known.kinds },
    profile: { ids: new Set(playbook.profiles.map(({ id }) => id)) },
    pyramid: { ids: new Set(playbook.pyramid.map(({ type }) => type)) },
    checklist: { ids: new Set(playbook.checklists.flatMap(({ id, groups }) => [id, ...groups.map((group) => `${id}.${group.id}`)])) },
    stage: { ids: new Set(['goal', 'after', 'before', 'sprint', 'products']) },
  };
}

function checkReference(places: Places, use: { reference: string; path: Problem['path'] }): Problem[] {
  const [, kind = '', id = '', fact] = /^([a-z]+):([^#]+)(?:#(.+))?$/.exec(use.reference) ?? [];
  const place = places[kind];
  if (!place) return [{ path: use.path, message: `"${use.reference}" is no place; write for example item:s00.block` }];
  const missing = needId(place.ids, kind, { id, path: use.path });
  if (missing.length > 0 || fact === undefined) return missing;
  return needId(place.facts?.get(id) ?? new Set(), `fact of ${kind} "${id}"`, { id: fact, path: use.path });
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
