interface Bar {
  readonly name: string;
  readonly value: number;
}

interface Axis {
  readonly title: string;
  readonly unit: string;
  /** Where the axis ends; null: at the highest bar. */
  readonly most: number | null;
}

const mostBars = 12;
const longestName = 18;
const axisColors = [
  'titleColor',
  'xAxisLabelColor',
  'xAxisTickColor',
  'xAxisLineColor',
  'yAxisLabelColor',
  'yAxisTitleColor',
  'yAxisTickColor',
  'yAxisLineColor',
];

/** Figures as bars that GitHub draws; empty where one bar would stand alone, or none would be seen. */
export function barChart({ title, unit, most }: Axis, bars: readonly Bar[]): string {
  const shown = bars.slice(0, mostBars);
  const highest = most ?? Math.max(...shown.map(({ value }) => value));
  if (shown.length < 2 || highest === 0) return '';
  const width = Math.min(720, 160 + shown.length * 90);
  return [
    '```mermaid',
    '---',
    'config:',
    '  xyChart:',
    `    width: ${width}`,
    '    height: 240',
    // Readable on GitHub's white and on its black.
    '  themeVariables:',
    '    xyChart:',
    '      backgroundColor: "transparent"',
    '      plotColorPalette: "#2f81f7"',
    ...axisColors.map((name) => `      ${name}: "#6e7781"`),
    '---',
    'xychart-beta',
    `  title "${plain(title)}"`,
    `  x-axis [${shown.map(({ name }) => `"${plain(name)}"`).join(', ')}]`,
    `  y-axis "${unit}" 0 --> ${highest}`,
    `  bar [${shown.map(({ value }) => value).join(', ')}]`,
    '```',
  ].join('\n');
}

/** Mermaid has no escape for quotes; whatever is no letter, digit or simple sign is a space there. */
function plain(text: string): string {
  const name = text.replace(/[^\p{L}\p{N} ._/-]/gu, ' ').trim();
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name || '?';
}
