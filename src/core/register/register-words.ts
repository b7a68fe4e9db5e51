import type { Locale } from '../playbook/text-schema.ts';
import type { RegisterEntry, RegisterSection } from './register-entries.ts';

export interface RegisterWords {
  readonly title: string;
  readonly intro: string;
  readonly nothing: string;
  readonly sections: Readonly<Record<RegisterSection, string>>;
  readonly header: readonly [what: string, reach: string, who: string, until: string, why: string];
  readonly over: (days: number) => string;
  readonly overHeader: readonly [what: string, who: string, how: string, why: string];
  readonly kinds: Readonly<Record<'waive' | 'attest' | 'override' | 'hold' | 'approve' | 'approve-with-conditions' | 'baseline', string>>;
  readonly how: Readonly<Record<NonNullable<RegisterEntry['over']>['how'], (day: string) => string>>;
  readonly everywhere: string;
  readonly noEnd: string;
  readonly days: (left: number) => string;
  readonly waits: string;
  readonly control: string;
  readonly receipt: string;
  readonly proof: string;
  readonly more: (count: number) => string;
  readonly cut: string;
  readonly overwritten: string;
  readonly unknown: string;
  readonly overwrittenHeader: readonly [check: string, commit: string, by: string, at: string];
  readonly note: string;
}

export const registerWords: Readonly<Record<Locale, RegisterWords>> = {
  en: {
    title: 'Register of attestations, waivers and exceptions',
    intro: 'What people accepted here, kept in step with their decisions. What ends first stands first.',
    nothing: 'Nothing is accepted now.',
    sections: {
      waivers: 'Waivers',
      attestations: 'Attestations',
      overrides: 'Overridden and held pull requests',
      conditions: 'Approvals with conditions',
      approvals: 'Approvals that end',
      baselines: 'Accepted as a baseline',
    },
    header: ['What', 'For', 'Accepted by', 'Until', 'Reason'],
    over: (days) => `Over in the last ${days} days`,
    overHeader: ['What', 'Accepted by', 'How it ended', 'Reason'],
    kinds: {
      waive: 'Waiver',
      attest: 'Attestation',
      override: 'Override',
      hold: 'Hold',
      approve: 'Approval',
      'approve-with-conditions': 'Approval with conditions',
      baseline: 'Baseline',
    },
    how: {
      expired: (day) => `expired after ${day}`,
      revoked: (day) => `revoked on ${day}`,
      replaced: (day) => `replaced on ${day}`,
      released: (day) => `let go on ${day}`,
      closed: () => 'its pull request is closed',
    },
    everywhere: 'everything',
    noEnd: 'no end',
    days: (left) => (left <= 0 ? 'last day' : left === 1 ? '1 day left' : `${left} days left`),
    waits: 'does not count yet: further people have to sign',
    control: 'Instead',
    receipt: 'comment',
    proof: 'proof',
    more: (count) => `${count} more; \`sprintgate register\` lists all of them.`,
    cut: 'The list goes on; `sprintgate register` shows all of it.',
    overwritten: 'Checks of ours that somebody wrote over, and that were posted again',
    unknown: 'whoever has a token of this app',
    overwrittenHeader: ['Check', 'Commit', 'Written by', 'Found on'],
    note: 'Closing this issue decides nothing. What is written between our marks is replaced; write above or below it.',
  },
  es: {
    title: 'Registro de atestaciones, exenciones y excepciones',
    intro: 'Lo que se ha aceptado aquí, al día con las decisiones. Primero lo que vence antes.',
    nothing: 'Hoy no hay nada aceptado.',
    sections: {
      waivers: 'Exenciones',
      attestations: 'Atestaciones',
      overrides: 'Pull requests anulados y retenidos',
      conditions: 'Aprobaciones con condiciones',
      approvals: 'Aprobaciones que vencen',
      baselines: 'Aceptado como línea base',
    },
    header: ['Qué', 'Para', 'Lo aceptó', 'Hasta', 'Motivo'],
    over: (days) => `Terminado en los últimos ${days} días`,
    overHeader: ['Qué', 'Lo aceptó', 'Cómo terminó', 'Motivo'],
    kinds: {
      waive: 'Exención',
      attest: 'Atestación',
      override: 'Anulación',
      hold: 'Retención',
      approve: 'Aprobación',
      'approve-with-conditions': 'Aprobación con condiciones',
      baseline: 'Línea base',
    },
    how: {
      expired: (day) => `venció después del ${day}`,
      revoked: (day) => `revocado el ${day}`,
      replaced: (day) => `sustituido el ${day}`,
      released: (day) => `liberado el ${day}`,
      closed: () => 'su pull request está cerrado',
    },
    everywhere: 'todo',
    noEnd: 'sin término',
    days: (left) => (left <= 0 ? 'último día' : left === 1 ? 'falta 1 día' : `faltan ${left} días`),
    waits: 'aún no cuenta: faltan firmas',
    control: 'En su lugar',
    receipt: 'comentario',
    proof: 'prueba',
    more: (count) => `${count} más; \`sprintgate register\` los muestra todos.`,
    cut: 'La lista continúa; `sprintgate register` la muestra completa.',
    overwritten: 'Checks nuestros que alguien sobrescribió y que se publicaron de nuevo',
    unknown: 'quien tenga un token de esta app',
    overwrittenHeader: ['Check', 'Commit', 'Escrito por', 'Detectado el'],
    note: 'Cerrar este issue no decide nada. Lo escrito entre nuestras marcas se reemplaza; escriba arriba o abajo.',
  },
};
