import type { AttributePlaces } from './xml-attributes.ts';
import type { XmlNames } from './xml-names.ts';

/** A start tag that is read in full. */
export interface TagReading {
  readonly names: XmlNames;
  readonly places: AttributePlaces;
  /** The same as `places.labels`, to write to, and their numbers. */
  readonly labels: string[];
  readonly ids: Int32Array;
  bytes: Uint8Array;
  end: number;
  name: number;
  text: string;
  empty: boolean;
  lines: number;
}
