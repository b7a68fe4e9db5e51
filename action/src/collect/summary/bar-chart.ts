interface Bar {
  readonly name: string;
  readonly percent: number;
}

const mostBars = 12;
const longestName = 18;

/** Percentages as bars that GitHub draws; empty where one bar would stand alone. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const shown = bars.slice(0, mostBars);
  if (shown.length < 2) return '';
  const width = Math.min(720, 160 + shown.length * 90);
  return [
    '```mermaid',
    '---',
    'config:',
    '  xyChart:',
    `    width: ${width}`,
    '    height: 240',
    '---',
    'xychart-beta',
    `  title "${plain(title)}"`,
    `  x-axis [${shown.map(({ name }) => `"${plain(name)}"`).join(', ')}]`,
    '  y-axis "%" 0 --> 100',
    `  bar [${shown.map(({ percent }) => percent).join(', ')}]`,
    '```',
  ].join('\n');
}

/** Mermaid has no escape for quotes; whatever is no letter, digit or simple sign is a space there. */
function plain(text: string): string {
  const name = text.replace(/[^\p{L}\p{N} ._/-]/gu, ' ').trim();
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name || '?';
}
