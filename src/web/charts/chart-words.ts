import type { Locale } from '../../core/playbook/text-schema.ts';

interface ChartWords {
  readonly table: string;
  readonly nothing: string;
  readonly thinned: (rows: number, all: number) => string;
  readonly day: string;
  readonly today: string;
  readonly threshold: string;
  readonly planned: string;
  readonly plan: string;
  readonly closed: string;
  readonly range: string;
  readonly middle: string;
  readonly items: string;
  readonly due: string;
  readonly state: string;
  readonly checkpoint: string;
  readonly states: Readonly<Record<'signed' | 'conditions' | 'rejected' | 'open', string>>;
  readonly never: string;
  readonly name: string;
  readonly value: string;
  readonly probability: string;
  readonly impact: string;
  readonly risk: string;
  readonly levels: Readonly<Record<'low' | 'medium' | 'high', string>>;
  readonly impacts: Readonly<Record<'low' | 'medium' | 'high', string>>;
  readonly severity: readonly [string, string, string];
  readonly risks: (open: number) => string;
  readonly open: string;
  readonly over: string;
  readonly phase: string;
  readonly from: string;
  readonly until: string;
  readonly criteria: string;
  readonly done: (closed: number, all: number) => string;
  readonly ready: (p50: string, p85: string) => string;
  readonly byPlan: string;
  readonly held: string;
  readonly waived: string;
  readonly missing: string;
  readonly signedBy: (signed: number, all: number) => string;
  readonly last: (name: string, value: string) => string;
  readonly from85: string;
  readonly more: (count: number) => string;
}

/** Words of the charts. */
export const chartWords: Record<Locale, ChartWords> = {
  es: {
    table: 'Las cifras en una tabla',
    nothing: 'Todavía no hay datos.',
    thinned: (rows, all) => `${rows} de ${all} días`,
    day: 'Día',
    today: 'hoy',
    threshold: 'Umbral',
    planned: 'Elementos del plan',
    plan: 'Ritmo del plan',
    closed: 'Cerrados',
    range: '15 a 85 de cada 100 futuros',
    middle: 'Mediana de los futuros',
    items: 'elementos',
    due: 'Fecha del plan',
    state: 'Estado',
    checkpoint: 'Checkpoint',
    states: { signed: 'aprobado', conditions: 'con condiciones', rejected: 'rechazado', open: 'abierto' },
    never: 'más de dos años',
    name: 'Nombre',
    value: 'Valor',
    probability: 'Probabilidad',
    impact: 'Impacto',
    risk: 'Riesgo',
    levels: { low: 'baja', medium: 'media', high: 'alta' },
    impacts: { low: 'bajo', medium: 'medio', high: 'alto' },
    severity: ['menor', 'moderado', 'grave'],
    risks: (open) => (open === 1 ? '1 riesgo abierto' : `${open} riesgos abiertos`),
    open: 'abierto',
    over: 'cerrado',
    phase: 'Fase',
    from: 'Desde',
    until: 'Hasta',
    criteria: 'Criterios cumplidos',
    done: (closed, all) => `${closed} de ${all} elementos cerrados.`,
    ready: (p50, p85) => `Terminado en la mitad de los futuros: ${p50}; en 85 de cada 100: ${p85}.`,
    byPlan: 'Menos de cuatro semanas de trabajo: las fechas son las del plan.',
    held: 'Se cumplen',
    waived: 'Con exención',
    missing: 'Faltan',
    signedBy: (signed, all) => `${signed} de ${all} checkpoints aprobados.`,
    last: (name, value) => `${name}: ${value}`,
    from85: '50 a 85 de cada 100 futuros',
    more: (count) => `y ${count} más`,
  },
  en: {
    table: 'The figures as a table',
    nothing: 'There is no data yet.',
    thinned: (rows, all) => `${rows} of ${all} days`,
    day: 'Day',
    today: 'today',
    threshold: 'Threshold',
    planned: 'Items of the plan',
    plan: 'Pace of the plan',
    closed: 'Closed',
    range: '15 to 85 of 100 futures',
    middle: 'Median of the futures',
    items: 'items',
    due: 'Day of the plan',
    state: 'State',
    checkpoint: 'Checkpoint',
    states: { signed: 'signed off', conditions: 'with conditions', rejected: 'rejected', open: 'open' },
    never: 'more than two years',
    name: 'Name',
    value: 'Value',
    probability: 'Probability',
    impact: 'Impact',
    risk: 'Risk',
    levels: { low: 'low', medium: 'medium', high: 'high' },
    impacts: { low: 'low', medium: 'medium', high: 'high' },
    severity: ['minor', 'moderate', 'severe'],
    risks: (open) => (open === 1 ? '1 open risk' : `${open} open risks`),
    open: 'open',
    over: 'closed',
    phase: 'Phase',
    from: 'From',
    until: 'Until',
    criteria: 'Criteria that hold',
    done: (closed, all) => `${closed} of ${all} items closed.`,
    ready: (p50, p85) => `Done in half of the futures: ${p50}; in 85 of 100: ${p85}.`,
    byPlan: 'Fewer than four weeks of work: the days are the plan’s.',
    held: 'Hold',
    waived: 'Waived',
    missing: 'Missing',
    signedBy: (signed, all) => `${signed} of ${all} checkpoints signed off.`,
    last: (name, value) => `${name}: ${value}`,
    from85: '50 to 85 of 100 futures',
    more: (count) => `and ${count} more`,
  },
};
