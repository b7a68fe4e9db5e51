interface Open {
  readonly details: number;
  readonly fence: string | null;
  /** What ends the HTML comment or tag that runs over the end of the line; no place to cut. */
  readonly markup: '-->' | '>' | null;
}

/** How many bytes a text takes in UTF-8: GitHub's limits on check output count bytes, not characters. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/**
 * Shortens Markdown to a number of bytes, `notice` included. It cuts between lines, so that no table row, tag, comment or
 * code point is halved, and closes what is open (`<details>`, a code fence). Text that fits comes back unchanged.
 */
export function truncateBytes(text: string, maxBytes: number, notice: string): string {
  if (byteLength(text) <= maxBytes) return text;
  const tail = notice === '' ? '' : `\n\n${notice}`;
  const kept = keepLines(text, maxBytes - byteLength(tail));
  if (kept.trim() !== '') return kept + tail;
  const first = cutWords(text.split('\n', 1)[0] ?? '', maxBytes - byteLength(tail));
  return first === '' ? cutCodePoints(notice, maxBytes) : first + tail;
}

/** The longest start of a text that fits, never half a code point. */
export function cutCodePoints(text: string, maxBytes: number): string {
  if (byteLength(text) <= maxBytes) return text;
  let bytes = 0;
  let end = 0;
  for (const point of text) {
    bytes += byteLength(point);
    if (bytes > maxBytes) break;
    end += point.length;
  }
  return text.slice(0, end);
}

function keepLines(text: string, budget: number): string {
  const lines = text.split('\n');
  let open: Open = { details: 0, fence: null, markup: null };
  let bytes = 0;
  let best = '';
  const kept: string[] = [];
  for (const [index, line] of lines.entries()) {
    bytes += byteLength(line) + (index === 0 ? 0 : 1);
    if (bytes > budget) break;
    kept.push(line);
    open = after(open, line);
    const closers = closing(open);
    if (canCut(open, line, lines[index + 1]) && bytes + byteLength(closers) <= budget) best = kept.join('\n') + closers;
  }
  return best;
}

function canCut(open: Open, line: string, next: string | undefined): boolean {
  // A header row means nothing without the delimiter row below it.
  if (line.trimStart().startsWith('|') && /^\s*\|[\s:|-]+\|\s*$/.test(next ?? '')) return false;
  return open.markup === null;
}

function after(open: Open, line: string): Open {
  const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
  if (open.fence !== null) {
    const ends = mark !== null && mark.startsWith(open.fence) && line.trim() === mark;
    return ends ? { ...open, fence: null } : open;
  }
  if (mark !== null) return { ...open, fence: mark };
  const details = open.details + count(line, /<details\b/gi) - count(line, /<\/details>/gi);
  return { details: Math.max(0, details), fence: null, markup: markupAfter(line, open.markup) };
}

function markupAfter(line: string, before: Open['markup']): Open['markup'] {
  let rest = line;
  let end = before;
  for (;;) {
    if (end !== null) {
      const at = rest.indexOf(end);
      if (at < 0) return end;
      rest = rest.slice(at + end.length);
    }
    const start = /<(!--|[a-z/])/i.exec(rest);
    if (!start) return null;
    end = start[1] === '!--' ? '-->' : '>';
    rest = rest.slice(start.index + start[0].length);
  }
}

function closing(open: Open): string {
  const fence = open.fence === null ? '' : `\n${open.fence}`;
  return fence + '\n\n</details>'.repeat(open.details);
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0;
}

function cutWords(line: string, budget: number): string {
  if (line.trimStart().startsWith('|') || budget < 1) return '';
  const cut = cutCodePoints(line, budget - byteLength('…'));
  const whole = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
  // Not inside a tag: what follows an unclosed `<` goes with it.
  const tag = whole.lastIndexOf('<');
  const safe = tag >= 0 && !whole.slice(tag).includes('>') ? whole.slice(0, tag) : whole;
  return safe.trim() === '' ? '' : `${safe.trimEnd()}…`;
}
