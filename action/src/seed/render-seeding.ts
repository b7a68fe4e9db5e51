import type { SeedNotice } from '../../../src/core/backlog/seed-notice.ts';
import type { Write } from '../../../src/core/plan/write.ts';
import type { Locale } from '../../../src/core/playbook/text-schema.ts';
import { inlineCode } from '../../../src/core/report/markdown.ts';
import { renderProse } from '../../../src/core/report/prose.ts';
import { renderTable } from '../../../src/core/report/render-table.ts';
import type { SkippedWrite } from '../../../src/github/seeding/seeding-interrupted.ts';
import { seedWords } from './seed-step-words.ts';

export interface Seeded {
  readonly writes: readonly Write[];
  readonly notices: readonly SeedNotice[];
  readonly skipped: readonly SkippedWrite[];
  /** Of a dry run: how long the writes would take. Null when they were made. */
  readonly planned: { readonly seconds: number } | null;
}

const mostRows = 200;

/** What seeding wrote, or would write, as Markdown for the step's summary. */
export function renderSeeding({ writes, notices, skipped, planned }: Seeded, locale: Locale): string {
  const say = seedWords[locale];
  const head = writes.length === 0 ? say.nothing : planned ? say.planned(writes.length, Math.ceil(planned.seconds / 60)) : say.made(writes.length);
  const kinds = [...Map.groupBy(writes, (write) => write.do)].map(([kind, made]) => `- ${inlineCode(kind)}: ${made.length}`);
  const rows = planned ? writes.slice(0, mostRows).map((write) => [inlineCode(write.do), describe(write)]) : [];
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  return [
    `## ${say.heading}`,
    head,
    kinds.join('\n'),
    rows.length > 0 ? renderTable({ header: [say.what, ''], rows }) : '',
    planned && writes.length > mostRows ? say.more(writes.length - mostRows) : '',
    ...notices.slice(0, mostRows).map(({ text }) => `> ${renderProse(text)}`),
    ...reasons.map((reason) => `> ⚠️ ${renderProse(reason)}`),
    '',
  ]
    .filter((part, index, parts) => part !== '' || index === parts.length - 1)
    .join('\n\n');
}

function describe(write: Write): string {
  const key = 'key' in write ? inlineCode(write.key) : 'name' in write ? inlineCode(write.name) : '';
  return 'title' in write ? `${key} ${renderProse(write.title)}` : key;
}
