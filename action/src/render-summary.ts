import { escapeMarkdown } from '../../src/core/report/markdown.ts';
import { renderTree } from '../../src/core/report/render-tree.ts';
import type { Locale } from '../../src/core/playbook/text-schema.ts';
import { actionWords } from './action-words.ts';
import type { Judged } from './judged.ts';

// GitHub takes a mebibyte a step; nobody reads as much.
const mostBytes = 200_000;

/** The step's summary as Markdown: which pull request, how far it counts, and the verdict trees, worst first. */
export function renderSummary({ snapshot, number, verdicts, advisory }: Judged, locale: Locale): string {
  const say = actionWords[locale];
  const title = snapshot.pulls.find((pull) => pull.number === number)?.title ?? '';
  const body = verdicts.length === 0 ? say.nothingJudged : renderTree(verdicts, locale, mostBytes);
  return [`## ${say.heading(number, escapeMarkdown(title))}`, ...(advisory ? [`> ${say.advisory}`] : []), body, ''].join('\n\n');
}
