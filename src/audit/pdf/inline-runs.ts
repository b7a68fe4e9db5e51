import type { ElementContent } from 'hast';

/** A stretch of text in one style. */
export interface InlineRun {
  readonly text: string;
  readonly font: FontName;
  readonly link: string | null;
}

export type FontName = 'plain' | 'bold' | 'italic' | 'code';

interface Style {
  readonly font: FontName;
  readonly link: string | null;
}

const fonts: Readonly<Record<string, FontName>> = {
  strong: 'bold',
  b: 'bold',
  summary: 'bold',
  th: 'bold',
  em: 'italic',
  i: 'italic',
  code: 'code',
  kbd: 'code',
};

/** The text below a node in runs; spaces as HTML reads them. A ticked or empty box and a picture's words stand for themselves. */
export function inlineRuns(nodes: readonly ElementContent[], style: Style = { font: 'plain', link: null }): InlineRun[] {
  return nodes.flatMap((node): InlineRun[] => {
    if (node.type === 'text') return [{ ...style, text: node.value.replace(/\s+/g, ' ') }];
    if (node.type !== 'element') return [];
    const { tagName, properties, children } = node;
    if (tagName === 'br') return [{ ...style, text: '\n' }];
    if (tagName === 'input') return [{ ...style, text: properties['checked'] ? '☑ ' : '☐ ' }];
    if (tagName === 'img') return [{ ...style, text: String(properties['alt'] ?? '') }];
    const href = tagName === 'a' && /^https?:\/\//.test(String(properties['href'])) ? String(properties['href']) : style.link;
    return inlineRuns(children, { font: fonts[tagName] ?? style.font, link: href });
  });
}

/** The same without styles. */
export function plainText(nodes: readonly ElementContent[]): string {
  return inlineRuns(nodes)
    .map(({ text }) => text)
    .join('')
    .trim();
}
