import type { Ref, Write } from '../plan/write.ts';
import type { SeededIssue } from './find-seeded.ts';
import type { PlannedIssue } from './plan-backlog.ts';
import type { SeedNotice } from './seed-notice.ts';
import type { SeedWords } from './seed-words.ts';

interface Link {
  readonly item: PlannedIssue;
  readonly parent: string;
  readonly child: SeededIssue | undefined;
}

/**
 * Links the issues that have no parent yet. Links are written in the order in which the issues were created, so that an
 * unlinked issue *below* the newest linked one was unlinked by a person, and stays so; one above it was never reached.
 */
export function planLinks(
  items: readonly PlannedIssue[],
  existing: ReadonlyMap<string, SeededIssue>,
  words: SeedWords,
): { writes: Write[]; notices: SeedNotice[] } {
  const links = items.flatMap((item): Link[] => (item.parent === undefined ? [] : [{ item, parent: item.parent, child: existing.get(item.id) }]));
  const old = links.filter((link) => link.child !== undefined).toSorted((a, b) => numberOf(a) - numberOf(b));
  const reached = Math.max(0, ...old.filter((link) => isLinkedAsPlanned(link, existing)).map(numberOf));
  const writes: Write[] = [];
  const notices: SeedNotice[] = [];
  for (const link of [...old, ...links.filter((other) => other.child === undefined)]) {
    if (link.child !== undefined && link.child.issue.hasParent !== false) continue;
    if (link.child !== undefined && numberOf(link) < reached) {
      notices.push({ code: 'unlinked', key: link.item.id, text: words.unlinked(`#${numberOf(link)}`, nameOf(link.parent, existing)) });
      continue;
    }
    writes.push({ do: 'add-sub-issue', parent: refOf(link.parent, existing), child: refOf(link.item.id, existing) });
  }
  return { writes, notices };
}

function isLinkedAsPlanned(link: Link, existing: ReadonlyMap<string, SeededIssue>): boolean {
  const parent = existing.get(link.parent);
  return parent !== undefined && link.child?.issue.parent === parent.issue.number;
}

function numberOf(link: Link): number {
  return link.child?.issue.number ?? 0;
}

function refOf(id: string, existing: ReadonlyMap<string, SeededIssue>): Ref {
  return existing.get(id)?.issue.number ?? { key: id };
}

function nameOf(id: string, existing: ReadonlyMap<string, SeededIssue>): string {
  const found = existing.get(id);
  return found === undefined ? id : `#${found.issue.number}`;
}
