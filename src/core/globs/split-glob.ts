// A star may match any part of a segment, so stars multiply: three in 255 characters are milliseconds, ten are hours.
const longest = 200;
const mostInSegment = 3;
const mostAlternatives = 50;

/**
 * The segments of a pattern, once for each alternative that a brace with a slash in it writes. Null for a pattern beyond
 * what is matched: too long, too many stars or braces in a segment, or an empty segment,
 * or an extended glob such as `+(a|b)`.
 */
export function splitGlob(pattern: string): string[][] | null {
  if (pattern === '' || pattern.length > longest || /[@!?*+]\(/.test(pattern)) return null;
  const alternatives = expand([pattern]);
  const split = alternatives?.map((alternative) => cut(alternative, '/')) ?? null;
  return split?.every((segments) => segments.every(isBounded)) ? split : null;
}

/** Whether a pattern from a configuration or a playbook is one that is matched at all. */
export function isBoundedGlob(pattern: string): boolean {
  return splitGlob(pattern) !== null;
}

function isBounded(segment: string): boolean {
  if (segment === '') return false;
  const stars = segment.replace(/\*+/g, '*').split('*').length - 1;
  const braces = segment.split('{').length - 1;
  return stars <= mostInSegment && braces <= mostInSegment;
}

/** Writes out the braces that hold a slash, until none is left; null when there are too many ways. */
function expand(patterns: readonly string[]): readonly string[] | null {
  if (patterns.length > mostAlternatives) return null;
  const next = patterns.flatMap(expandFirst);
  return next.length === patterns.length && next.every((pattern, index) => pattern === patterns[index]) ? next : expand(next);
}

function expandFirst(pattern: string): string[] {
  for (let start = pattern.indexOf('{'); start !== -1; start = pattern.indexOf('{', start + 1)) {
    const end = closing(pattern, start);
    const inner = pattern.slice(start + 1, Math.max(end, start + 1));
    if (end === -1 || !inner.includes('/') || cut(inner, ',').length < 2) continue;
    return cut(inner, ',').map((choice) => `${pattern.slice(0, start)}${choice}${pattern.slice(end + 1)}`);
  }
  return [pattern];
}

function closing(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}' && --depth === 0) return index;
  }
  return -1;
}

/** Cuts at a character, except inside braces. */
function cut(text: string, at: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (character === at && depth <= 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}
