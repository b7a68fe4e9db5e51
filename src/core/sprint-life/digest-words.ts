import type { Locale } from '../playbook/text-schema.ts';

export interface DigestWords {
  readonly title: (day: string) => string;
  readonly where: (sprint: number, day: number, days: number) => string;
  readonly items: (done: number, open: number) => string;
  readonly yesterday: string;
  readonly nothing: string;
  readonly added: (count: number) => string;
  readonly readiness: (percent: number, blockers: number) => string;
  readonly checkpoint: (title: string, day: string, left: number) => string;
  readonly left: (count: number) => string;
  readonly more: (count: number) => string;
  readonly note: string;
}

export const digestWords: Readonly<Record<Locale, DigestWords>> = {
  en: {
    title: (day) => `Digest of ${day}`,
    where: (sprint, day, days) => `Sprint ${sprint}, day ${day} of ${days}.`,
    items: (done, open) => `${done} done, ${open} open.`,
    yesterday: 'Done since yesterday morning',
    nothing: 'Nothing was closed since yesterday morning.',
    added: (count) => (count === 1 ? '1 item was added after the commit.' : `${count} items were added after the commit.`),
    readiness: (percent, blockers) =>
      `Readiness ${percent} %; ${blockers === 1 ? '1 criterion that binds does not hold' : `${blockers} criteria that bind do not hold`}.`,
    checkpoint: (title, day, left) =>
      `**${title}** is due on ${day}: ${left < 0 ? 'that day is over' : left === 0 ? 'today' : left === 1 ? '1 day is left' : `${left} days are left`}.`,
    left: (count) => (count === 1 ? '1 item of an earlier sprint is open.' : `${count} items of earlier sprints are open.`),
    more: (count) => `and ${count} more`,
    note: 'Rewritten each morning; `sprints.digest: false` ends it.',
  },
  es: {
    title: (day) => `Resumen del ${day}`,
    where: (sprint, day, days) => `Sprint ${sprint}, día ${day} de ${days}.`,
    items: (done, open) => `${done} terminados, ${open} abiertos.`,
    yesterday: 'Terminado desde ayer por la mañana',
    nothing: 'No se ha cerrado nada desde ayer por la mañana.',
    added: (count) => (count === 1 ? 'Se agregó 1 elemento después del compromiso.' : `Se agregaron ${count} elementos después del compromiso.`),
    readiness: (percent, blockers) =>
      `Preparación: ${percent} %; ${blockers === 1 ? '1 criterio que obliga no se cumple' : `${blockers} criterios que obligan no se cumplen`}.`,
    checkpoint: (title, day, left) =>
      `**${title}** vence el ${day}: ${left < 0 ? 'ese día ya pasó' : left === 0 ? 'es hoy' : left === 1 ? 'falta 1 día' : `faltan ${left} días`}.`,
    left: (count) => (count === 1 ? 'Sigue abierto 1 elemento de un sprint anterior.' : `Siguen abiertos ${count} elementos de sprints anteriores.`),
    more: (count) => `y ${count} más`,
    note: 'Se reescribe cada mañana; `sprints.digest: false` lo apaga.',
  },
};
