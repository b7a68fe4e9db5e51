import type { Locale } from '../playbook/text-schema.ts';

interface Measured {
  readonly name: string;
  readonly file: string;
  readonly madeAt: string;
  readonly window: string;
}

interface FreshnessWords {
  readonly stale: (measured: Measured) => string;
  readonly staleNext: (measured: Measured) => string;
  readonly noTime: (measured: Omit<Measured, 'madeAt'>) => string;
  readonly noTimeNext: (file: string) => string;
  readonly future: (measured: Measured) => string;
  readonly futureNext: (file: string) => string;
  readonly noWindow: (title: string, value: string) => string;
  readonly noWindowNext: (parameter: string) => string;
  readonly fresh: (reason: string, madeAt: string, window: string) => string;
}

/** Sentences about the age of a measurement. */
export const freshnessWords: Record<Locale, FreshnessWords> = {
  en: {
    stale: ({ name, file, madeAt, window }) => `${name} in \`${file}\` was measured at ${madeAt}; it may be at most ${window} old`,
    staleNext: ({ name, window }) => `Measure ${name} again over the last ${window} and let a workflow of this commit upload the report.`,
    noTime: ({ name, file, window }) => `\`${file}\` does not say when ${name} was measured; it may be at most ${window} old`,
    noTimeNext: (file) => `Let the step that writes \`${file}\` add the time at its top level: \`"timestamp": "2027-01-28T18:00:00Z"\`.`,
    future: ({ name, file, madeAt }) => `\`${file}\` says that ${name} was measured at ${madeAt}, which is still to come`,
    futureNext: (file) => `Let the step that writes \`${file}\` give the time in UTC: \`"timestamp": "2027-01-28T18:00:00Z"\`.`,
    noWindow: (title, value) => `“${title}” is ${value}, which is no span of time`,
    noWindowNext: (parameter) => `Write it in \`.github/sprintgate.yml\` as 90m, 2h, 1d or 1w: \`parameters: { ${parameter}: 1d }\``,
    fresh: (reason, madeAt, window) => `${reason}. Measured at ${madeAt}, at most ${window} old`,
  },
  es: {
    stale: ({ name, file, madeAt, window }) => `${name} en \`${file}\` se midió el ${madeAt}; puede tener como máximo ${window} de antigüedad`,
    staleNext: ({ name, window }) => `Mida ${name} de nuevo sobre la última ventana de ${window} y haga que un workflow de este commit suba el reporte.`,
    noTime: ({ name, file, window }) => `\`${file}\` no dice cuándo se midió ${name}; puede tener como máximo ${window} de antigüedad`,
    noTimeNext: (file) => `Haga que el paso que escribe \`${file}\` agregue la hora en su primer nivel: \`"timestamp": "2027-01-28T18:00:00Z"\`.`,
    future: ({ name, file, madeAt }) => `\`${file}\` dice que ${name} se midió el ${madeAt}, que aún no llega`,
    futureNext: (file) => `Haga que el paso que escribe \`${file}\` dé la hora en UTC: \`"timestamp": "2027-01-28T18:00:00Z"\`.`,
    noWindow: (title, value) => `«${title}» vale ${value}, que no es un lapso`,
    noWindowNext: (parameter) => `Escríbalo en \`.github/sprintgate.yml\` como 90m, 2h, 1d o 1w: \`parameters: { ${parameter}: 1d }\``,
    fresh: (reason, madeAt, window) => `${reason}. Se midió el ${madeAt}, con ${window} de antigüedad como máximo`,
  },
};
