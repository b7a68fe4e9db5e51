import type { XmlHandlers } from './xml-handlers.ts';
import { mostNames } from './xml-names.ts';

/** What the handlers want to hear of an element: bits, asked once a name and not once an element. */
export type XmlWants = (name: number, text: string) => number;

export const wantsText = 1;
export const wantsClose = 2;
const settled = 4;

export function xmlWants({ text, textOf, close, closeOf }: XmlHandlers): XmlWants {
  const wants = new Uint8Array(mostNames);
  return (name, label) => {
    const known = wants[name] ?? 0;
    if (known !== 0) return known;
    const [hearsText, hearsClose] = [text !== undefined && (textOf?.has(label) ?? true), close !== undefined && (closeOf?.has(label) ?? true)];
    return (wants[name] = settled | (hearsText ? wantsText : 0) | (hearsClose ? wantsClose : 0));
  };
}
