import type { Playbook } from '../playbook/playbook-schema.ts';
import type { Problem } from '../playbook/problem.ts';
import type { ConfigPath, ConfigSource } from '../policy/config-source.ts';
import type { ConfigProblem } from '../policy/policy.ts';
import { entriesOf, ownLists, type OwnEntry, type OwnList } from './merge-structure.ts';
import type { OwnPlaybook } from './own-playbook-schema.ts';
import { bothWords, ownPlaybookWords } from './own-playbook-words.ts';

/** The way from what is wrong in the merged playbook back to the line of the own file that made it so. */
export function placeOwn(source: ConfigSource, base: Playbook, own: OwnPlaybook) {
  return {
    switchedOffStrangers: (): ConfigProblem[] =>
      (['criteria', 'items'] as const).flatMap((list) =>
        entriesOf(own, list).flatMap(({ id, off }, index) =>
          off && !base[list].some((entry) => entry.id === id) ? [source.problemAt([list, index, 'id'], ownPlaybookWords.notOff(id))] : [],
        ),
      ),
    inStructure: (merged: Readonly<Record<string, unknown>>, { path, message }: Problem): ConfigProblem =>
      source.problemAt(structurePath(own, merged, path) ?? causeOf(own, message) ?? ['extends'], bothWords(message)),
    inTexts: ({ path, message }: Problem): ConfigProblem => source.problemAt(textPath(own, path), bothWords(message)),
  };
}

/** The index in the merged list leads to an id, and the id to the entry as it was written. */
function structurePath(own: OwnPlaybook, merged: Readonly<Record<string, unknown>>, path: ConfigPath): ConfigPath | null {
  const [list, index, ...rest] = path;
  if (list === 'coverage') return own.coverage ? path : null;
  if (!isOwnList(list) || typeof index !== 'number') return null;
  const entries = merged[list];
  const entry: unknown = Array.isArray(entries) ? entries[index] : undefined;
  const at = entriesOf(own, list).findIndex(({ id }) => id === idOf(entry));
  return at < 0 ? null : [list, at, ...rest];
}

/** What is told of another entry is caused by one that the sentence names: most often one that was switched off. */
function causeOf(own: OwnPlaybook, message: string): ConfigPath | null {
  for (const list of ownLists) {
    const at = entriesOf(own, list).findIndex(({ id }: OwnEntry) => message.includes(`"${id}"`));
    if (at >= 0) return [list, at, 'id'];
  }
  return null;
}

/** Words that are there are shown where they stand, missing ones at the entry that they are of. */
function textPath(own: OwnPlaybook, [section = '', key = '', ...rest]: ConfigPath): ConfigPath {
  for (const locale of ['en', 'es'] as const) {
    const words: unknown = own.texts?.[locale] && Reflect.get(own.texts[locale], section);
    if (typeof words === 'object' && words !== null && Object.hasOwn(words, key)) return ['texts', locale, section, key, ...rest];
  }
  const at = isOwnList(section) ? entriesOf(own, section).findIndex(({ id }) => id === key) : -1;
  return at < 0 ? ['texts'] : [section, at, 'id'];
}

function idOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'id') : undefined;
}

function isOwnList(name: unknown): name is OwnList {
  return ownLists.some((list) => list === name);
}
