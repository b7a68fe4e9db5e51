import type { Locale } from '../playbook/text-schema.ts';

export interface RolloverWords {
  readonly title: (sprint: number) => string;
  readonly moved: (count: number, sprint: number) => string;
  readonly from: (sprint: number) => string;
  readonly back: (example: string) => string;
}

export const rolloverWords: Readonly<Record<Locale, RolloverWords>> = {
  en: {
    title: (sprint) => `Moved to sprint ${sprint}`,
    moved: (count, sprint) =>
      count === 1
        ? `One item was still open when its sprint ended. It goes on in sprint ${sprint}.`
        : `${count} items were still open when their sprint ended. They go on in sprint ${sprint}.`,
    from: (sprint) => `from sprint ${sprint}`,
    back: (example) => `To give one another sprint: ${example}. What is moved back is not moved again before the next sprint ends.`,
  },
  es: {
    title: (sprint) => `Movidos al sprint ${sprint}`,
    moved: (count, sprint) =>
      count === 1
        ? `Un elemento seguía abierto cuando terminó su sprint. Continúa en el sprint ${sprint}.`
        : `${count} elementos seguían abiertos cuando terminó su sprint. Continúan en el sprint ${sprint}.`,
    from: (sprint) => `del sprint ${sprint}`,
    back: (example) => `Para darle otro sprint a uno: ${example}. Lo que se regrese no se vuelve a mover antes de que termine el siguiente sprint.`,
  },
};
