/** One line of Prometheus' text format. */
export interface Figure {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const line = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? ([Nn]a[Nn]|[+-]?(?:Inf|[\d.]+(?:e[+-]?\d+)?))$/;

/** Reads Prometheus' text format, and refuses a line that does not follow it. */
export function readFigures(text: string): Figure[] {
  return text
    .split('\n')
    .filter((each) => each !== '' && !each.startsWith('#'))
    .map((each) => {
      const match = line.exec(each);
      if (!match) throw new Error(`not a line of Prometheus' format: ${each}`);
      const [, name = '', labels = '', value = ''] = match;
      return { name, labels: readLabels(labels), value: Number(value.replace('Inf', 'Infinity')) };
    });
}

function readLabels(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"(?:,|$)/g)].map(([, name = '', value = '']) => [name, value]));
}

/** The sum of the figures of a name whose labels are among others these; null when there is none. */
export function sumOf(figures: readonly Figure[], name: string, labels: Readonly<Record<string, string>> = {}): number | null {
  const found = figures.filter((figure) => figure.name === name && Object.entries(labels).every(([label, value]) => figure.labels[label] === value));
  return found.length === 0 ? null : found.reduce((sum, { value }) => sum + value, 0);
}
