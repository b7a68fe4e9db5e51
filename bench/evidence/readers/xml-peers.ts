import { readFile } from 'node:fs/promises';
import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { readPieces } from '../../../src/engine/read-pieces.ts';

interface Tally {
  covered: number;
  total: number;
}

/** A reader on saxes that only totals: no line is kept. */
export async function readWithSaxes(path: string): Promise<string> {
  const tally: Tally = { covered: 0, total: 0 };
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    if (tag.name === 'line') add(tally, tag.attributes);
  });
  const decoder = new TextDecoder();
  await readPieces(path, (bytes) => void parser.write(decoder.decode(bytes, { stream: true })));
  parser.write(decoder.decode()).close();
  return `${tally.covered}/${tally.total}`;
}

/** fast-xml-parser makes an object of the whole document; the lines in it are counted. */
export async function readWithFastXmlParser(path: string): Promise<string> {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseAttributeValue: false });
  const tally: Tally = { covered: 0, total: 0 };
  const open: unknown[] = [parser.parse(await readFile(path, 'utf8'))];
  while (open.length > 0) {
    const node = open.pop();
    if (Array.isArray(node)) open.push(...(node as unknown[]));
    else if (typeof node === 'object' && node !== null) {
      for (const [name, child] of Object.entries(node)) {
        if (name === 'line') for (const line of [child].flat()) add(tally, line as Record<string, string>);
        else open.push(child);
      }
    }
  }
  return `${tally.covered}/${tally.total}`;
}

/** Cobertura's lines have `hits`, JaCoCo's have `ci`. */
function add(tally: Tally, line: Readonly<Record<string, string>>): void {
  const hits = line['hits'] ?? line['ci'];
  if (hits === undefined) return;
  tally.total += 1;
  if (Number(hits) > 0) tally.covered += 1;
}
