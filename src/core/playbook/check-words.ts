import { neededReasons, neededWords } from './needed-words.ts';
import type { Playbook } from './playbook-schema.ts';
import type { Problem } from './problem.ts';
import type { PlaybookText } from './text-schema.ts';

/** A text file has exactly the keys that the structure needs, and a `why` exactly where only a person decides. */
export function checkWords(playbook: Playbook, text: PlaybookText): Problem[] {
  const needed = neededWords(playbook);
  const sections = Object.keys(needed) as (keyof typeof needed)[];
  return [
    ...sections.flatMap((section) => compare(section, needed[section], text[section] ?? {})),
    ...checkReasons(playbook, text),
    ...checkValues(playbook, text),
  ];
}

function compare(section: string, needed: ReadonlySet<string>, has: Readonly<Record<string, unknown>>): Problem[] {
  const missing = [...needed].filter((key) => !Object.hasOwn(has, key));
  const surplus = Object.keys(has).filter((key) => !needed.has(key));
  return [
    ...missing.map((key) => ({ path: [section, key], message: `${section} lacks the words for "${key}"` })),
    ...surplus.map((key) => ({ path: [section, key], message: `${section} has words for "${key}", which the playbook does not define` })),
  ];
}

function checkReasons(playbook: Playbook, text: PlaybookText): Problem[] {
  const reasons = neededReasons(playbook);
  return Object.entries(text.criteria).flatMap(([id, { why }]) => {
    if (reasons.has(id) === (why !== undefined)) return [];
    const message = why === undefined ? `say in "why" why only a person can decide "${id}"` : `"${id}" is decided by more than a person's word; remove "why"`;
    return [{ path: ['criteria', id, 'why'], message }];
  });
}

/** A word for a value that no fact has would never be shown: most likely it is misspelt. */
function checkValues(playbook: Playbook, text: PlaybookText): Problem[] {
  const used = new Set(
    [playbook.items, playbook.phases, playbook.notes].flatMap((list) =>
      list.flatMap(({ facts }) => Object.entries(facts).flatMap(([key, value]) => [value].flat().map((one) => `${key}.${String(one)}`))),
    ),
  );
  return Object.keys(text.values ?? {})
    .filter((key) => !used.has(key))
    .map((key) => ({ path: ['values', key], message: `values has words for "${key}", which is no value of a fact` }));
}

/** Two languages say the same things: the same fields in the same places, and task lists of equal length. */
export function checkSameWords(text: PlaybookText, model: PlaybookText): Problem[] {
  return sameShape(text, model, []).filter(({ path }) => path[0] !== 'locale');
}

function sameShape(value: unknown, model: unknown, path: readonly (string | number)[]): Problem[] {
  if (!isRecord(value) || !isRecord(model)) {
    if (Array.isArray(value) && Array.isArray(model) && value.length !== model.length) {
      return [{ path, message: `${path.join('.')} has ${value.length} entries, the other language has ${model.length}` }];
    }
    return [];
  }
  return [...new Set([...Object.keys(model), ...Object.keys(value)])].flatMap((key) => {
    if (!Object.hasOwn(value, key)) return [{ path: [...path, key], message: `${[...path, key].join('.')} stands in the other language and not here` }];
    if (!Object.hasOwn(model, key)) return [{ path: [...path, key], message: `${[...path, key].join('.')} stands here and not in the other language` }];
    return sameShape(value[key], model[key], [...path, key]);
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
