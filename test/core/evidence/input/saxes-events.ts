import { SaxesParser } from 'saxes';

/** What happened in a document: text of one element in one piece, however it came. */
export type XmlEvent = readonly ['open', string, Readonly<Record<string, string>>, number] | readonly ['close', string, number] | readonly ['text', string];

/** The events of a document as saxes tells them; null when it is not well-formed. The measure of our own scanner. */
export function saxesEvents(bytes: Uint8Array): XmlEvent[] | null {
  const events: XmlEvent[] = [];
  const parser = new SaxesParser();
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  // White space before the declaration is not well-formed, and does occur: it is let through, and its lines count.
  const begun = text.replace(/^[ \t\r\n]+/, '');
  const above = text.slice(0, text.length - begun.length).split(/\r\n?|\n/).length - 1;
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > 100) throw new Error('deep');
    events.push(['open', tag.name, { ...tag.attributes }, parser.line + above]);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    events.push(['close', tag.name, parser.line + above]);
  });
  for (const kind of ['text', 'cdata'] as const) parser.on(kind, (text) => void (depth > 0 && addText(events, text)));
  try {
    parser.write(begun).close();
    return events;
  } catch {
    return null;
  }
}

export function addText(events: XmlEvent[], text: string): void {
  const last = events.at(-1);
  if (text === '') return;
  if (last?.[0] === 'text') events[events.length - 1] = ['text', last[1] + text];
  else events.push(['text', text]);
}
