/** One slice: its name as a reader sees it, how many, and a colour as `#rrggbb`. */
export interface Slice {
  readonly name: string;
  readonly count: number;
  readonly color: string;
}

/**
 * A pie that GitHub draws, in given colours. Mermaid hands its colours out in order of size in some versions and in order
 * of appearance in others: the slices are written largest first, so that both give the same.
 */
export function pieChart(title: string, slices: readonly Slice[]): string {
  const drawn = slices.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  if (drawn.length === 0) return '';
  const colors = drawn.map(({ color }, index) => `'pie${index + 1}': '${color}'`).join(', ');
  const init = `%%{init: {'theme': 'base', 'themeVariables': {${colors}, 'pieOpacity': '1', 'pieStrokeWidth': '1px', 'pieOuterStrokeWidth': '0px', 'pieStrokeColor': '#ffffff', 'pieSectionTextColor': '#ffffff', 'pieTitleTextSize': '18px', 'pieLegendTextColor': '#59636e', 'pieTitleTextColor': '#59636e'}}}%%`;
  return `\`\`\`mermaid\n${init}\npie showData\n  title ${title}\n${drawn.map(({ name, count }) => `  "${name}" : ${count}`).join('\n')}\n\`\`\``;
}
