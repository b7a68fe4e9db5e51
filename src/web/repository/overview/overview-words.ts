import type { Locale } from '../../../core/playbook/text-schema.ts';
import type { Actor } from '../../../core/report/problem-actor.ts';

interface OverviewWords {
  readonly ready: (target: string) => string;
  readonly blocked: (target: string, count: number) => string;
  readonly nothingBinds: string;
  readonly tier: (tier: number) => string;
  readonly sprint: (sprint: number) => string;
  readonly judged: string;
  readonly commit: string;
  readonly readiness: string;
  readonly forecast: string;
  readonly p50: string;
  readonly p85: string;
  readonly never: string;
  readonly byPlan: string;
  readonly byPace: (weeks: number, open: number) => string;
  readonly now: string;
  readonly until: string;
  readonly closed: (closed: number, all: number) => string;
  readonly noSprint: string;
  readonly next: string;
  readonly due: string;
  readonly late: (days: number) => string;
  readonly ahead: (days: number) => string;
  readonly allSigned: string;
  readonly blocks: string;
  readonly nothing: string;
  readonly actors: Readonly<Record<Actor, string>>;
  readonly step: string;
  readonly all: (count: number) => string;
  readonly areas: string;
  readonly area: string;
  readonly progress: string;
  readonly detail: string;
  readonly later: (count: number) => string;
  readonly notYet: string;
  readonly kinds: Readonly<Record<'held' | 'waived' | 'failed' | 'unknown' | 'pending', string>>;
  readonly issues: (closed: number, all: number) => string;
  readonly checkpoints: string;
  readonly phases: string;
  readonly risks: string;
  readonly coverage: string;
  readonly coverageOver: string;
  readonly component: string;
  readonly share: string;
  readonly floor: string;
  readonly state: string;
  readonly carried: string;
  readonly total: string;
  readonly noReport: string;
}

export const overviewWords: Readonly<Record<Locale, OverviewWords>> = {
  en: {
    ready: (target) => `Ready for: ${target}`,
    blocked: (target, count) => `Not ready for: ${target}. ${count === 1 ? '1 criterion blocks' : `${count} criteria block`}.`,
    nothingBinds: 'No criterion binds yet.',
    tier: (tier) => `Tier ${tier}`,
    sprint: (sprint) => `Sprint ${sprint}`,
    judged: 'Judged',
    commit: 'Commit',
    readiness: 'Readiness',
    forecast: 'Forecast',
    p50: 'In half of the futures (P50)',
    p85: 'In 85 of 100 (P85)',
    never: 'in more than two years',
    byPlan: 'Fewer than four weeks of work were seen: the days are the plan’s.',
    byPace: (weeks, open) => `By the pace of ${weeks} weeks, with ${open === 1 ? '1 item' : `${open} items`} open.`,
    now: 'Sprint now',
    until: 'Until',
    closed: (closed, all) => `${closed} of ${all} items closed`,
    noSprint: 'The plan has no items with issues yet: seed it.',
    next: 'Next checkpoint',
    due: 'Due',
    late: (days) => (days === 1 ? '1 day late' : `${days} days late`),
    ahead: (days) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
    allSigned: 'All checkpoints are signed off.',
    blocks: 'What blocks, and who acts',
    nothing: 'Nothing blocks.',
    actors: { team: 'The team', signer: 'Who signs', configuration: 'Whoever keeps the configuration' },
    step: 'Next step',
    all: (count) => `All ${count} criteria`,
    areas: 'Areas of the method',
    area: 'Area',
    progress: 'Progress',
    detail: 'Detail',
    later: (count) => `${count} later`,
    notYet: 'nothing asked yet',
    kinds: { held: 'hold', waived: 'waived', failed: 'do not hold', unknown: 'cannot be evaluated', pending: 'pending' },
    issues: (closed, all) => `${closed} of ${all} issues closed`,
    checkpoints: 'Checkpoints',
    phases: 'Pilot phases',
    risks: 'Open risks by probability and impact',
    coverage: 'Coverage by component',
    coverageOver: 'Coverage over time',
    component: 'Component',
    share: 'Coverage',
    floor: 'Floor',
    state: 'State',
    carried: 'carried forward from',
    total: 'Total',
    noReport: 'no report',
  },
  es: {
    ready: (target) => `Listo para: ${target}`,
    blocked: (target, count) => `No está listo para: ${target}. ${count === 1 ? '1 criterio bloquea' : `${count} criterios bloquean`}.`,
    nothingBinds: 'Ningún criterio obliga todavía.',
    tier: (tier) => `Tier ${tier}`,
    sprint: (sprint) => `Sprint ${sprint}`,
    judged: 'Evaluado',
    commit: 'Commit',
    readiness: 'Preparación',
    forecast: 'Pronóstico',
    p50: 'En la mitad de los futuros (P50)',
    p85: 'En 85 de cada 100 (P85)',
    never: 'en más de dos años',
    byPlan: 'Se han visto menos de cuatro semanas de trabajo: las fechas son las del plan.',
    byPace: (weeks, open) => `Al ritmo de ${weeks} semanas, con ${open === 1 ? '1 elemento abierto' : `${open} elementos abiertos`}.`,
    now: 'Sprint actual',
    until: 'Hasta',
    closed: (closed, all) => `${closed} de ${all} elementos cerrados`,
    noSprint: 'El plan aún no tiene elementos con issues: siémbrelo.',
    next: 'Próximo checkpoint',
    due: 'Vence',
    late: (days) => (days === 1 ? '1 día de retraso' : `${days} días de retraso`),
    ahead: (days) => (days === 0 ? 'hoy' : days === 1 ? 'mañana' : `en ${days} días`),
    allSigned: 'Todos los checkpoints están aprobados.',
    blocks: 'Qué bloquea y quién actúa',
    nothing: 'Nada bloquea.',
    actors: { team: 'El equipo', signer: 'Quien firma', configuration: 'Quien lleva la configuración' },
    step: 'Siguiente paso',
    all: (count) => `Los ${count} criterios`,
    areas: 'Áreas del método',
    area: 'Área',
    progress: 'Avance',
    detail: 'Detalle',
    later: (count) => `${count} más adelante`,
    notYet: 'aún no se pide nada',
    kinds: { held: 'se cumplen', waived: 'con exención', failed: 'no se cumplen', unknown: 'no se pueden evaluar', pending: 'pendientes' },
    issues: (closed, all) => `${closed} de ${all} issues cerrados`,
    checkpoints: 'Checkpoints',
    phases: 'Fases del piloto',
    risks: 'Riesgos abiertos por probabilidad e impacto',
    coverage: 'Cobertura por componente',
    coverageOver: 'Cobertura en el tiempo',
    component: 'Componente',
    share: 'Cobertura',
    floor: 'Piso',
    state: 'Estado',
    carried: 'heredada del',
    total: 'Total',
    noReport: 'sin reporte',
  },
};
