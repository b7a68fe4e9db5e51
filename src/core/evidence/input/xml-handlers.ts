import type { XmlAttributes } from './xml-attributes.ts';

/** What is told of a document as it comes. */
export interface XmlHandlers {
  /** `path` holds the names of the open elements, the new one last. It is reused: copy what must be kept. */
  open(path: readonly string[], attributes: XmlAttributes, line: number): void;
  /** Character data and CDATA, in pieces. */
  text?(path: readonly string[], text: string): void;
  /** Names of the elements whose text is wanted, where not every one's is: text that nobody reads is not decoded. */
  readonly textOf?: ReadonlySet<string>;
  /** Names of the elements whose end is wanted, where not every one's is. */
  readonly closeOf?: ReadonlySet<string>;
  close?(path: readonly string[], line: number): void;
  /** What stands between `<!DOCTYPE` and its end, cut where it is long. */
  doctype?(text: string): void;
}
