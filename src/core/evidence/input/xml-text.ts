import { ReportProblem } from './report-problem.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** Short text is cheaper to put together than to hand to a decoder. */
const short = 24;
/** A reference that has no end within so many bytes is none. */
export const longestReference = 64;

/** UTF-8 as it stands. */
export function decodeBytes(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > short) return decoder.decode(bytes.subarray(start, end));
  let [text, at] = ['', start];
  for (let index = start; index < end; index += 1) if ((bytes[index] ?? 0) >= 0x80) return decoder.decode(bytes.subarray(start, end));
  for (; at + 4 <= end; at += 4) text += String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
  for (; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

/** Line ends of every kind become one. */
export function joinLines(raw: string): string {
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}

/** Text with its line ends joined and its references resolved. */
export function decodeText(raw: string): string {
  const lines = joinLines(raw);
  return lines.includes('&') ? lines.replace(/&([^;]*);/g, (_, reference: string) => resolve(reference)) : lines;
}

/** The same for an attribute's value: its white space becomes spaces, save what references give. */
export function decodeValue(raw: string): string {
  const spaced = raw.replace(/\r\n|[\r\n\t]/g, ' ');
  return spaced.includes('&') ? spaced.replace(/&([^;]*);/g, (_, reference: string) => resolve(reference)) : spaced;
}

/**
 * What a reference between `&` and `;` stands for: one of the five predefined entities or a character that XML allows.
 * Entities of a DOCTYPE are not expanded, ever.
 */
export function resolve(reference: string): string {
  const entity = entities.get(reference);
  if (entity !== undefined) return entity;
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(reference) ?? [];
  const code = hex === undefined ? Number(decimal ?? NaN) : Number.parseInt(hex, 16);
  if (!isCharacter(code)) throw new ReportProblem(`&${reference.slice(0, 40)}; is no entity that is known and no character that is allowed`);
  return String.fromCodePoint(code);
}

function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x1_0000 && code <= 0x10_ffff);
}

/** The end of the last character that is whole. */
export function wholeCharacters(bytes: Uint8Array, start: number, end: number): number {
  for (let at = end - 1; at >= start && at >= end - 3; at -= 1) {
    const code = bytes[at] ?? 0;
    if (code < 0x80) return end;
    if (code >= 0xc0) return at + (code >= 0xf0 ? 4 : code >= 0xe0 ? 3 : 2) > end ? at : end;
  }
  return end;
}
