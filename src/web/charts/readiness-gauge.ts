import type { Standing } from '../../core/standing/standing.ts';
import { type Canvas, type ChartFrame, chartFigure, type Drawing } from './chart-figure.ts';
import { chartWords } from './chart-words.ts';
import { element, labelled } from './element.ts';
import { legend } from './legend.ts';

type Gauge = Pick<Standing, 'percent' | 'held' | 'waived' | 'binding'>;

/** Binding criteria as one bar: those that hold, those waived (hatched) and those missing, with the percentage in figures. */
export function readinessGauge(gauge: Gauge, frame: ChartFrame): string {
  const words = chartWords[frame.locale];
  const missing = Math.max(0, gauge.binding - gauge.held - gauge.waived);
  return chartFigure({
    frame,
    description: `${gauge.percent} %. ${words.held}: ${gauge.held}. ${words.waived}: ${gauge.waived}. ${words.missing}: ${missing}.`,
    draw: (canvas) => draw(gauge, canvas, frame),
    table: {
      header: [words.state, words.criteria],
      rows:
        gauge.binding === 0
          ? []
          : [
              [words.held, String(gauge.held)],
              [words.waived, String(gauge.waived)],
              [words.missing, String(missing)],
            ],
    },
  });
}

function draw({ percent, held, waived, binding }: Gauge, canvas: Canvas, { locale }: ChartFrame): Drawing {
  const words = chartWords[locale];
  const hatch = `${canvas.id}-hatch`;
  const [x, y, width, height] = [4, 44, canvas.width - 8, 18];
  const part = (count: number) => (width * Math.max(0, Math.min(count, binding))) / binding;
  const shown = (fill: string) => (place: number, line: number) => element('rect', { ...fillOf(fill), x: place, y: line - 6, width: 22, height: 12, rx: 2 });
  const counts = [
    { text: `${words.held} ${held}`, sample: shown('good') },
    ...(waived > 0 ? [{ text: `${words.waived} ${waived}`, sample: shown(`#${hatch}`) }] : []),
    { text: `${words.missing} ${Math.max(0, binding - held - waived)}`, sample: shown('rest') },
  ];
  const key = legend(counts, canvas.width);
  const lines = element('path', { class: 'line c1', d: 'M-2 2l4-4M0 8l8-8M6 10l4-4' });
  return {
    height: y + height + 10 + key.height,
    body: [
      element(
        'defs',
        {},
        element('pattern', { id: hatch, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, element('rect', { class: 'calm', width: 8, height: 8 }), lines),
      ),
      labelled('text', { class: 'strong figure', x, y: 32 }, `${percent} %`),
      element('rect', { class: 'rest', x, y, width, height, rx: 4 }),
      element('rect', { class: 'good', x, y, width: part(held), height, rx: held === binding ? 4 : 0 }),
      element('rect', { ...fillOf(`#${hatch}`), x: x + part(held), y, width: part(waived), height }),
      element('g', { transform: `translate(0 ${y + height + 8})` }, key.body),
    ].join(''),
  };
}

/** A pattern by its id, or a class. */
function fillOf(fill: string): Readonly<Record<string, string>> {
  return fill.startsWith('#') ? { fill: `url(${fill})` } : { class: fill };
}
