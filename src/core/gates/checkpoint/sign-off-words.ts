import type { Locale } from '../../playbook/text-schema.ts';

interface SignOffWords {
  readonly saw: (range: string) => string;
  readonly upTo: (commit: string) => string;
  readonly until: (day: string) => string;
  readonly voided: (by: string, range: string, why: string) => string;
  readonly aged: (day: string) => string;
  readonly merged: (pulls: string, components: string) => string;
  readonly unknown: (why: string) => string;
}

/** Which commits a sign-off saw, and what voids it. */
export const signOffWords: Readonly<Record<Locale, SignOffWords>> = {
  en: {
    saw: (range) => `It saw the commits ${range}.`,
    upTo: (commit) => `up to ${commit}`,
    until: (day) => `It counts until ${day}.`,
    voided: (by, range, why) => `The sign-off by ${by} no longer counts: it saw the commits ${range}, and ${why}.`,
    aged: (day) => `its time was over after ${day}`,
    merged: (pulls, components) => `since then ${pulls === '' ? 'work' : pulls} was merged${components === '' ? '' : ` to ${components}`}`,
    unknown: (why) => `Whether later work voids the sign-off cannot be told: what was merged since could not be read (${why}).`,
  },
  es: {
    saw: (range) => `Abarcó los commits ${range}.`,
    upTo: (commit) => `hasta ${commit}`,
    until: (day) => `Cuenta hasta ${day}.`,
    voided: (by, range, why) => `La firma de ${by} ya no cuenta: abarcó los commits ${range}, y ${why}.`,
    aged: (day) => `su vigencia terminó el ${day}`,
    merged: (pulls, components) => `desde entonces se integró ${pulls === '' ? 'trabajo' : pulls}${components === '' ? '' : ` en ${components}`}`,
    unknown: (why) => `No se sabe si trabajo posterior anula la firma: no se pudo leer qué se integró desde entonces (${why}).`,
  },
};
