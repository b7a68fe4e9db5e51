import { addDays } from '../../../src/core/calendar/calendar-day.ts';
import type { Forecast } from '../../../src/core/forecast/forecast.ts';
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

export const today = '2027-05-12';
const start = '2027-01-11';

export const forecast: Forecast = {
  basis: 'pace',
  weeks: 17,
  pace: [4, 5, 3, 6, 4, 4, 5, 7, 3, 0, 5, 6, 4, 5, 4, 6, 5],
  checkpoints: [],
  readiness: { p50: '2027-08-06', p85: '2027-09-03' },
  fan: Array.from({ length: 17 }, (_, week) => ({
    day: addDays('2027-05-16', 7 * week),
    p15: Math.min(140, 76 + Math.round(week * 3.4)),
    p50: Math.min(140, 77 + Math.round(week * 4.7)),
    p85: Math.min(142, 79 + Math.round(week * 6.2)),
  })),
};

const days = Array.from({ length: 122 }, (_, at) => ({
  day: addDays(start, at),
  all: at < 50 ? 130 : 138,
  closed: Math.floor(at * 0.62) + (at % 9 > 5 ? 1 : 0),
}));

const names = [
  'Revisión de arquitectura',
  'Rendimiento del modelo',
  'Pruebas de integración',
  'Revisión de experiencia de usuario',
  'Revisión de confiabilidad (SRE)',
  'Revisión de seguridad',
  'Pruebas de carga',
  'Revisión con interesados',
  'Preparación para la salida',
];
const checkpoints = names.map((name, at) => ({ name, due: addDays(start, 13 + 28 * at), signed: at < 4 }));

const wave = (base: number, height: number) =>
  Array.from({ length: 122 }, (_, at) => ({ day: addDays(start, at), value: base + height * Math.sin(at / 17) + at / 40 }));

/** Every chart with the figures of a product half way. */
export function chartExamples(locale: Locale): string[] {
  const frame = (id: string, title: string) => ({ id, title, locale });
  return [
    readinessGauge({ percent: 61, held: 52, waived: 4, binding: 91 }, frame('gauge', 'Preparación')),
    burnUpChart({ today, days, forecast, checkpoints, plan: { start, end: '2027-09-05' } }, frame('burn-up', 'Avance y pronóstico')),
    fanChart({ today, closed: 76, all: 138, forecast }, frame('fan', 'Pronóstico')),
    lineChart(
      {
        series: [
          { name: 'model', points: wave(93, 2) },
          { name: 'api', points: wave(88, 3) },
          { name: 'data-pipeline', points: wave(84, 2.5) },
          { name: 'frontend', points: wave(79, 2) },
          { name: 'total', points: wave(86, 2) },
        ],
        thresholds: [{ name: 'total', value: 85 }],
        unit: '%',
        most: 100,
      },
      frame('coverage', 'Cobertura por componente'),
    ),
    lineChart(
      { series: [{ name: 'load.p95', points: wave(160, 30) }], thresholds: [{ name: 'SLA', value: 200 }], unit: 'ms', zero: true },
      frame('load', 'Latencia p95'),
    ),
    barChart(
      {
        bars: [
          { name: 'Precisión del modelo (accuracy) en el conjunto de validación', value: 91.2, threshold: 90, state: 'good' },
          { name: 'Recall', value: 78, threshold: 85, state: 'bad' },
          { name: 'Adopción', value: 34, threshold: 50, state: 'wait' },
        ],
        unit: '%',
        most: 100,
      },
      frame('bars', 'Métricas'),
    ),
    riskMap(
      [
        { id: 'r1', title: 'Datos insuficientes o de mala calidad', probability: 'high', impact: 'high', issue: 1, open: true },
        { id: 'r2', title: 'Deriva del modelo en producción', probability: 'medium', impact: 'high', issue: 2, open: true },
        { id: 'r3', title: 'Rotación en el equipo', probability: 'low', impact: 'medium', issue: 3, open: true },
        { id: 'r4', title: 'Retraso del proveedor', probability: 'medium', impact: 'high', issue: 4, open: false },
      ],
      frame('risks', 'Riesgos'),
    ),
    checkpointTimeline(
      {
        today,
        checkpoints: checkpoints.map(({ name, due, signed }, at) => ({
          name,
          due,
          state: signed ? (at === 2 ? ('conditions' as const) : ('signed' as const)) : at === 4 ? ('rejected' as const) : ('open' as const),
          signed: signed ? addDays(due, at) : null,
          p50: signed ? null : addDays(due, 5 + at),
          p85: signed ? null : addDays(due, 12 + 2 * at),
        })),
      },
      frame('timeline', 'Checkpoints'),
    ),
    phaseChart(
      {
        today: '2027-09-30',
        phases: [
          { name: 'Alfa (10 usuarios)', start: '2027-09-06', end: '2027-09-19', held: 6, criteria: 6 },
          { name: 'Beta cerrada (50 usuarios)', start: '2027-09-20', end: '2027-10-10', held: 2, criteria: 7 },
          { name: 'Beta abierta (200 usuarios)', start: '2027-10-11', end: '2027-11-07', held: 0, criteria: 5 },
          { name: 'Despliegue al 10 %', start: '2027-11-08', end: '2027-11-21', held: 0, criteria: 4 },
        ],
      },
      frame('phases', 'Fases del piloto'),
    ),
    `<p>${sparkline({ values: days.map(({ closed }) => closed + 5 * Math.sin(closed)), unit: '%' }, frame('spark', 'Tendencia'))}</p>`,
  ];
}
