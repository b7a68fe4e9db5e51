import { redactSecrets } from './redact-secrets.ts';

// Enough for our own words; what people wrote is never shown in full.
const longest = 300;

// C0 and C1 control characters, line and paragraph separators, and what turns the direction of text: with them a value
// could forge a line, move a terminal's cursor or show something else than there is.
const forging = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A text as it may stand in the log: of one line, without secrets, shortened. */
export function cleanText(text: string, ours: readonly string[]): string {
  // Long texts are cut before anything is looked for in them: what is in them is not ours.
  const clean = redactSecrets(text.slice(0, 20 * longest), ours).replace(forging, '\ufffd');
  return clean.length > longest ? `${clean.slice(0, longest)}… (of ${text.length})` : clean;
}
