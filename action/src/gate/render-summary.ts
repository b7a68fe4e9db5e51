import { escapeMarkdown } from '../../../src/core/report/markdown.ts';
import { renderTree } from '../../../src/core/report/render-tree.ts';
import type { Locale } from '../../../src/core/playbook/text-schema.ts';
import { actionWords } from './action-words.ts';
import type { PullVerdicts, ToldJudgement } from './judged.ts';

// GitHub takes a mebibyte a step; nobody reads as much.
const mostBytes = 200_000;

/** The step's summary as Markdown: which pull request, how far it counts, and the verdict trees, worst first. */
export function renderSummary({ pull, sameHead, posting }: ToldJudgement, locale: Locale): string {
  const say = actionWords[locale];
  const bytes = Math.floor(mostBytes / (1 + sameHead.length));
  const shared = sameHead.length === 0 ? [] : [say.sameHead, ...sameHead.map((other) => section(other, locale, bytes))];
  return [heading(pull, locale), ...(posting.kind === 'posted' ? [] : [`> ${say[posting.kind]}`]), body(pull, locale, bytes), ...shared, ''].join('\n\n');
}

function section(pull: PullVerdicts, locale: Locale, bytes: number): string {
  return `${heading(pull, locale)}\n\n${body(pull, locale, bytes)}`;
}

function heading({ number, title }: PullVerdicts, locale: Locale): string {
  return `## ${actionWords[locale].heading(number, escapeMarkdown(title))}`;
}

function body({ verdicts }: PullVerdicts, locale: Locale, bytes: number): string {
  return verdicts.length === 0 ? actionWords[locale].nothingJudged : renderTree(verdicts, locale, bytes);
}
