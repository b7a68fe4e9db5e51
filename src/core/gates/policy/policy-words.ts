import type { Locale } from '../../playbook/text-schema.ts';

export interface PolicyWords {
  readonly titles: Readonly<Record<'config' | 'preview' | 'plan' | 'flips' | 'weakening' | 'hold' | 'freeze' | 'override', string>>;
  readonly allWell: string;
  readonly notAllWell: (titles: string) => string;
  /** `version` is that of the file, not a commit. */
  readonly inForce: (version: string | null) => string;
  readonly inForceBut: (count: number, first: string) => string;
  readonly broken: (count: number, first: string, version: string | null) => string;
  readonly brokenBrief: string;
  readonly mended: string;
  readonly mend: string;
  readonly previewGood: string;
  readonly previewBad: (count: number, first: string) => string;
  readonly previewBadBrief: (count: number) => string;
  readonly previewMend: string;
  readonly weakened: (list: string) => string;
  readonly weakenedBrief: (count: number) => string;
  readonly weakeningApproved: (by: string) => string;
  readonly weakeningNext: (who: string, command: string) => string;
  readonly weakeningNobody: (path: string) => string;
  readonly held: (by: string, reason: string) => string;
  readonly heldNext: (command: string) => string;
  readonly notHeld: string;
  readonly holdUnknown: (why: string) => string;
  readonly holdUnknownNext: string;
  readonly notFrozen: string;
  readonly freezeSoon: (from: string, to: string, reason: string) => string;
  readonly override: (by: string, until: string, reason: string) => string;
  readonly overrideNext: string;
}

const en: PolicyWords = {
  titles: {
    config: 'Configuration in force',
    preview: 'Configuration of this pull request',
    plan: 'Plan',
    flips: 'Other open pull requests',
    weakening: 'Weaker demands',
    hold: 'Hold',
    freeze: 'Freeze',
    override: 'Override',
  },
  allWell: 'The configuration is good, and nothing holds this pull request back.',
  notAllWell: (titles) => `To look at: ${titles}.`,
  inForce: (version) => `In force${version === null ? '' : `, version \`${version.slice(0, 7)}\` of the file`}, without an error.`,
  inForceBut: (count, first) => `In force, with ${count === 1 ? 'a notice' : `${count} notices`}: ${first}`,
  broken: (count, first, version) =>
    `The configuration on the default branch has ${count === 1 ? 'an error' : `${count} errors`} (${first}); the last good one${version === null ? '' : ` (version \`${version.slice(0, 7)}\`)`} stays in force.`,
  brokenBrief: 'the configuration in force is an older one; the new one has errors',
  mended: 'The configuration on the default branch is broken, and this pull request mends it; until then the last good one is in force.',
  mend: 'Mend `.github/sprintgate.yml` on the default branch; `sprintgate validate` shows every error with its line.',
  previewGood: 'Can be read without an error.',
  previewBad: (count, first) => `Has ${count === 1 ? 'an error' : `${count} errors`}: ${first}`,
  previewBadBrief: (count) => `its configuration has ${count === 1 ? 'an error' : `${count} errors`}`,
  previewMend: 'Mend the lines that the annotations name.',
  weakened: (list) => `Asks for less than before: ${list}.`,
  weakenedBrief: (count) => `it asks for less than before in ${count === 1 ? 'one place' : `${count} places`}`,
  weakeningApproved: (by) => `The weaker demands were approved by ${by} for this head commit.`,
  weakeningNext: (who, command) => `To be approved by ${who} with ${command} on this pull request, or the change is taken back.`,
  weakeningNobody: (path) => `Nobody may approve it: set ${path}, or take the change back.`,
  held: (by, reason) => `Held by ${by}: ${reason}`,
  heldNext: (command) => `An authority who did not write this pull request lets it go with ${command}.`,
  notHeld: 'Nobody holds it.',
  holdUnknown: (why) => `Whether somebody holds it cannot be told, since the decisions could not be read: ${why}`,
  holdUnknownNext: 'Once they can be read, `/sprintgate recheck` evaluates it again.',
  notFrozen: 'No freeze today.',
  freezeSoon: (from, to, reason) => `No freeze today; the next one is from ${from} to ${to}: ${reason}`,
  override: (by, until, reason) => `${by} opened the gates for this head commit until ${until}: ${reason}`,
  overrideNext: 'A push or the end of the 24 hours ends it; the follow-up issue stays.',
};

const es: PolicyWords = {
  titles: {
    config: 'Configuración vigente',
    preview: 'Configuración de este pull request',
    plan: 'Plan',
    flips: 'Otros pull requests abiertos',
    weakening: 'Exigencias menores',
    hold: 'Retención',
    freeze: 'Congelamiento',
    override: 'Anulación',
  },
  allWell: 'La configuración es válida y nada retiene este pull request.',
  notAllWell: (titles) => `Por atender: ${titles}.`,
  inForce: (version) => `Vigente${version === null ? '' : `, versión \`${version.slice(0, 7)}\` del archivo`}, sin errores.`,
  inForceBut: (count, first) => `Vigente, con ${count === 1 ? 'un aviso' : `${count} avisos`}: ${first}`,
  broken: (count, first, version) =>
    `La configuración de la rama principal tiene ${count === 1 ? 'un error' : `${count} errores`} (${first}); sigue vigente la última válida${version === null ? '' : ` (versión \`${version.slice(0, 7)}\`)`}.`,
  brokenBrief: 'rige una configuración anterior; la nueva tiene errores',
  mended: 'La configuración de la rama principal tiene errores y este pull request los corrige; mientras tanto sigue vigente la última válida.',
  mend: 'Corrija `.github/sprintgate.yml` en la rama principal; `sprintgate validate` muestra cada error con su línea.',
  previewGood: 'Se puede leer sin errores.',
  previewBad: (count, first) => `Tiene ${count === 1 ? 'un error' : `${count} errores`}: ${first}`,
  previewBadBrief: (count) => `su configuración tiene ${count === 1 ? 'un error' : `${count} errores`}`,
  previewMend: 'Corrija las líneas que señalan las anotaciones.',
  weakened: (list) => `Exige menos que antes: ${list}.`,
  weakenedBrief: (count) => `exige menos que antes en ${count === 1 ? 'un punto' : `${count} puntos`}`,
  weakeningApproved: (by) => `${by} aprobó las exigencias menores para este commit.`,
  weakeningNext: (who, command) => `Lo aprueba ${who} con ${command} en este pull request, o se retira el cambio.`,
  weakeningNobody: (path) => `Nadie puede aprobarlo: defina ${path} o retire el cambio.`,
  held: (by, reason) => `Retenido por ${by}: ${reason}`,
  heldNext: (command) => `Lo libera con ${command} una autoridad que no sea autora de este pull request.`,
  notHeld: 'Nadie lo retiene.',
  holdUnknown: (why) => `No se sabe si alguien lo retiene, porque no se pudieron leer las decisiones: ${why}`,
  holdUnknownNext: 'Cuando se puedan leer, `/sprintgate revisar` lo evalúa de nuevo.',
  notFrozen: 'Hoy no hay congelamiento.',
  freezeSoon: (from, to, reason) => `Hoy no hay congelamiento; el siguiente va del ${from} al ${to}: ${reason}`,
  override: (by, until, reason) => `${by} abrió las compuertas para este commit hasta ${until}: ${reason}`,
  overrideNext: 'Termina con un push o al cumplirse las 24 horas; el issue de seguimiento permanece.',
};

export const policyWords: Readonly<Record<Locale, PolicyWords>> = { en, es };
