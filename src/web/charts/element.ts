// Of the characters of XML 1.0 the ones that no text may hold, and overrides that let a text read otherwise than it is.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export type Attributes = Readonly<Record<string, string | number | null>>;

/** Any text as it may stand in an element or an attribute, in SVG and in HTML. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** An element of SVG or HTML; its content is markup already. Numbers are rounded to a tenth; null leaves an attribute out. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === null ? '' : ` ${key}="${typeof value === 'number' ? tenth(value) : escapeXml(value)}"`))
    .join('');
  return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${content.join('')}</${name}>`;
}

/** An element that holds nothing but a text. */
export function labelled(name: string, attributes: Attributes, text: string): string {
  return element(name, attributes, escapeXml(text));
}

/** A tenth of a pixel is as exact as anybody sees. What is no number is 0. */
export function tenth(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 10) / 10 : 0;
}
