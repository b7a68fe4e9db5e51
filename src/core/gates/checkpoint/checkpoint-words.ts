import { contractSpanish } from '../../people/contract-spanish.ts';
import type { Locale } from '../../playbook/text-schema.ts';
import type { CheckpointStanding } from './checkpoint-state.ts';
import type { PullSprint } from './pull-sprint.ts';

export interface CheckpointWords {
  readonly standing: Readonly<Record<CheckpointStanding, string>>;
  readonly because: (because: PullSprint['because'], sprint: string) => string;
  readonly allSigned: (count: number, because: string) => string;
  readonly nothingBefore: (because: string) => string;
  readonly waits: (checkpoints: string, because: string) => string;
  readonly calendarMovedOn: (current: string, checkpoints: string) => string;
  /** The same in one line, where several wait. */
  readonly briefWaits: (count: number, first: string) => string;
  readonly signed: (by: string, on: string) => string;
  readonly withConditions: (by: string, conditions: string, until: string | null) => string;
  readonly openConditions: (checkpoints: string) => string;
  readonly conditionsMet: (count: number) => string;
  readonly lapsed: (by: string, conditions: string, on: string) => string;
  readonly conditionsUnknown: (why: string) => string;
  readonly baseline: (by: string, on: string) => string;
  readonly rejected: (by: string, reason: string) => string;
  readonly revoked: (by: string, reason: string) => string;
  readonly expired: (on: string) => string;
  readonly partial: (by: string, missing: string) => string;
  readonly unsigned: (due: string | null) => string;
  readonly late: (current: string, checkpoint: string, due: string) => string;
  readonly noAuthority: (path: string) => string;
  readonly setAuthority: (path: string) => string;
  readonly nobodyLeft: string;
  readonly sign: (who: string, command: string, where: string) => string;
  readonly replan: string;
  readonly decisionsUnknown: (why: string) => string;
  readonly sprintUnknown: (why: string) => string;
  readonly unknownNext: string;
  readonly maySign: (people: string) => string;
  readonly heldThen: (people: string) => string;
  readonly statusHead: readonly [string, string, string, string];
}

const en: CheckpointWords = {
  standing: {
    approved: 'approved',
    conditions: 'approved with conditions',
    lapsed: 'conditions not met in time',
    voided: 'to be signed again',
    baseline: 'baseline',
    rejected: 'rejected',
    revoked: 'revoked',
    expired: 'expired',
    partial: 'signatures missing',
    unsigned: 'unsigned',
  },
  because: (because, sprint) =>
    ({
      milestone: `its milestone puts it in ${sprint}`,
      issue: `an issue that it closes puts it in ${sprint}`,
      'open-item': `it closes an item of ${sprint} that is still open`,
      calendar: `by the calendar it belongs to ${sprint}`,
      phase: `its milestone is the pilot phase ${sprint}`,
    })[because],
  allSigned: (count, because) => `${count === 1 ? 'The one checkpoint before it is signed' : `All ${count} checkpoints before it are signed`} (${because}).`,
  nothingBefore: (because) => `No checkpoint lies before it (${because}).`,
  waits: (checkpoints, because) => `It waits for ${checkpoints} (${because}).`,
  calendarMovedOn: (current, checkpoints) => `The calendar moved on to ${current}, and no sign-off is there yet for ${checkpoints}.`,
  briefWaits: (count, first) => (count === 1 ? `${first} is not signed` : `${count} checkpoints are not signed, ${first} first`),
  signed: (by, on) => `Signed by ${by} on ${on}.`,
  withConditions: (by, conditions, until) => `Signed by ${by} with conditions${until === null ? '' : ` until ${until}`}: ${conditions}.`,
  openConditions: (checkpoints) => `Conditions are still to be met for ${checkpoints}.`,
  conditionsMet: (count) => (count === 1 ? 'Its condition is met.' : `Its ${count} conditions are met.`),
  lapsed: (by, conditions, on) => `The approval by ${by} no longer counts: not closed as completed by ${on}: ${conditions}.`,
  conditionsUnknown: (why) => `Whether the conditions of its approval are met could not be read: ${why}`,
  baseline: (by, on) => `Accepted as a baseline by ${by} on ${on}, without a review here.`,
  rejected: (by, reason) => `Rejected by ${by}: ${reason}`,
  revoked: (by, reason) => `Its sign-off was revoked by ${by}: ${reason}`,
  expired: (on) => `Its sign-off ran out on ${on}.`,
  partial: (by, missing) => `Signed by ${by}; still missing: ${missing}.`,
  unsigned: (due) => (due === null ? 'Not signed.' : `Not signed; it is due on ${due}.`),
  late: (current, checkpoint, due) => `The calendar moved on to ${current}, and checkpoint ${checkpoint}, due on ${due}, is unsigned.`,
  noAuthority: (path) => `Nobody may sign it: ${path} is not set.`,
  setAuthority: (path) => `Set ${path} in \`.github/sprintgate.yml\`: teams, users or roles.`,
  nobodyLeft: 'Everybody who could sign it wrote some of the work.',
  sign: (who, command, where) => `To be signed by ${who} with ${command} on ${where}.`,
  replan: 'To move the dates, see `/sprintgate plan` and change `schedule` in `.github/sprintgate.yml`.',
  decisionsUnknown: (why) => `The decisions could not be read: ${why}`,
  sprintUnknown: (why) => `The sprint of the issues that it closes could not be read: ${why}`,
  unknownNext: 'Once they can be read, `/sprintgate recheck` evaluates it again.',
  heldThen: (people) => `No longer of its authority, which takes no signature back: ${people}.`,
  maySign: (people) => `These people may sign it now: ${people}.`,
  statusHead: ['Block', 'Checkpoint', 'State', 'Due'],
};

const es: CheckpointWords = {
  standing: {
    approved: 'aprobado',
    conditions: 'aprobado con condiciones',
    lapsed: 'condiciones sin cumplir a tiempo',
    voided: 'por firmar de nuevo',
    baseline: 'línea base',
    rejected: 'rechazado',
    revoked: 'revocado',
    expired: 'vencido',
    partial: 'faltan firmas',
    unsigned: 'sin firmar',
  },
  because: (because, sprint) =>
    ({
      milestone: `su milestone lo ubica en ${sprint}`,
      issue: `un issue que cierra lo ubica en ${sprint}`,
      'open-item': `cierra un pendiente de ${sprint} que sigue abierto`,
      calendar: `por calendario le corresponde ${sprint}`,
      phase: `su milestone es la fase piloto ${sprint}`,
    })[because],
  allSigned: (count, because) => `${count === 1 ? 'El checkpoint anterior está firmado' : `Los ${count} checkpoints anteriores están firmados`} (${because}).`,
  nothingBefore: (because) => `No hay checkpoints anteriores (${because}).`,
  waits: (checkpoints, because) => `Espera la firma de ${checkpoints} (${because}).`,
  calendarMovedOn: (current, checkpoints) => `El calendario avanzó a ${current} y sigue sin firma: ${checkpoints}.`,
  briefWaits: (count, first) => (count === 1 ? `falta la firma de ${first}` : `${count} checkpoints sin firma; primero ${first}`),
  signed: (by, on) => `Firmado por ${by} el ${on}.`,
  withConditions: (by, conditions, until) => `Firmado por ${by} con condiciones${until === null ? '' : ` hasta ${until}`}: ${conditions}.`,
  openConditions: (checkpoints) => `Aún hay condiciones por cumplir en ${checkpoints}.`,
  conditionsMet: (count) => (count === 1 ? 'Su condición está cumplida.' : `Sus ${count} condiciones están cumplidas.`),
  lapsed: (by, conditions, on) => `La aprobación de ${by} ya no cuenta; sin cerrar como completado al ${on}: ${conditions}.`,
  conditionsUnknown: (why) => `No se pudo leer si se cumplieron las condiciones de la aprobación: ${why}`,
  baseline: (by, on) => `Aceptado como línea base por ${by} el ${on}, sin revisión en este repositorio.`,
  rejected: (by, reason) => `Rechazado por ${by}: ${reason}`,
  revoked: (by, reason) => `${by} revocó la firma: ${reason}`,
  expired: (on) => `La firma venció el ${on}.`,
  partial: (by, missing) => `Firmado por ${by}; falta: ${missing}.`,
  unsigned: (due) => (due === null ? 'Sin firmar.' : `Sin firmar; vence el ${due}.`),
  late: (current, checkpoint, due) => `El calendario avanzó a ${current} y el checkpoint ${checkpoint}, con fecha ${due}, sigue sin firma.`,
  noAuthority: (path) => `Nadie puede firmarlo: ${path} no está definido.`,
  setAuthority: (path) => `Defina ${path} en \`.github/sprintgate.yml\`: equipos, usuarios o roles.`,
  nobodyLeft: 'Todas las personas que podrían firmarlo escribieron parte del trabajo.',
  sign: (who, command, where) => contractSpanish(`Le toca firmar a ${who} con ${command} en ${where}.`),
  replan: 'Para mover las fechas, consulte `/sprintgate plan` y cambie `schedule` en `.github/sprintgate.yml`.',
  decisionsUnknown: (why) => `No se pudieron leer las decisiones: ${why}`,
  sprintUnknown: (why) => `No se pudo leer el sprint de los issues que cierra: ${why}`,
  unknownNext: 'Cuando se puedan leer, `/sprintgate revisar` lo evalúa de nuevo.',
  heldThen: (people) => `Ya no pertenecen a su autoridad, lo que no retira ninguna firma: ${people}.`,
  maySign: (people) => `Hoy pueden firmarlo: ${people}.`,
  statusHead: ['Bloque', 'Checkpoint', 'Estado', 'Fecha'],
};

export const checkpointWords: Readonly<Record<Locale, CheckpointWords>> = { en, es };
