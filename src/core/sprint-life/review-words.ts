import type { CheckpointStanding } from '../gates/checkpoint/checkpoint-state.ts';
import type { Locale } from '../playbook/text-schema.ts';

export interface ReviewWords {
  readonly title: (sprint: number, focus: string) => string;
  readonly dates: (start: string, end: string) => string;
  readonly summary: (done: number, all: number) => string;
  readonly committed: (done: number, all: number) => string;
  readonly late: (day: string) => string;
  readonly done: string;
  readonly unfinished: string;
  readonly closedLate: (day: string) => string;
  readonly dropped: string;
  readonly moved: string;
  readonly nothing: string;
  readonly more: (count: number) => string;
  readonly trend: string;
  readonly trendHeader: readonly string[];
  readonly readiness: string;
  readonly blockers: string;
  readonly total: string;
  readonly coverageOf: (component: string) => string;
  readonly noFigures: string;
  readonly checkpoints: string;
  readonly due: (title: string, day: string) => string;
  readonly states: Readonly<Record<CheckpointStanding, string>>;
  readonly sign: (command: string) => string;
  readonly none: string;
  readonly next: string;
  readonly rollover: Readonly<Record<'move' | 'leave', (next: number) => string>>;
  readonly ask: (next: number) => string;
  readonly noNext: string;
}

export const reviewWords: Readonly<Record<Locale, ReviewWords>> = {
  en: {
    title: (sprint, focus) => `Review of sprint ${sprint} · ${focus}`,
    dates: (start, end) => `${start} → ${end}`,
    summary: (done, all) => `**${done} of ${all} items done**`,
    committed: (done, all) => `${done} of the ${all} that the team committed to`,
    late: (day) => `Written on ${day}, with the items as they were when the sprint ended.`,
    done: 'Done',
    unfinished: 'Not done',
    closedLate: (day) => `closed after the end, on ${day}`,
    dropped: 'Will not be done',
    moved: 'Committed to, and moved out of the sprint',
    nothing: 'The sprint had no items.',
    more: (count) => `and ${count} more`,
    trend: 'Coverage and quality',
    trendHeader: ['', 'At the start', 'At the end', 'Change'],
    readiness: 'Readiness',
    blockers: 'Criteria that bind and do not hold',
    total: 'Coverage, total',
    coverageOf: (component) => `Coverage, ${component}`,
    noFigures: 'No figures were kept of this sprint.',
    checkpoints: 'Checkpoints due',
    due: (title, day) => `**${title}**, due ${day}`,
    states: {
      approved: 'signed off',
      conditions: 'signed off with conditions',
      lapsed: 'its conditions were not met in time',
      voided: 'voided by later work or by its age',
      baseline: 'accepted as a baseline',
      rejected: 'rejected',
      revoked: 'revoked',
      expired: 'expired',
      partial: 'some signatures are missing',
      unsigned: 'not signed yet',
    },
    sign: (command) => `who may sign it writes on its issue: ${command}`,
    none: 'None was due by the end of this sprint.',
    next: 'What was not done',
    rollover: {
      move: (next) => `It is moved to sprint ${next}; a comment says when that is done.`,
      leave: () => 'It stays in this sprint’s milestone until somebody moves it.',
    },
    ask: (next) => `It stays in this sprint’s milestone until somebody decides. To take it all on in sprint ${next}:`,
    noNext: 'This was the last sprint of the plan: there is none to move it to. `/sprintgate plan YYYY-MM-DD` shows the plan with another start.',
  },
  es: {
    title: (sprint, focus) => `Revisión del sprint ${sprint} · ${focus}`,
    dates: (start, end) => `${start} → ${end}`,
    summary: (done, all) => `**${done} de ${all} elementos terminados**`,
    committed: (done, all) => `${done} de los ${all} a los que el equipo se comprometió`,
    late: (day) => `Escrita el ${day}, con los elementos como estaban al terminar el sprint.`,
    done: 'Terminado',
    unfinished: 'Sin terminar',
    closedLate: (day) => `se cerró después del fin, el ${day}`,
    dropped: 'No se hará',
    moved: 'Comprometido y movido fuera del sprint',
    nothing: 'El sprint no tenía elementos.',
    more: (count) => `y ${count} más`,
    trend: 'Cobertura y calidad',
    trendHeader: ['', 'Al inicio', 'Al final', 'Cambio'],
    readiness: 'Preparación',
    blockers: 'Criterios que obligan y no se cumplen',
    total: 'Cobertura, total',
    coverageOf: (component) => `Cobertura, ${component}`,
    noFigures: 'No se guardaron cifras de este sprint.',
    checkpoints: 'Checkpoints que vencen',
    due: (title, day) => `**${title}**, vence el ${day}`,
    states: {
      approved: 'firmado',
      conditions: 'firmado con condiciones',
      lapsed: 'sus condiciones no se cumplieron a tiempo',
      voided: 'anulado por trabajo posterior o por su antigüedad',
      baseline: 'aceptado como línea base',
      rejected: 'rechazado',
      revoked: 'revocado',
      expired: 'vencido',
      partial: 'faltan firmas',
      unsigned: 'aún sin firmar',
    },
    sign: (command) => `quien puede firmarlo escribe en su issue: ${command}`,
    none: 'Ninguno vencía al final de este sprint.',
    next: 'Lo que no se terminó',
    rollover: {
      move: (next) => `Se mueve al sprint ${next}; un comentario avisa cuando está hecho.`,
      leave: () => 'Se queda en el milestone de este sprint hasta que alguien lo mueva.',
    },
    ask: (next) => `Se queda en el milestone de este sprint hasta que alguien decida. Para asumirlo todo en el sprint ${next}:`,
    noNext: 'Este fue el último sprint del plan: no hay otro al cual moverlo. `/sprintgate plan AAAA-MM-DD` muestra el plan con otro inicio.',
  },
};
