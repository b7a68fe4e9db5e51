import { xmlNames } from './xml-names.ts';
import type { XmlNames } from './xml-names.ts';
import { startTag } from './xml-start-tag.ts';
import type { StartTag } from './xml-start-tag.ts';
import type { DoctypeSkipper } from './xml-doctype.ts';
import type { XmlHandlers } from './xml-handlers.ts';
import { xmlWants } from './xml-wants.ts';
import type { XmlWants } from './xml-wants.ts';

// JaCoCo nests groups as deep as modules are nested; nothing genuine comes near this.
export const deepest = 100;

/** Where a scan stands: which part of the document it is in, and the bytes at hand. */
export interface XmlScan {
  readonly handlers: XmlHandlers;
  readonly names: XmlNames;
  readonly tag: StartTag;
  /** Names of the open elements, and the same as numbers. */
  readonly path: string[];
  readonly open: Int32Array;
  readonly wants: XmlWants;
  mode: 'content' | 'comment' | 'cdata' | 'instruction' | 'doctype';
  bytes: Uint8Array;
  at: number;
  end: number;
  line: number;
  /** An XML declaration may still come. */
  declarable: boolean;
  /** The root has begun. */
  rooted: boolean;
  doctype: { readonly skipper: DoctypeSkipper; text: string } | null;
  /** The open element's text is read. */
  wanted: boolean;
}

export function xmlScan(handlers: XmlHandlers): XmlScan {
  const names = xmlNames();
  return {
    handlers,
    names,
    tag: startTag(names),
    path: [],
    open: new Int32Array(deepest + 1),
    wants: xmlWants(handlers),
    mode: 'content',
    bytes: new Uint8Array(0),
    at: 0,
    end: 0,
    line: 1,
    declarable: true,
    rooted: false,
    doctype: null,
    wanted: false,
  };
}
