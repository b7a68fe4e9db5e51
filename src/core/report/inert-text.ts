// Bidirectional overrides let a title read otherwise than it is; control characters have no place in one line.
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
/** What HTML would take for markup, as it is written instead. */
export const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** An http(s) address as it may stand in a link, or null. */
export function webAddress(url: string): string | null {
  if (!/^https?:\/\/[^\s<>"\\`]+$/i.test(url)) return null;
  return url.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('|', '%7C');
}

/** Line ends become spaces; control characters and bidirectional overrides go. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(unprintable, '').trim();
}

/** Escapes what Markdown and HTML would act on; mentions are left to the caller. */
export function escapeInline(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]|~$]/g, '\\$&')
      .replace(/[&<>]/g, (character) => entities[character] ?? '')
      // Block markers act only at the start of a line.
      .replace(/^(\s*)(?=(?:#{1,6}|[+-]|=+|-+)(?:\s|$))/, '$1\\')
      .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
  );
}
