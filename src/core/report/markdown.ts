import { entities, escapeInline, oneLine, webAddress } from './inert-text.ts';
import { neutraliseMentions } from './neutralise-mentions.ts';

/** Makes any text inert inside one line of Markdown: no tag, link, table cell, list, math, comment end or mention comes of it. */
export function escapeMarkdown(text: string): string {
  return neutraliseMentions(escapeInline(oneLine(text)));
}

/** Makes any text inert inside HTML that GitHub shows, e.g. a `<summary>`, where Markdown's escapes would be printed. */
export function escapeHtml(text: string): string {
  return oneLine(text)
    .replace(/[&<>]/g, (character) => entities[character] ?? '')
    .replaceAll('"', '&quot;')
    .replace(/@(?=[A-Za-z0-9])/g, '@\u200b');
}

/** Any text as inline code. Backticks in it become apostrophes, pipes a look-alike, so that it fits a table cell too. */
export function inlineCode(text: string): string {
  const content = oneLine(text).replaceAll('`', "'").replaceAll('|', '¦').trim();
  return content === '' ? '' : `\`${content}\``;
}

/** A link, or the bare text when the address is not http(s). */
export function markdownLink(text: string, url: string): string {
  const address = webAddress(url);
  return address === null ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${address})`;
}

export { renderProse } from './prose.ts';
