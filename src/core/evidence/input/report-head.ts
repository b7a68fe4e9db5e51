import { partialJson } from './partial-json.ts';
import { xmlHead } from './xml-head.ts';
import type { XmlHead } from './xml-head.ts';

/** The beginning of a report, decoded: all that recognition of a streamed format may look at. */
export interface ReportHead {
  /** At most the first 64 Ki characters, without leading white space. */
  readonly text: string;
  /** Set when the text begins an XML document. */
  readonly xml: XmlHead | null;
  /** The JSON that the text begins with, as far as it goes; undefined when it is none. */
  readonly json: unknown;
  /** The objects among its first lines, where a line is a whole one: one JSON object a line. Lines between them may be anything. */
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

const mostLines = 100;

export function reportHead(text: string): ReportHead {
  const begun = text.trimStart();
  return { text: begun, xml: xmlHead(begun), json: /^[{[]/.test(begun) ? partialJson(begun) : undefined, records: records(begun) };
}

function records(text: string): Record<string, unknown>[] {
  return text.split('\n', mostLines).flatMap((line) => {
    if (!/^\s*\{.*\}\s*$/.test(line)) return [];
    try {
      return [JSON.parse(line) as Record<string, unknown>];
    } catch {
      return [];
    }
  });
}
