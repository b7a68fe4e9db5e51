import { isBoundedGlob } from '../../globs/split-glob.ts';

const mostAlternatives = 200;

/**
 * Tells whether the name of a test suite matches one of the patterns. Such names are words of any length, not paths: `*`
 * stands for anything, a slash too, `?` for one character and `{a,b}` for either; all else is itself. A pattern with more
 * than 200 ways matches nothing. There are no loops in loops: the time is at most the product of the lengths.
 */
export function matchSuiteName(patterns: readonly string[]): (name: string) => boolean {
  const wanted = patterns.filter(isBoundedGlob).flatMap((pattern) => folders(braces(pattern)));
  return (name) => wanted.some((pattern) => matches(pattern, name));
}

/** As with paths, the folders of a `**` may be none: `**\/e2e/**` is `e2e` too. */
function folders(patterns: readonly string[]): string[] {
  const next = [...new Set(patterns.flatMap((pattern) => withoutFolders(pattern)))];
  if (next.length > mostAlternatives) return [];
  return next.length === patterns.length ? next.map((pattern) => pattern.replaceAll(/\*+/g, '*')) : folders(next);
}

function withoutFolders(pattern: string): string[] {
  const ways = [pattern];
  if (pattern.startsWith('**/')) ways.push(pattern.slice(3));
  if (pattern.endsWith('/**')) ways.push(pattern.slice(0, -3));
  for (let at = pattern.indexOf('/**/'); at !== -1; at = pattern.indexOf('/**/', at + 1)) ways.push(`${pattern.slice(0, at)}/${pattern.slice(at + 4)}`);
  return ways.filter((way) => way !== '');
}

/** Every way in which the braces can be read; none where they are too many. */
function braces(pattern: string): string[] {
  let ways = [pattern];
  for (;;) {
    const next = ways.flatMap(innermost);
    if (next.length > mostAlternatives) return [];
    if (next.length === ways.length && next.every((way, index) => way === ways[index])) return ways;
    ways = next;
  }
}

function innermost(pattern: string): string[] {
  const brace = /\{([^{}]*,[^{}]*)\}/.exec(pattern);
  if (!brace) return [pattern];
  const [whole, inner = ''] = brace;
  return inner.split(',').map((choice) => pattern.slice(0, brace.index) + choice + pattern.slice(brace.index + whole.length));
}

/** The usual walk with one place to go back to: the last star takes one more character each time. */
function matches(pattern: string, name: string): boolean {
  let at = 0;
  let character = 0;
  let back: { at: number; character: number } | null = null;
  while (character < name.length) {
    const wanted = pattern[at];
    if (wanted === '*') {
      back = { at: ++at, character };
    } else if (wanted !== undefined && (wanted === '?' || wanted === name[character])) {
      at += 1;
      character += 1;
    } else if (back) {
      back.character += 1;
      at = back.at;
      character = back.character;
    } else return false;
  }
  return pattern.slice(at).replaceAll('*', '') === '';
}
