import type { Write } from '../plan/write.ts';
import type { PlannedLabel } from './backlog-labels.ts';
import type { SeedLabel } from './seed-snapshot.ts';
import type { SeedNotice } from './seed-notice.ts';
import type { SeedWords } from './seed-words.ts';

/** The labels that are missing. One of equal name is used as it is, whatever its colour: people may have chosen it. */
export function planLabels(planned: readonly PlannedLabel[], existing: readonly SeedLabel[], words: SeedWords): { writes: Write[]; notices: SeedNotice[] } {
  // GitHub tells labels apart without regard to case.
  const byName = new Map(existing.map((label) => [label.name.toLowerCase(), label]));
  const writes: Write[] = [];
  const notices: SeedNotice[] = [];
  for (const label of planned) {
    const found = byName.get(label.name.toLowerCase());
    if (!found) writes.push({ do: 'create-label', ...label });
    // Our colour with another description is ours in another language.
    else if (found.description !== label.description && found.color !== label.color)
      notices.push({ code: 'label-adopted', key: label.name, text: words.labelAdopted(found.name) });
  }
  return { writes, notices };
}
