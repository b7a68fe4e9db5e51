import { SaxesParser } from 'saxes';

/** How an XML document begins: enough to recognise a format, whatever the file is called. */
export interface XmlHead {
  readonly root: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly doctype: string;
  /** Names of the root's first children, each once. */
  readonly children: readonly string[];
}

/** Reads the beginning of an XML document; null when it is none. What breaks further on is left to the reader. */
export function xmlHead(text: string): XmlHead | null {
  if (!/^\s*</.test(text)) return null;
  const found = { root: '', attributes: {} as Record<string, string>, doctype: '', children: new Set<string>() };
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  parser.on('doctype', (doctype) => {
    found.doctype = doctype;
  });
  parser.on('opentag', (tag) => {
    if (depth === 0 && found.root === '') Object.assign(found, { root: tag.name, attributes: tag.attributes });
    if (depth === 1) found.children.add(tag.name);
    depth += 1;
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  try {
    parser.write(text.trimStart());
  } catch {
    // The head may be broken, or cut in the middle of a tag: what was seen so far decides.
  }
  return found.root === '' ? null : { ...found, children: [...found.children] };
}
