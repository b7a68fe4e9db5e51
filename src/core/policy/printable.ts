const longest = 1_000;

/**
 * A text of one line that a terminal only prints: control characters, line breaks and marks that turn the direction of
 * writing are written as escapes, e.g. `\u001b`. What is far too long is cut.
 */
export function printable(text: string): string {
  const escaped = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
  return escaped.length > longest ? `${escaped.slice(0, longest)}…` : escaped;
}
