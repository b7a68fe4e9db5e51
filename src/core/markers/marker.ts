import { sha256 } from './digest.ts';

/** The hidden line by which we find again what we wrote. Trusted only together with the author's identity. */
export interface Marker {
  readonly unit: string;
  readonly id: string;
  /** First 16 hexadecimal digits of the sha256 of unit, id and the text between the markers. */
  readonly digest: string;
}

/** Our part of a body: its marker, its text as it stands now, and whether a person edited it since. */
export interface MarkedText {
  readonly marker: Marker;
  readonly text: string;
  readonly edited: boolean;
  /** What people wrote around our part; kept as it is when ours is rewritten. */
  readonly before: string;
  readonly after: string;
}

const open = /<!-- sprintgate:1 unit=(\S+) id=(\S+) digest=([0-9a-f]{16}) -->/;
const close = '<!-- /sprintgate -->';

/** Wraps a text of ours in its markers. Text that looks like a closing marker is defused. */
export function wrapMarked(unit: string, id: string, text: string): string {
  const body = text.replaceAll(close, '<!-- / sprintgate -->').trim();
  return `<!-- sprintgate:1 unit=${unit} id=${id} digest=${digestOf({ unit, id }, body)} -->\n${body}\n${close}`;
}

/** Finds our part in a body. Null when there is no marker; a missing end marker means that ours runs to the end. */
export function readMarked(body: string | null | undefined): MarkedText | null {
  // GitHub stores what a browser sent: a body edited on the web comes back with CRLF.
  const content = (body ?? '').replaceAll('\r\n', '\n');
  const match = open.exec(content);
  if (!match) return null;
  const start = match.index + match[0].length;
  const end = content.indexOf(close, start);
  const text = content.slice(start, end < 0 ? undefined : end).trim();
  const marker = { unit: match[1] ?? '', id: match[2] ?? '', digest: match[3] ?? '' };
  return {
    marker,
    text,
    edited: digestOf(marker, text) !== marker.digest,
    before: content.slice(0, match.index),
    after: end < 0 ? '' : content.slice(end + close.length),
  };
}

/** The body with our part replaced and everything people wrote around it kept. */
export function replaceMarked(current: MarkedText, text: string): string {
  return current.before + wrapMarked(current.marker.unit, current.marker.id, text) + current.after;
}

/** The digest that the marker of a text carries. Unit and id are part of it: a text under another id was put there by somebody. */
export function digestOf({ unit, id }: Pick<Marker, 'unit' | 'id'>, text: string): string {
  return sha256(`${unit}\n${id}\n${text.trim()}`).slice(0, 16);
}
