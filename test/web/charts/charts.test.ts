import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../src/core/playbook/text-schema.ts';
import { barChart } from '../../../src/web/charts/bar-chart.ts';
import { burnUpChart } from '../../../src/web/charts/burn-up-chart.ts';
import { checkpointTimeline } from '../../../src/web/charts/checkpoint-timeline.ts';
import { fanChart } from '../../../src/web/charts/fan-chart.ts';
import { lineChart } from '../../../src/web/charts/line-chart.ts';
import { phaseChart } from '../../../src/web/charts/phase-chart.ts';
import { readinessGauge } from '../../../src/web/charts/readiness-gauge.ts';
import { riskMap } from '../../../src/web/charts/risk-map.ts';
import { sparkline } from '../../../src/web/charts/sparkline.ts';
import { thinPoints } from '../../../src/web/charts/thin-points.ts';
import { chartExamples, forecast, today } from './chart-examples.ts';

interface Seen {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Reads it as XML, which is stricter than HTML, and holds every promise that all charts make. */
function look(chart: string): Seen[] {
  const seen: Seen[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => seen.push({ name, attributes }));
  parser.write(`<x>${chart}</x>`).close();
  const ids = seen.flatMap(({ attributes }) => attributes['id'] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(chart).not.toMatch(/NaN|Infinity|undefined|\[object/);
  for (const { name, attributes } of seen) {
    expect(Object.keys(attributes).filter((key) => key === 'style' || key.startsWith('on'))).toEqual([]);
    expect(['script', 'style', 'foreignObject', 'image', 'a']).not.toContain(name);
    if (name !== 'svg') continue;
    expect(attributes['role']).toBe('img');
    for (const id of attributes['aria-labelledby']?.split(' ') ?? ['none']) expect(ids).toContain(id);
  }
  return seen;
}

const frame = (id = 'c', title = 'A title', locale: Locale = 'en') => ({ id, title, locale });
const rows = (chart: string) => [...chart.matchAll(/<tr>/g)].length - 1;

describe('charts', () => {
  test.each(['es', 'en'] as const)('all of them on one page are well-formed and have ids of their own (%s)', (locale) => {
    expect(look(chartExamples(locale).join('')).filter(({ name }) => name === 'table').length).toBe(9);
  });

  test('each has the same figures as a table', () => {
    const chart = barChart({ bars: [{ name: 'Recall', value: 78, threshold: 85, state: 'bad' }], unit: '%' }, frame());
    expect(chart).toContain('<th scope="row">Recall</th><td>78 % ✗</td><td>85 %</td>');
  });

  test('days and figures are in the language of the reader', () => {
    const burnUp = (locale: Locale) =>
      burnUpChart({ today, days: [{ day: '2027-04-30', all: 9, closed: 4 }], forecast, checkpoints: [] }, frame('c', 'x', locale));
    expect(burnUp('es')).toContain('4 de 9 elementos cerrados. Terminado en la mitad de los futuros: 6 ago 2027');
    expect(burnUp('en')).toContain('4 of 9 items closed. Done in half of the futures: Aug 6, 2027');
  });

  test('without anything to show they say so', () => {
    const empty = { ...forecast, fan: [], readiness: { p50: null, p85: null } };
    const charts = [
      burnUpChart({ today, days: [], forecast: empty, checkpoints: [] }, frame('a')),
      fanChart({ today, closed: 0, all: 0, forecast: empty }, frame('b')),
      lineChart({ series: [] }, frame('c')),
      lineChart({ series: [{ name: 'api', points: [{ day: 'no day', value: 1 }] }] }, frame('d')),
      barChart({ bars: [] }, frame('e')),
      riskMap([], frame('f')),
      checkpointTimeline({ today, checkpoints: [] }, frame('g')),
      phaseChart({ today, phases: [] }, frame('h')),
      readinessGauge({ percent: 0, held: 0, waived: 0, binding: 0 }, frame('i')),
    ];
    for (const chart of charts) {
      expect(chart).toContain('There is no data yet.');
      expect(look(chart).map(({ name }) => name)).not.toContain('svg');
    }
    expect(sparkline({ values: [4] }, frame())).toBe('');
  });

  test('a single day is drawn as a mark', () => {
    const chart = lineChart({ series: [{ name: 'api', points: [{ day: '2027-01-11', value: 91.5 }] }], unit: '%' }, frame());
    look(chart);
    expect(chart).toContain('api: 91.5 %.');
    expect(rows(chart)).toBe(1);
  });

  test('ten thousand points are thinned, and no peak is lost', () => {
    const points = Array.from({ length: 10_000 }, (_, at) => ({
      day: new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10),
      value: at === 5_123 ? 99 : 50 + (at % 7),
    }));
    const chart = lineChart({ series: [{ name: 'model', points }] }, frame());
    look(chart);
    expect(chart.length).toBeLessThan(20_000);
    expect(thinPoints(points, 120, ({ value }) => value).map(({ value }) => value)).toContain(99);
    expect(rows(chart)).toBeLessThanOrEqual(30);
    const many = Array.from({ length: 10_000 }, (_, at) => ({ name: `m${at}`, value: at }));
    expect(look(barChart({ bars: many.slice(0, 500) }, frame())).filter(({ name }) => name === 'rect').length).toBe(120);
  });

  test('any text is a text, in the picture and in the table', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('es' as const, 'en' as const), (text, locale) => {
        const name = `${text}<script>alert("'&]]>`;
        const risk = { id: text, title: name, probability: 'high', impact: 'low', issue: null, open: true } as const;
        look(riskMap([risk], frame('r', name, locale)));
        look(barChart({ bars: [{ name, value: 1 }], unit: name }, frame('b', name, locale)));
        look(lineChart({ series: [{ name, points: [{ day: today, value: 1 }] }], thresholds: [{ name, value: 2 }] }, frame('l', name, locale)));
        const checkpoint = { name, due: today, state: 'open', signed: null, p50: null, p85: null } as const;
        expect(look(checkpointTimeline({ today, checkpoints: [checkpoint] }, frame('t', name, locale)))).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('any figures make a picture without a figure that is none', () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((at) => new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10));
    const value = fc.double();
    fc.assert(
      fc.property(fc.array(fc.record({ day, value }), { maxLength: 30 }), fc.array(value, { maxLength: 4 }), (points, values) => {
        const sorted = points.toSorted((a, b) => a.day.localeCompare(b.day));
        const thresholds = values.map((limit) => ({ name: 'limit', value: limit }));
        look(lineChart({ series: [{ name: 'a', points: sorted }], thresholds }, frame()));
        look(barChart({ bars: points.map(({ value: any }, at) => ({ name: `b${at}`, value: any })) }, frame()));
        expect(look(`<i>${sparkline({ values: points.map(({ value: any }) => any) }, frame())}</i>`)).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
