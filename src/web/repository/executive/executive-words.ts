import type { Locale } from '../../../core/playbook/text-schema.ts';

export const executiveWords: Readonly<Record<Locale, { readonly progress: string; readonly burnUp: string }>> = {
  en: { progress: 'Progress', burnUp: 'Items closed, the plan, and the forecast' },
  es: { progress: 'Avance', burnUp: 'Elementos cerrados, el plan y el pronóstico' },
};
