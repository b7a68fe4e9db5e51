import type { Rule } from '../rules/rule.ts';
import type { Playbook } from '../playbook/playbook-schema.ts';
import { dropReferences } from './drop-references.ts';
import type { OwnPlaybook } from './own-playbook-schema.ts';

/** Lists of an own playbook whose entries change or add those of the one that it extends. */
export const ownLists = ['componentKinds', 'parameters', 'authorities', 'checkpoints', 'criteria', 'items'] as const;

export type OwnList = (typeof ownLists)[number];

/** An entry as it is written, before anything is assumed. */
export interface OwnEntry {
  readonly id: string;
  readonly off?: true;
  readonly rule?: Rule;
  readonly onlyPerson?: string;
}

const reason = 'The repository’s own playbook asks for it.';

/** The playbook with the changes laid over it: still to be checked as a whole. `written` is the file as data, without defaults. */
export function mergeStructure(base: Playbook, written: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const own = written as Partial<OwnPlaybook>;
  const merged = Object.fromEntries(ownLists.map((list) => [list, mergeList(base[list], entriesOf(own, list), sourcedLists.has(list))]));
  const dropped = (['criteria', 'items'] as const).flatMap((list) =>
    entriesOf(own, list)
      .filter(({ off }) => off)
      .map(({ id }) => `${list === 'criteria' ? 'criterion' : 'item'}:${id}`),
  );
  const whole = {
    ...base,
    coverage: { ...base.coverage, ...own.coverage },
    categories: [...new Set([...base.categories, ...(own.categories ?? [])])],
    ...merged,
  };
  return dropReferences(whole as Playbook, new Set(dropped));
}

export function entriesOf(own: Partial<OwnPlaybook>, list: OwnList): readonly OwnEntry[] {
  return (own[list] ?? []) as readonly OwnEntry[];
}

const sourcedLists: ReadonlySet<OwnList> = new Set(['parameters', 'authorities', 'checkpoints', 'criteria', 'items']);

function mergeList(base: readonly { readonly id: string }[], own: readonly OwnEntry[], sourced: boolean): unknown[] {
  const changes = new Map(own.map((entry) => [entry.id, entry]));
  const known = new Set(base.map(({ id }) => id));
  const kept = base.flatMap((entry) => {
    const change = changes.get(entry.id);
    if (!change) return [entry];
    return change.off ? [] : [{ ...withoutReason(entry, change), ...change }];
  });
  const added = own.filter(({ id, off }) => !known.has(id) && !off).map((entry) => (sourced ? { source: 'ours', reason, ...entry } : entry));
  return [...kept, ...added];
}

/** Another rule: why only a person could decide the former one no longer holds. */
function withoutReason(entry: object, change: OwnEntry): object {
  if (change.rule === undefined) return entry;
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'onlyPerson'));
}
