import type { Locale } from '../playbook/text-schema.ts';
import type { Waiver } from '../verdict/verdict.ts';

/** What a sentence tells of a waiver; `until` is a day. */
type WaiverSaid = Pick<Waiver, 'login' | 'until' | 'reason' | 'control'>;

/** Where parts are counted, there are at least two: a single one speaks for itself. */
interface RuleWords {
  readonly allHold: (of: number) => string;
  readonly all: (held: number, of: number, worst: string) => string;
  readonly anyFails: (reasons: readonly string[]) => string;
  readonly anyNext: (steps: readonly string[]) => string;
  readonly not: (reason: string) => string;
  readonly notNext: string;
  readonly nothingApplies: string;
  readonly titles: Readonly<Record<'all' | 'any' | 'not', string>>;
  readonly unsetParameter: (title: string) => string;
  readonly parameterNotNumber: (title: string, value: string) => string;
  readonly setParameter: (id: string) => string;
  readonly parameterSet: (title: string, value: string) => string;
  readonly unknownParameter: (id: string) => string;
  readonly mendPlaybook: string;
  readonly attestation: string;
  readonly attested: (login: string, until: string) => string;
  readonly notAttested: string;
  readonly attestationExpired: (login: string, until: string) => string;
  readonly attestNext: (who: string, criterion: string) => string;
  readonly partlyAttested: (logins: string, missing: string) => string;
  readonly decisionsUnknown: (why: string) => string;
  readonly decisionsNext: string;
  readonly waiverUnknown: (reason: string, why: string) => string;
  readonly nobodyMaySign: (authority: string) => string;
  readonly nameAuthority: (id: string) => string;
  readonly attestNowhere: string;
  readonly unknownCriterion: (id: string) => string;
  readonly unknownCheckpoint: (id: string) => string;
  readonly cycle: (path: string) => string;
  /** `reach` is empty for the whole criterion. */
  readonly waived: (waiver: WaiverSaid, reach: string) => string;
  readonly ownWaiver: (login: string) => string;
  readonly ownWaiverNext: (who: string) => string;
  readonly ownAttestation: (login: string) => string;
}

/** Sentences of combined rules, parameters, attestations and criteria. Text between backticks is rendered as code. */
export const ruleWords: Record<Locale, RuleWords> = {
  en: {
    allHold: (of) => `All ${of} parts hold`,
    all: (held, of, worst) => `${held} of ${of} parts ${held === 1 ? 'holds' : 'hold'}. ${worst}`,
    anyFails: (reasons) => `None of the ${reasons.length} accepted ways holds: ${reasons.join(' / ')}`,
    anyNext: (steps) =>
      steps.length === 1 ? (steps[0] ?? '') : `Any one of these is enough: ${steps.map((step, index) => `(${index + 1}) ${step}`).join(' ')}`,
    not: (reason) => `What must not hold does: ${reason}`,
    notNext: 'Remove what makes this condition hold.',
    nothingApplies: 'None of its parts applies here, so nothing was judged.',
    titles: { all: 'All of these', any: 'Any of these', not: 'Must not hold' },
    unsetParameter: (title) => `The team has not set “${title}” yet`,
    parameterNotNumber: (title, value) => `“${title}” is ${value}, and a number is needed here`,
    setParameter: (id) => `Agree on the figure and add it to \`.github/sprintgate.yml\`: \`parameters: { ${id}: … }\``,
    parameterSet: (title, value) => `“${title}” is set: ${value}`,
    unknownParameter: (id) => `The playbook names a parameter that it does not have: ${id}`,
    mendPlaybook: 'Mend the playbook or the extension in `.github/sprintgate.yml`; `sprintgate validate` shows the place.',
    attestation: 'Statement of a person',
    attested: (login, until) => `Attested by ${login}, valid until ${until}`,
    notAttested: 'Nobody with authority has attested it yet',
    attestationExpired: (login, until) => `The statement of ${login} expired on ${until}`,
    attestNext: (who, criterion) => `${who}: comment \`/sprintgate attest ${criterion} LINK\` with a link to the proof.`,
    partlyAttested: (logins, missing) => `Attested by ${logins}; still missing: ${missing}`,
    decisionsUnknown: (why) => `Statements of people could not be read: ${why}`,
    decisionsNext: 'Once they can be read, `/sprintgate recheck` evaluates it again.',
    waiverUnknown: (reason, why) => `${reason} (whether somebody waived it could not be read: ${why})`,
    nobodyMaySign: (authority) => `The configuration names nobody for the authority “${authority}”`,
    nameAuthority: (id) => `Name them in \`.github/sprintgate.yml\`: \`authorities: { ${id}: { teams: [ORG/TEAM] } }\``,
    attestNowhere: 'An attestation belongs to a criterion, and this rule stands in none',
    unknownCriterion: (id) => `The playbook has no criterion ${id}`,
    unknownCheckpoint: (id) => `The playbook has no checkpoint ${id}`,
    cycle: (path) => `The criteria refer to each other in a circle: ${path}`,
    waived: ({ login, until, reason, control }, reach) =>
      `Waived by ${login} until ${until}${reach === '' ? '' : `, only for ${reach}`}${reason === '' ? '' : `: ${reason}`}${control ? ` (instead: ${control})` : ''}`,
    ownWaiver: (login) => `The waiver of ${login} does not count here: they wrote this change`,
    ownWaiverNext: (who) => `Another person of ${who}, or of \`escalation\`, may waive it.`,
    ownAttestation: (login) => `The statement of ${login} does not count here: they wrote this change`,
  },
  es: {
    allHold: (of) => `Se cumplen sus ${of} partes`,
    all: (held, of, worst) => `${held === 1 ? 'Se cumple' : 'Se cumplen'} ${held} de ${of} partes. ${worst}`,
    anyFails: (reasons) => `No se cumple ninguna de las ${reasons.length} formas aceptadas: ${reasons.join(' / ')}`,
    anyNext: (steps) => (steps.length === 1 ? (steps[0] ?? '') : `Basta con una de estas: ${steps.map((step, index) => `(${index + 1}) ${step}`).join(' ')}`),
    not: (reason) => `Se cumple lo que no debe cumplirse: ${reason}`,
    notNext: 'Elimine lo que hace que esta condición se cumpla.',
    nothingApplies: 'Ninguna de sus partes aplica aquí, así que no se evaluó nada.',
    titles: { all: 'Todo lo siguiente', any: 'Alguna de estas', not: 'No debe cumplirse' },
    unsetParameter: (title) => `El equipo aún no define «${title}»`,
    parameterNotNumber: (title, value) => `«${title}» vale ${value} y aquí se necesita un número`,
    setParameter: (id) => `Acuerden la cifra y agréguenla a \`.github/sprintgate.yml\`: \`parameters: { ${id}: … }\``,
    parameterSet: (title, value) => `«${title}» está definido: ${value}`,
    unknownParameter: (id) => `El playbook nombra un parámetro que no tiene: ${id}`,
    mendPlaybook: 'Corrija el playbook o su extensión en `.github/sprintgate.yml`; `sprintgate validate` muestra el lugar.',
    attestation: 'Atestación de una persona',
    attested: (login, until) => `Lo atestiguó ${login}, vigente hasta ${until}`,
    notAttested: 'Nadie con autoridad lo ha atestiguado todavía',
    attestationExpired: (login, until) => `La atestación de ${login} venció el ${until}`,
    attestNext: (who, criterion) => `${who}: comente \`/sprintgate atestiguar ${criterion} ENLACE\` con un enlace a la prueba.`,
    partlyAttested: (logins, missing) => `Lo atestiguó ${logins}; aún falta: ${missing}`,
    decisionsUnknown: (why) => `No se pudieron leer las atestaciones de las personas: ${why}`,
    decisionsNext: 'Cuando se puedan leer, `/sprintgate revisar` lo evalúa de nuevo.',
    waiverUnknown: (reason, why) => `${reason} (no se pudo leer si alguien lo exentó: ${why})`,
    nobodyMaySign: (authority) => `La configuración no nombra a nadie para la autoridad «${authority}»`,
    nameAuthority: (id) => `Nómbrela en \`.github/sprintgate.yml\`: \`authorities: { ${id}: { teams: [ORG/EQUIPO] } }\``,
    attestNowhere: 'Una atestación pertenece a un criterio y esta regla no está en ninguno',
    unknownCriterion: (id) => `El playbook no tiene el criterio ${id}`,
    unknownCheckpoint: (id) => `El playbook no tiene el checkpoint ${id}`,
    cycle: (path) => `Los criterios se refieren en círculo: ${path}`,
    waived: ({ login, until, reason, control }, reach) =>
      `Exento por ${login} hasta ${until}${reach === '' ? '' : `, solo para ${reach}`}${reason === '' ? '' : `: ${reason}`}${control ? ` (en su lugar: ${control})` : ''}`,
    ownWaiver: (login) => `La exención de ${login} no cuenta aquí: escribió este cambio`,
    ownWaiverNext: (who) => `Puede exentarlo otra persona de ${who}, o de \`escalation\`.`,
    ownAttestation: (login) => `La atestación de ${login} no cuenta aquí: escribió este cambio`,
  },
};
