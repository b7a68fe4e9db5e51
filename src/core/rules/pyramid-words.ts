import type { Locale } from '../playbook/text-schema.ts';

interface Share {
  readonly type: string;
  /** Of the tests that ran, and as the pyramid has it: in percent. */
  readonly is: string;
  readonly wanted: string;
}

interface PyramidWords {
  readonly title: string;
  /** Its largest distance from the pyramid, and how much is allowed: in percentage points. */
  readonly within: (distance: number, allowed: number) => string;
  readonly outside: (furthest: Share, allowed: number) => string;
  readonly outsideNext: (short: readonly Share[]) => string;
}

const list = (shares: readonly Share[], is: string): string => shares.map((share) => `${share.type} (${share.is} ${is} ${share.wanted})`).join(', ');

/** The shape of the test pyramid for people; the metric behind it is in basis points. */
export const pyramidWords: Record<Locale, PyramidWords> = {
  en: {
    title: 'Shape of the test pyramid',
    within: (distance, allowed) => `The level that is furthest off is ${distance} points away from its share; up to ${allowed} are allowed`,
    outside: ({ type, is, wanted }, allowed) => `${type} tests are ${is} of those that ran; the pyramid has ${wanted}, give or take ${allowed} points`,
    outsideNext: (short) => `Add tests where there are too few: ${list(short, 'of')}.`,
  },
  es: {
    title: 'Forma de la pirámide de pruebas',
    within: (distance, allowed) => `El nivel más alejado está a ${distance} puntos de su proporción; se permiten hasta ${allowed}`,
    outside: ({ type, is, wanted }, allowed) =>
      `Las pruebas ${type} son ${is} de las que se ejecutaron; la pirámide pide ${wanted}, con ${allowed} puntos de tolerancia`,
    outsideNext: (short) => `Agregue pruebas donde faltan: ${list(short, 'de')}.`,
  },
};
