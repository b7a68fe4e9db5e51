import type { Item, ItemKind } from '../playbook/playbook-schema.ts';
import type { Policy } from '../policy/policy.ts';
import { applies } from './applies.ts';
import { milestoneOf } from './milestone-key.ts';

/** One issue that the backlog seeds. */
export interface BacklogItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  /** Id of the item that it is a sub-issue of, or null. Always an item that applies too. */
  readonly parent: string | null;
  /** It has no parent because that one has as many sub-issues as GitHub takes. */
  readonly crowdedOut: boolean;
  /** Key of its milestone. */
  readonly milestone: string;
  readonly item: Item;
}

/** GitHub takes at most so many sub-issues under one parent. */
const maxChildren = 100;
/** GitHub refuses longer titles. */
const maxTitle = 256;

/** The playbook's items that apply to this policy, in its order, except that a parent always stands before its children. */
export function backlogItems(policy: Policy): BacklogItem[] {
  const chosen = new Map(policy.playbook.items.filter((item) => applies(item, policy)).map((item) => [item.id, item]));
  const children = new Map<string, number>();
  const done = new Map<string, BacklogItem>();
  const add = (item: Item): void => {
    if (done.has(item.id)) return;
    const wanted = parentOf(item, policy, chosen);
    const parent = wanted !== null && (children.get(wanted) ?? 0) < maxChildren ? wanted : null;
    if (parent !== null) children.set(parent, (children.get(parent) ?? 0) + 1);
    const above = parent === null ? undefined : chosen.get(parent);
    if (above) add(above);
    done.set(item.id, {
      id: item.id,
      kind: item.kind,
      title: titleOf(item, policy),
      parent,
      crowdedOut: parent !== wanted,
      milestone: milestoneOf(item, policy),
      item,
    });
  };
  for (const item of chosen.values()) add(item);
  return [...done.values()];
}

/** The nearest ancestor that applies; else the parent item of its block. */
function parentOf(item: Item, policy: Policy, chosen: ReadonlyMap<string, Item>): string | null {
  const seen = new Set([item.id]);
  let next = item.parent;
  while (next !== undefined && !seen.has(next)) {
    if (chosen.has(next)) return leadsBack(next, item.id, chosen) ? null : next;
    seen.add(next);
    next = policy.playbook.items.find((other) => other.id === next)?.parent;
  }
  if (item.kind === 'block' || item.block === undefined) return null;
  for (const other of chosen.values()) if (other.kind === 'block' && other.block === item.block) return other.id;
  return null;
}

/** Guards against a circle of parents, which GitHub would refuse halfway through the seeding. */
function leadsBack(from: string, to: string, chosen: ReadonlyMap<string, Item>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = from; at !== undefined && !seen.has(at); at = chosen.get(at)?.parent) {
    if (at === to) return true;
    seen.add(at);
  }
  return false;
}

function titleOf(item: Item, policy: Policy): string {
  const title = (policy.text.items[item.id]?.title ?? item.id).replace(/\s+/g, ' ').trim();
  return title.length <= maxTitle ? title : `${title.slice(0, maxTitle - 1)}…`;
}
