/** Signs that the font lacks, by ones that it has and that say the same. */
const instead: Readonly<Record<string, string>> = {
  '✅': '✔',
  '❌': '✘',
  '❓': '?',
  '➖': '–',
  '⏳': '…',
  '⛔': '✘',
  '🔒': '■',
  '⬜': '□',
  '⬛': '■',
  '🟩': '■',
  '🟥': '■',
  '🟨': '■',
};

/** The text without what the font cannot draw: variation marks and what is not seen go, pictures become a sign or a dot. */
export function drawableText(text: string): string {
  return text.replace(/[\u{FE00}-\u{FE0F}\u200B-\u200F\u2060\uFEFF]/gu, '').replace(/\p{Emoji_Presentation}/gu, (sign) => instead[sign] ?? '•');
}
