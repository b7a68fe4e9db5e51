import type { StandingRisk } from '../../core/standing/standing.ts';
import { type Canvas, type ChartFrame, chartFigure, type Drawing } from './chart-figure.ts';
import { chartWords } from './chart-words.ts';
import { element, labelled } from './element.ts';
import { shorten } from './legend.ts';

type Level = StandingRisk['probability'];
const levels: readonly Level[] = ['low', 'medium', 'high'];
const shades = ['good-soft', 'wait-soft', 'bad-soft'] as const;

/** Open risks by probability (up) and impact (to the right): how many in each cell, and their titles where they fit. */
export function riskMap(risks: readonly StandingRisk[], frame: ChartFrame): string {
  const words = chartWords[frame.locale];
  const open = risks.filter((risk) => risk.open);
  const rank = (risk: StandingRisk) => Number(risk.open) * 10 + levels.indexOf(risk.probability) + levels.indexOf(risk.impact);
  return chartFigure({
    frame,
    description: `${words.risks(open.length)}.`,
    draw: (canvas) => draw(open, canvas, frame),
    table: {
      header: [words.risk, words.probability, words.impact, words.state],
      rows: risks
        .toSorted((a, b) => rank(b) - rank(a))
        .map((risk) => [risk.title, words.levels[risk.probability], words.impacts[risk.impact], risk.open ? words.open : words.over]),
    },
  });
}

function draw(open: readonly StandingRisk[], canvas: Canvas, { locale }: ChartFrame): Drawing {
  const words = chartWords[locale];
  const left = 80;
  const cell = { width: (canvas.width - left - 8) / 3, height: canvas.slim ? 64 : 84 };
  const cells = levels.flatMap((probability, up) =>
    levels.map((impact, along) => {
      const x = left + along * cell.width;
      const y = 8 + (2 - up) * cell.height;
      const severity = up + along >= 3 ? 2 : up + along === 2 ? 1 : 0;
      const inside = open.filter((risk) => risk.probability === probability && risk.impact === impact);
      return [
        element('rect', { class: `cell ${shades[severity]}`, x, y, width: cell.width, height: cell.height }),
        labelled('text', { class: 'end', x: x + cell.width - 6, y: y + cell.height - 6 }, words.severity[severity]),
        inside.length === 0 ? '' : cellText(inside, { x, y, width: cell.width, slim: canvas.slim }),
      ].join('');
    }),
  );
  const rows = levels.map((level, up) => labelled('text', { class: 'end', x: left - 8, y: 8 + (2.5 - up) * cell.height + 4 }, words.levels[level]));
  const bottom = 8 + 3 * cell.height;
  const columns = levels.map((level, along) =>
    labelled('text', { class: 'middle', x: left + (along + 0.5) * cell.width, y: bottom + 18 }, words.impacts[level]),
  );
  const middle = 8 + 1.5 * cell.height;
  const axes = [
    labelled('text', { class: 'middle name', transform: `translate(12 ${middle}) rotate(-90)` }, words.probability),
    labelled('text', { class: 'middle name', x: left + 1.5 * cell.width, y: bottom + 38 }, words.impact),
  ];
  return { height: bottom + 46, body: [...cells, ...rows, ...columns, ...axes].join('') };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly slim: boolean;
}

function cellText(risks: readonly StandingRisk[], { x, y, width, slim }: Place): string {
  const count = labelled('text', { class: 'strong', x: x + 8, y: y + 18 }, String(risks.length));
  if (slim) return count;
  const titles = risks.slice(0, 2).map(({ title }, index) => labelled('text', { class: 'name', x: x + 8, y: y + 36 + 16 * index }, shorten(title, width - 14)));
  return count + titles.join('');
}
