import { xmlSink } from './xml-sink.ts';

/** How an XML document begins: enough to recognise a format, whatever the file is called. */
export interface XmlHead {
  readonly root: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly doctype: string;
  /** Names of the root's first children, each once. */
  readonly children: readonly string[];
}

const encoder = new TextEncoder();

/** Reads the beginning of an XML document; null when it is none. What breaks further on is left to the reader. */
export function xmlHead(text: string): XmlHead | null {
  if (!/^\s*</.test(text)) return null;
  const found = { root: '', attributes: {} as Readonly<Record<string, string>>, doctype: '', children: new Set<string>() };
  const sink = xmlSink({
    doctype: (doctype) => {
      found.doctype = doctype;
    },
    open(path, attributes) {
      const [root = '', child] = path;
      if (path.length === 1) Object.assign(found, { root, attributes: Object.fromEntries(attributes.all()) });
      else if (path.length === 2 && child !== undefined) found.children.add(child);
    },
  });
  try {
    sink.push(encoder.encode(text.trimStart()));
  } catch {
    // The head may be broken, or cut in the middle of a tag: what was seen so far decides.
  }
  return found.root === '' ? null : { ...found, children: [...found.children] };
}
