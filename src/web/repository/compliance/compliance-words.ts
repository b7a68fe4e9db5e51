import type { Locale } from '../../../core/playbook/text-schema.ts';
import type { DecisionKind } from '../../../core/people/decision.ts';
import type { StandingPromise } from '../../../core/standing/standing.ts';

interface ComplianceWords {
  readonly bundle: string;
  readonly bundleText: string;
  readonly release: (pull: number) => string;
  readonly noRelease: string;
  readonly bundleFailed: string;
  readonly regulations: string;
  readonly regulation: string;
  readonly names: Readonly<Record<'internal' | 'method', string>>;
  readonly holds: string;
  readonly open: string;
  readonly later: string;
  readonly notAsked: string;
  readonly asked: string;
  readonly calendar: string;
  readonly calendarText: string;
  readonly nothingEnds: string;
  readonly laterEnds: (count: number) => string;
  readonly promises: string;
  readonly noPromises: string;
  readonly kinds: Readonly<Record<StandingPromise['kind'], string>>;
  readonly states: Readonly<Record<StandingPromise['state'], string>>;
  readonly kind: string;
  readonly subject: string;
  readonly by: string;
  readonly since: string;
  readonly until: string;
  readonly noEnd: string;
  readonly state: string;
  readonly why: string;
  readonly decisions: string;
  readonly noDecisions: string;
  readonly decision: Readonly<Record<DecisionKind, string>>;
  readonly at: string;
  readonly authority: string;
  readonly receipt: string;
  readonly explanations: string;
  readonly explanationsText: (count: number) => string;
  readonly explanationsLink: string;
  readonly log: string;
  readonly logText: string;
  readonly emptyLog: string;
  readonly entry: string;
  readonly result: string;
  readonly digest: string;
  readonly erased: string;
  readonly entryKinds: Readonly<Record<string, string>>;
  readonly newer: string;
  readonly older: string;
  readonly pages: string;
  readonly page: (page: number, pages: number) => string;
  readonly before: string;
  readonly after: string;
  readonly inDays: (days: number) => string;
}

export const complianceWords: Readonly<Record<Locale, ComplianceWords>> = {
  en: {
    bundle: 'For an auditor',
    bundleText:
      'One archive of a release that is checked offline with `sprintgate verify`: report, control matrix, OSCAL, the ledger’s part, evidence, policy.',
    release: (pull) => `Release #${pull}: download the bundle`,
    noRelease: 'No pull request has been recognised as a release yet.',
    bundleFailed: 'There is no bundle',
    regulations: 'Compliance by regulation',
    regulation: 'Regulation',
    names: { internal: 'Internal policies', method: 'The method itself' },
    holds: 'Hold or waived',
    open: 'Block',
    later: 'Later',
    notAsked: 'not asked for here',
    asked: 'Asked for',
    calendar: 'What expires',
    calendarText: 'Waivers, attestations, conditions and baselines in force, by the day on which they end.',
    nothingEnds: 'Nothing in force has an end.',
    laterEnds: (count) => `${count} more end later.`,
    promises: 'Attestations, waivers and exceptions',
    noPromises: 'Nobody has accepted or attested anything.',
    kinds: { waiver: 'Waiver', attestation: 'Attestation', override: 'Override', baseline: 'Baseline', condition: 'Condition' },
    states: { 'in-force': 'in force', expired: 'expired', revoked: 'revoked' },
    kind: 'Kind',
    subject: 'What',
    by: 'By',
    since: 'Since',
    until: 'Until',
    noEnd: 'no end',
    state: 'State',
    why: 'Reason',
    decisions: 'Decisions of people',
    noDecisions: 'Nobody has decided anything yet.',
    decision: {
      approve: 'Approved',
      'approve-with-conditions': 'Approved with conditions',
      reject: 'Rejected',
      attest: 'Attested',
      waive: 'Waived',
      revoke: 'Revoked',
      override: 'Overrode',
      baseline: 'Accepted as a baseline',
      hold: 'Held',
      unhold: 'Let go',
    },
    at: 'When',
    authority: 'As',
    receipt: 'comment',
    explanations: 'Explanations',
    explanationsText: (count) => `Each of the ${count} criteria says what it asks for, what was seen, and what would turn it green.`,
    explanationsLink: 'All criteria with their explanations',
    log: 'Audit log',
    logText: 'The chained ledger of this repository, the newest first. Each entry’s digest covers the one before it.',
    emptyLog: 'There is no entry yet.',
    entry: 'Entry',
    result: 'Result',
    digest: 'Digest',
    erased: 'content erased',
    entryKinds: { decision: 'decision', outcome: 'outcome', erasure: 'erasure' },
    newer: 'Newest',
    older: 'Older',
    pages: 'Pages',
    page: (page, pages) => `Page ${page} of ${pages}`,
    before: 'Newer',
    after: 'Older',
    inDays: (days) => (days < 0 ? 'over' : days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
  },
  es: {
    bundle: 'Para auditoría',
    bundleText:
      'Un archivo por release que se comprueba sin conexión con `sprintgate verify`: reporte, matriz de controles, OSCAL, la parte del registro, evidencia y política.',
    release: (pull) => `Release #${pull}: descargar el paquete`,
    noRelease: 'Ningún pull request se ha reconocido todavía como release.',
    bundleFailed: 'No hay paquete',
    regulations: 'Cumplimiento por regulación',
    regulation: 'Regulación',
    names: { internal: 'Políticas internas', method: 'El método mismo' },
    holds: 'Se cumplen o con exención',
    open: 'Bloquean',
    later: 'Más adelante',
    notAsked: 'no se pide aquí',
    asked: 'Se pide',
    calendar: 'Qué vence',
    calendarText: 'Exenciones, atestaciones, condiciones y líneas base en vigor, por el día en que terminan.',
    nothingEnds: 'Nada de lo que está en vigor tiene fin.',
    laterEnds: (count) => (count === 1 ? '1 más vence después.' : `${count} más vencen después.`),
    promises: 'Atestaciones, exenciones y excepciones',
    noPromises: 'Nadie ha aceptado ni atestado nada.',
    kinds: { waiver: 'Exención', attestation: 'Atestación', override: 'Anulación', baseline: 'Línea base', condition: 'Condición' },
    states: { 'in-force': 'en vigor', expired: 'vencida', revoked: 'revocada' },
    kind: 'Tipo',
    subject: 'Qué',
    by: 'Quién',
    since: 'Desde',
    until: 'Hasta',
    noEnd: 'sin fin',
    state: 'Estado',
    why: 'Razón',
    decisions: 'Decisiones de personas',
    noDecisions: 'Nadie ha decidido nada todavía.',
    decision: {
      approve: 'Aprobó',
      'approve-with-conditions': 'Aprobó con condiciones',
      reject: 'Rechazó',
      attest: 'Atestó',
      waive: 'Eximió',
      revoke: 'Revocó',
      override: 'Anuló',
      baseline: 'Aceptó como línea base',
      hold: 'Retuvo',
      unhold: 'Liberó',
    },
    at: 'Cuándo',
    authority: 'Como',
    receipt: 'comentario',
    explanations: 'Explicaciones',
    explanationsText: (count) => `Cada uno de los ${count} criterios dice qué pide, qué se vio y qué lo pondría en verde.`,
    explanationsLink: 'Todos los criterios con sus explicaciones',
    log: 'Registro de auditoría',
    logText: 'El registro encadenado de este repositorio, lo más reciente primero. La huella de cada entrada cubre la anterior.',
    emptyLog: 'Todavía no hay entradas.',
    entry: 'Entrada',
    result: 'Resultado',
    digest: 'Huella',
    erased: 'contenido borrado',
    entryKinds: { decision: 'decisión', outcome: 'resultado', erasure: 'borrado' },
    newer: 'Lo más reciente',
    older: 'Anteriores',
    pages: 'Páginas',
    page: (page, pages) => `Página ${page} de ${pages}`,
    before: 'Más recientes',
    after: 'Anteriores',
    inDays: (days) => (days < 0 ? 'terminó' : days === 0 ? 'hoy' : days === 1 ? 'mañana' : `en ${days} días`),
  },
};
