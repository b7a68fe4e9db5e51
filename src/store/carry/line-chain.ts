import { createHash } from 'node:crypto';

const digestLength = 32;

/** What a line is: the head, a key whose look is still owed, the start of a table, a row, or the end. */
export type LineKind = 'head' | 'key' | 'table' | 'row' | 'end';

const letters: Readonly<Record<LineKind, string>> = { head: 'H', key: 'K', table: 'T', row: 'R', end: 'E' };
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind as LineKind]));

export interface CarriedLine {
  readonly kind: LineKind;
  readonly json: string;
}

export interface LineChain {
  /** The line as it stands in the file, without its line end: digest, letter, JSON. */
  seal(line: CarriedLine): string;
  /** Null when the line is not the one that was written after those before it. */
  open(text: string): CarriedLine | null;
  /** Of all lines so far. */
  digest(): string;
}

/** Each line begins with a digest over itself and all lines before it: what was changed, lost or moved is found where it is. */
export function lineChain(): LineChain {
  let previous = '';
  const next = (content: string) => createHash('sha256').update(previous).update(content).digest('hex').slice(0, digestLength);
  return {
    digest: () => previous,
    seal({ kind, json }) {
      const content = `${letters[kind]} ${json}`;
      previous = next(content);
      return `${previous} ${content}`;
    },
    open(text) {
      const content = text.slice(digestLength + 1);
      const kind = kinds.get(content.charAt(0));
      const digest = next(content);
      if (kind === undefined || text.slice(0, digestLength) !== digest) return null;
      previous = digest;
      return { kind, json: content.slice(2) };
    },
  };
}
