import type { Locale } from '../playbook/text-schema.ts';

interface FreezeWords {
  readonly byDates: (from: string, to: string, reason: string) => string;
  readonly byIssue: (issue: string, title: string) => string;
  readonly afterDates: (to: string) => string;
  readonly afterIssue: (issue: string) => string;
  readonly orException: (label: string, command: string) => string;
  readonly excepted: (by: string, until: string, reason: string) => string;
  readonly unknown: (label: string) => string;
  readonly unknownNext: string;
}

/** What people read about a freeze, on a check and at a deployment. */
export const freezeWords: Readonly<Record<Locale, FreezeWords>> = {
  en: {
    byDates: (from, to, reason) => `Releases and deployments are frozen from ${from} to ${to}: ${reason}`,
    byIssue: (issue, title) => `Releases and deployments are frozen by ${issue}: ${title}`,
    afterDates: (to) => `Wait until ${to} is over.`,
    afterIssue: (issue) => `Wait until ${issue} is closed.`,
    orException: (label, command) => `For an exception, label the pull request ${label}, and an authority who did not write it comments ${command} there.`,
    excepted: (by, until, reason) => `Let through the freeze by ${by} until ${until}: ${reason}`,
    unknown: (label) => `Whether an open issue labelled ${label} freezes releases could not be read.`,
    unknownNext: 'Let the app read issues, and switch issues on in the repository.',
  },
  es: {
    byDates: (from, to, reason) => `Liberaciones y despliegues están congelados del ${from} al ${to}: ${reason}`,
    byIssue: (issue, title) => `Liberaciones y despliegues están congelados por ${issue}: ${title}`,
    afterDates: (to) => `Espere a que termine el ${to}.`,
    afterIssue: (issue) => `Espere a que se cierre ${issue}.`,
    orException: (label, command) =>
      `Para una excepción, ponga la etiqueta ${label} al pull request, y que una autoridad que no lo escribió comente ${command} ahí.`,
    excepted: (by, until, reason) => `${by} le permite pasar el congelamiento hasta ${until}: ${reason}`,
    unknown: (label) => `No se pudo leer si un issue abierto con la etiqueta ${label} congela las liberaciones.`,
    unknownNext: 'Permita que la app lea los issues y actívelos en el repositorio.',
  },
};
