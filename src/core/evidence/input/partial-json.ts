/**
 * The value that a cut JSON text begins with: what is open at the cut is closed after its last whole member. Undefined when
 * even that is no JSON. For recognising a format, never for its figures.
 */
export function partialJson(text: string): unknown {
  const open: string[] = [];
  let whole = { length: 0, closing: '' };
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') whole = { length: at, closing: open.join('') };
    else if (character === '{' || character === '[') {
      open.unshift(character === '{' ? '}' : ']');
      whole = { length: at + 1, closing: open.join('') };
    } else if (character === '}' || character === ']') {
      if (open.shift() !== character) break;
      whole = { length: at + 1, closing: open.join('') };
      if (open.length === 0) break;
    }
    if (open.length > 200) break;
  }
  try {
    return JSON.parse(text.slice(0, whole.length) + whole.closing) as unknown;
  } catch {
    return undefined;
  }
}
