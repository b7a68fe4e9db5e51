import type { Locale } from '../../../core/playbook/text-schema.ts';
import type { MetricGroupId } from '../../../core/standing/metric-groups.ts';

interface MetricWords {
  readonly groups: Readonly<Record<MetricGroupId, string>>;
  readonly units: Readonly<Record<string, string>>;
  readonly limit: string;
  readonly unset: (parameter: string) => string;
  readonly noLimit: string;
  readonly measured: string;
  readonly noTime: string;
  readonly gone: string;
  readonly missing: string;
  readonly bring: (name: string) => string;
  readonly overTime: (id: string) => string;
  readonly once: string;
  readonly more: string;
  readonly other: string;
  readonly otherText: string;
  readonly figure: string;
  readonly value: string;
  readonly audience: string;
}

export const metricWords: Readonly<Record<Locale, MetricWords>> = {
  en: {
    groups: {
      roi: 'Return on investment',
      adoption: 'Adoption',
      impact: 'Business impact',
      latency: 'Latency',
      errors: 'Errors',
      throughput: 'Throughput',
      load: 'Load tests',
      availability: 'Availability',
      performance: 'Model performance',
      drift: 'Drift',
      fairness: 'Fairness',
      'data-quality': 'Data quality',
    },
    units: { percent: '%', '%': '%', ratio: '', count: '', us: 'µs' },
    limit: 'Asked for',
    unset: (parameter) => `The team has not set the parameter ${parameter}; until then nothing is judged by it.`,
    noLimit: 'No criterion asks for a value.',
    measured: 'Measured',
    noTime: 'its report says no time',
    gone: 'The tip of the default branch brings it no longer.',
    missing: 'Nobody has brought this figure yet.',
    bring: (name) => `Upload a JSON report with the figure, and name it in .github/sprintgate.yml, for example as ${name}:`,
    overTime: (id) => `${id} over time`,
    once: 'One day is known so far; a line needs two.',
    more: 'More figures',
    other: 'All other figures',
    otherText: 'Figures of reports that belong to no group above, by the name that `sprintgate evidence` shows.',
    figure: 'Figure',
    value: 'Value',
    audience: 'For',
  },
  es: {
    groups: {
      roi: 'Retorno de la inversión (ROI)',
      adoption: 'Adopción',
      impact: 'Impacto de negocio',
      latency: 'Latencia',
      errors: 'Errores',
      throughput: 'Throughput',
      load: 'Pruebas de carga',
      availability: 'Disponibilidad',
      performance: 'Desempeño del modelo',
      drift: 'Drift',
      fairness: 'Fairness',
      'data-quality': 'Calidad de datos',
    },
    units: { percent: '%', '%': '%', ratio: '', count: '', us: 'µs', 'requests/s': 'peticiones/s', days: 'días' },
    limit: 'Se pide',
    unset: (parameter) => `El equipo no ha fijado el parámetro ${parameter}; mientras tanto nada se juzga con él.`,
    noLimit: 'Ningún criterio le pide un valor.',
    measured: 'Medido',
    noTime: 'su reporte no dice cuándo',
    gone: 'La punta de la rama principal ya no la trae.',
    missing: 'Nadie ha traído esta cifra todavía.',
    bring: (name) => `Suba un reporte JSON con la cifra y nómbrela en .github/sprintgate.yml, por ejemplo como ${name}:`,
    overTime: (id) => `${id} en el tiempo`,
    once: 'Hasta ahora se conoce un día; una línea necesita dos.',
    more: 'Más cifras',
    other: 'Todas las demás cifras',
    otherText: 'Cifras de reportes que no pertenecen a ningún grupo de arriba, con el nombre que muestra `sprintgate evidence`.',
    figure: 'Cifra',
    value: 'Valor',
    audience: 'Para',
  },
};

/** A unit as it stands after a figure; null where it has none, as a count. */
export function sayUnit(unit: string | null, locale: Locale): string | null {
  if (unit === null) return null;
  const said = metricWords[locale].units[unit] ?? unit;
  return said === '' ? null : said;
}
