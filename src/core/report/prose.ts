import { escapeInline, oneLine, webAddress } from './inert-text.ts';

// What a verdict's sentence may hold besides words: an escape, `code`, a link to the web, an entity.
const token = /\\[!-/:-@[-`{-~]|`[^`|]+`|\[(?:\\.|[^[\]\\])*\]\([^\s()]+\)|&(?:lt|gt|amp|quot);/g;
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

/**
 * The sentence of a verdict as Markdown in one line. Code, links to the web and escapes that a room has set stay; all
 * else is made inert, so that a sentence which carries somebody's words is safe whether or not they were escaped before.
 */
export function renderProse(text: string): string {
  return pieces(oneLine(text))
    .map((piece) => (piece.kind === 'words' ? inert(piece.text) : keep(piece.text)))
    .join('')
    .trim();
}

/** The same sentence without any marks, for a terminal or the title of a check. */
export function plainProse(text: string): string {
  return pieces(oneLine(text))
    .map((piece) => (piece.kind === 'words' ? piece.text : bare(piece.text)))
    .join('')
    .trim();
}

/** A piece of a sentence as a page shows it: words and code are plain text, `url` is an http(s) address. */
export type ProsePart = { readonly kind: 'words' | 'code'; readonly text: string } | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** The same sentence in pieces, for what is no Markdown. */
export function proseParts(text: string): ProsePart[] {
  return pieces(oneLine(text)).map(({ kind, text: part }): ProsePart => {
    if (kind === 'words') return { kind, text: part };
    if (part.startsWith('`')) return { kind: 'code', text: bare(part) };
    const link = part.startsWith('[') ? linkParts(part) : null;
    const url = link && webAddress(link.url);
    return url === null ? { kind: 'words', text: bare(part) } : { kind: 'link', text: bare(part), url };
  });
}

interface Piece {
  readonly kind: 'words' | 'token';
  readonly text: string;
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    found.push({ kind: 'words', text: text.slice(end, match.index) }, { kind: 'token', text: match[0] });
    end = match.index + match[0].length;
  }
  return [...found, { kind: 'words' as const, text: text.slice(end) }].filter((piece) => piece.text !== '');
}

/** A name in backticks beside other code could join it: the zero-width space is safe wherever it stands. */
function inert(words: string): string {
  return escapeInline(words).replace(/(?<![A-Za-z0-9])@(?=[A-Za-z0-9])/g, '@\u200b');
}

function keep(part: string): string {
  if (!part.startsWith('[')) return part;
  const { text, url } = linkParts(part);
  const address = webAddress(url);
  return address === null ? renderProse(text) : `[${renderProse(text)}](${address})`;
}

function bare(part: string): string {
  if (part.startsWith('[')) return plainProse(linkParts(part).text);
  if (part.startsWith('\\')) return part.slice(1);
  return entities[part] ?? part.slice(1, -1);
}

function linkParts(link: string): { text: string; url: string } {
  const at = link.lastIndexOf('](');
  return { text: link.slice(1, at), url: link.slice(at + 2, -1) };
}
