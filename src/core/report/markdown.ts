import { neutraliseMentions } from './neutralise-mentions.ts';

// Bidirectional overrides let a title read otherwise than it is; control characters have no place in one line.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Makes any text inert inside one line of Markdown: no tag, link, table cell, list, math, comment end or mention comes of it. */
export function escapeMarkdown(text: string): string {
  return neutraliseMentions(escapeInline(oneLine(text)));
}

/** As `escapeMarkdown`, but short `code` in single backticks stays code: for the sentences of a verdict. */
export function renderProse(text: string): string {
  return oneLine(text)
    .split(/(`[^`|]+`)/)
    // Odd parts are the code spans: nothing inside one is active, and it never holds the pipe that would end a table cell.
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkdownPart(part)))
    .join('')
    .trim();
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
  if (!/^https?:\/\/[^\s<>"\\`]+$/i.test(url)) return escapeMarkdown(text);
  const address = url.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('|', '%7C');
  return `[${escapeMarkdown(text)}](${address})`;
}

function escapeMarkdownPart(part: string): string {
  return part.trim() === '' ? part : neutraliseMentions(escapeInline(part));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(unprintable, '').trim();
}

function escapeInline(text: string): string {
  return text
    .replace(/[\\`*_{}[\]|~$]/g, '\\$&')
    .replace(/[&<>]/g, (character) => entities[character] ?? '')
    // Block markers act only at the start of a line.
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}
