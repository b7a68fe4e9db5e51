import { describe, expect, test } from 'vitest';
import type { Forecast } from '../../../src/core/forecast/forecast.ts';
import { forecastLines } from '../../../src/core/forecast/forecast-lines.ts';

const checkpoints = { 'security-review': { title: 'Revisión de @seguridad | fin' } };
const inLocale = (locale: 'es' | 'en') => ({ locale, text: { checkpoints } });
const forecast: Forecast = {
  basis: 'pace',
  weeks: 6,
  pace: [4, 0, 5, 3, 6, 7],
  checkpoints: [
    { checkpoint: 'security-review', open: 12, due: '2027-06-13', p50: '2027-06-10', p85: '2027-06-25' },
    { checkpoint: 'sre-review', open: 3, due: '2027-06-30', p50: '2027-06-11', p85: '2027-06-30' },
    { checkpoint: 'go-live', open: 90, due: '2027-09-05', p50: null, p85: null },
  ],
  readiness: { p50: '2027-08-06', p85: null },
  fan: [],
};

describe('the lines of the forecast', () => {
  test('say both days, the pace, and by how much P85 is late', () => {
    expect(forecastLines(forecast, inLocale('en'))).toMatchInlineSnapshot(`
      {
        "heading": "Forecast",
        "summary": "The work will be done on **2027-08-06** in half of the simulated futures (P50), and after more than two years in 85 of 100 (P85), at the team’s pace: a median of 4.5 items a week in 6 weeks of work.",
        "table": "| Checkpoint | Open | Day of the plan | P50 | P85 |
      | :- | -: | :- | :- | :- |
      | Revisión de \`@seguridad\` \\| fin | 12 | 2027-06-13 | 2027-06-10 | ⚠️ 2027-06-25 (12 days late) |
      | sre-review | 3 | 2027-06-30 | 2027-06-11 | 2027-06-30 |
      | go-live | 90 | 2027-09-05 | after more than two years | ⚠️ after more than two years |",
      }
    `);
  });

  test('are Spanish for who configured it', () => {
    expect(forecastLines(forecast, inLocale('es')).summary).toMatchInlineSnapshot(
      `"El trabajo estará terminado el **2027-08-06** en la mitad de los futuros simulados (P50), y después de más de dos años en 85 de cada 100 (P85), al ritmo del equipo: una mediana de 4.5 elementos por semana en 6 semanas de trabajo."`,
    );
  });

  test('say so while the days are the plan’s', () => {
    const plan = { ...forecast, basis: 'plan' as const, weeks: 1, pace: [2], readiness: { p50: '2027-09-05', p85: '2027-09-05' } };
    expect(forecastLines(plan, inLocale('es')).summary).toMatchInlineSnapshot(
      `"El plan termina el **2027-09-05**. Hay 1 semana completa de trabajo y se necesitan 4 para un pronóstico: estas son las fechas del plan."`,
    );
    expect(forecastLines(plan, inLocale('en')).table).not.toContain('P85');
    expect(forecastLines({ ...plan, checkpoints: [], readiness: { p50: null, p85: null } }, inLocale('en'))).toMatchObject({ table: '' });
  });
});
