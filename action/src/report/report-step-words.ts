import type { Locale } from '../../../src/core/playbook/text-schema.ts';

/** Words of the step that reports. The report itself has its own. */
export const reportStepWords: Readonly<Record<Locale, { readonly noRelease: (number: number) => string; readonly refused: string }>> = {
  en: {
    noRelease: (number) => `#${number} is no release (see release in the configuration), so there is nothing to report.`,
    refused: 'The report is in the summary alone: the token lacks `pull-requests: write`. Grant it under `permissions:` of the job.',
  },
  es: {
    noRelease: (number) => `#${number} no es un release (ve release en la configuración), así que no hay nada que reportar.`,
    refused: 'El reporte está solo en el resumen: al token le falta `pull-requests: write`. Concédelo en `permissions:` del job.',
  },
};
