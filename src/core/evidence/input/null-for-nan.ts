/**
 * Python writes NaN and infinities as bare words, which JSON does not know: outside of strings they become `null`. Returns
 * null when the text holds none, so that a syntax error is told of the text as it is.
 */
export function nullForNaN(text: string): string | null {
  const pieces: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x4e || code === 0x49 || code === 0x2d) {
      const word = wordAt(text, at);
      if (word === null) continue;
      pieces.push(text.slice(from, at), 'null');
      from = at + word.length;
      at = from - 1;
    }
  }
  return pieces.length === 0 ? null : pieces.join('') + text.slice(from);
}

function wordAt(text: string, at: number): string | null {
  return (
    ['NaN', 'Infinity', '-Infinity'].find(
      (word) => text.startsWith(word, at) && !/[\w.]/.test(text[at + word.length] ?? '') && !/[\w.]/.test(text[at - 1] ?? ''),
    ) ?? null
  );
}
