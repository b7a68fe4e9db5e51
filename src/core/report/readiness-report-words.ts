import type { Locale } from '../playbook/text-schema.ts';
import type { StandingCheckpoint } from '../standing/standing.ts';
import type { Actor } from './problem-actor.ts';

interface ReadinessReportWords {
  readonly ready: (target: string) => string;
  readonly notReady: (target: string) => string;
  readonly unknown: (target: string) => string;
  readonly awaited: (target: string) => string;
  /** Components of no release unit. */
  readonly rest: string;
  readonly headline: (percent: number, blocking: number) => string;
  readonly slices: Readonly<Record<'held' | 'waived' | 'failed' | 'unknown' | 'pending', string>>;
  readonly chart: string;
  readonly chartTitle: string;
  readonly gates: string;
  readonly gate: string;
  readonly verdict: string;
  readonly warnOnly: string;
  readonly blocks: (count: number) => string;
  readonly criterion: string;
  readonly why: string;
  readonly todo: string;
  readonly actors: Readonly<Record<Actor, (count: number) => string>>;
  readonly moreRows: (count: number) => string;
  readonly more: (count: number) => string;
  readonly categories: string;
  readonly category: string;
  readonly progress: string;
  readonly detail: string;
  readonly complete: (count: number) => string;
  readonly notAskedYet: string;
  readonly laterOnes: (count: number) => string;
  readonly changes: (when: string, commit: string) => string;
  readonly percentChange: (before: number, after: number) => string;
  readonly noChanges: string;
  readonly first: string;
  readonly nowHold: string;
  readonly nowWaived: string;
  readonly noLonger: string;
  readonly newlyAsked: string;
  readonly otherwise: string;
  readonly checklists: string;
  readonly checklistNote: string;
  readonly nothingAsked: string;
  readonly checked: (held: number, of: number) => string;
  readonly unknownCriterion: string;
  readonly notYet: (count: number) => string;
  readonly later: (count: number) => string;
  readonly outOfScope: (count: number) => string;
  readonly checkpoints: string;
  readonly checkpointHeader: readonly [checkpoint: string, state: string, signed: string, due: string];
  readonly checkpointStates: Readonly<Record<StandingCheckpoint['state'], string>>;
  readonly nextCheckpoint: (title: string, due: string) => string;
  readonly tickedByHand: string;
  readonly linkWord: string;
  readonly seeAbove: string;
  readonly fullPage: (url: string) => string;
  readonly waivers: string;
  readonly waiverHeader: readonly [criterion: string, reach: string, who: string, until: string, reason: string];
  readonly everything: string;
  readonly instead: string;
  readonly endBefore: (day: string) => string;
  readonly endSoon: (days: number) => string;
  readonly endHeader: readonly [what: string, who: string, until: string];
  readonly provenance: string;
  readonly commit: (sha: string) => string;
  readonly method: (playbook: string, tier: number, products: string) => string;
  readonly today: (block: string) => string;
  readonly evidence: (bundles: number, last: string) => string;
  readonly noEvidence: string;
  readonly verified: (count: number) => string;
  readonly selfReported: (count: number) => string;
  readonly policy: (digest: string) => string;
  readonly footer: (explain: string, recheck: string) => string;
  readonly cut: string;
}

/** Words of the readiness report. */
export const readinessReportWords: Record<Locale, ReadinessReportWords> = {
  en: {
    ready: (target) => `Ready for ${target}`,
    notReady: (target) => `Not ready for ${target}`,
    unknown: (target) => `Cannot tell yet whether it is ready for ${target}`,
    awaited: (target) => `Waiting for evidence on ${target}`,
    rest: 'components of no unit',
    headline: (percent, blocking) => `${percent} %, ${blocking === 0 ? 'nothing blocks' : `${blocking} ${blocking === 1 ? 'blocks' : 'block'}`}`,
    slices: { held: 'Hold', waived: 'Waived', failed: 'Do not hold', unknown: 'Cannot be evaluated', pending: 'Waiting' },
    chart: 'As a chart',
    chartTitle: 'Binding criteria',
    gates: 'Gates of this commit',
    gate: 'Gate',
    verdict: 'Verdict',
    warnOnly: 'warning only',
    blocks: (count) => `What blocks, and who acts (${count})`,
    criterion: 'Criterion',
    why: 'Why',
    todo: 'What to do',
    actors: {
      team: (count) => `The team, in code, tests and documents (${count})`,
      signer: (count) => `Whoever signs (${count})`,
      configuration: (count) => `Whoever keeps the configuration (${count})`,
    },
    moreRows: (count) => `${count} more`,
    more: (count) => `… and ${count} more; the check of this gate lists them.`,
    categories: 'Readiness by area',
    category: 'Area',
    progress: 'Progress',
    detail: 'Of them',
    complete: (count) => `${count} ${count === 1 ? 'area is' : 'areas are'} complete`,
    notAskedYet: 'not asked yet',
    laterOnes: (count) => `${count} later`,
    changes: (when, commit) => `What changed since ${when} (commit ${commit})`,
    percentChange: (before, after) => `From ${before} % to ${after} %.`,
    noChanges: 'No verdict changed.',
    first: 'This is the first report on this pull request.',
    nowHold: 'Hold now',
    nowWaived: 'Waived now',
    noLonger: 'No longer hold',
    newlyAsked: 'Bind now',
    otherwise: 'Changed otherwise',
    checklists: 'Checklists of the method',
    checklistNote: 'Ticked by verdicts alone: a box that is ticked by hand is set back.',
    nothingAsked: 'nothing of it is asked now',
    checked: (held, of) => `${held} of ${of}`,
    unknownCriterion: 'the playbook has no such criterion',
    notYet: (count) => `Not yet (${count}): bind in later blocks`,
    later: (count) => `Later targets (${count})`,
    outOfScope: (count) => `Do not apply here (${count})`,
    checkpoints: 'Checkpoints',
    checkpointHeader: ['Checkpoint', 'State', 'Signed by', 'Due'],
    checkpointStates: { signed: 'signed', conditions: 'signed with conditions', rejected: 'rejected', open: 'not signed' },
    nextCheckpoint: (title, due) => `next: ${title}, due ${due}`,
    tickedByHand: 'A box was ticked by hand. Only a verdict ticks it, so it is as it was; what does tick it:',
    linkWord: 'LINK',
    seeAbove: 'see above what to do',
    fullPage: (url) => `[All of it on its page](${url})`,
    waivers: 'Waivers in force',
    waiverHeader: ['Criterion', 'For', 'Accepted by', 'Until', 'Reason'],
    everything: 'everything',
    instead: 'Instead',
    endBefore: (day) => `Ends before ${day}, the planned date`,
    endSoon: (days) => `Ends within ${days} days`,
    endHeader: ['What', 'Accepted by', 'Until'],
    provenance: 'Where this comes from',
    commit: (sha) => `Commit ${sha}`,
    method: (playbook, tier, products) => `method ${playbook}, tier ${tier}, ${products}`,
    today: (block) => `today: ${block}`,
    evidence: (bundles, last) => `${bundles} evidence ${bundles === 1 ? 'upload' : 'uploads'}, the last at ${last}`,
    noEvidence: 'no evidence was uploaded for this commit',
    verified: (count) => `${count} of verified origin`,
    selfReported: (count) => `${count} self-reported by the repository’s own workflows`,
    policy: (digest) => `configuration ${digest}`,
    footer: (explain, recheck) => `Comment ${explain} to see what a criterion looks at, ${recheck} to read everything again.`,
    cut: '… the rest was left out, as GitHub limits the length of a comment.',
  },
  es: {
    ready: (target) => `Listo para ${target}`,
    notReady: (target) => `No está listo para ${target}`,
    unknown: (target) => `Aún no se puede saber si está listo para ${target}`,
    awaited: (target) => `En espera de evidencia para ${target}`,
    rest: 'componentes sin unidad',
    headline: (percent, blocking) => `${percent} %, ${blocking === 0 ? 'nada bloquea' : `${blocking} ${blocking === 1 ? 'bloquea' : 'bloquean'}`}`,
    slices: { held: 'Se cumplen', waived: 'Exentos', failed: 'No se cumplen', unknown: 'No se pueden evaluar', pending: 'En espera' },
    chart: 'En gráfica',
    chartTitle: 'Criterios que obligan',
    gates: 'Compuertas de este commit',
    gate: 'Compuerta',
    verdict: 'Veredicto',
    warnOnly: 'solo aviso',
    blocks: (count) => `Qué bloquea y quién actúa (${count})`,
    criterion: 'Criterio',
    why: 'Por qué',
    todo: 'Qué hacer',
    actors: {
      team: (count) => `El equipo, en código, pruebas y documentos (${count})`,
      signer: (count) => `Quien firma (${count})`,
      configuration: (count) => `Quien mantiene la configuración (${count})`,
    },
    moreRows: (count) => `${count} más`,
    more: (count) => `… y ${count} más; el check de esta compuerta los enlista.`,
    categories: 'Preparación por área',
    category: 'Área',
    progress: 'Avance',
    detail: 'De ellos',
    complete: (count) => (count === 1 ? '1 área completa' : `${count} áreas completas`),
    notAskedYet: 'aún no se pide',
    laterOnes: (count) => `${count} más adelante`,
    changes: (when, commit) => `Qué cambió desde el ${when} (commit ${commit})`,
    percentChange: (before, after) => `De ${before} % a ${after} %.`,
    noChanges: 'Ningún veredicto cambió.',
    first: 'Este es el primer informe de este pull request.',
    nowHold: 'Ahora se cumplen',
    nowWaived: 'Ahora exentos',
    noLonger: 'Dejaron de cumplirse',
    newlyAsked: 'Ahora obligan',
    otherwise: 'Otros cambios',
    checklists: 'Listas de verificación del método',
    checklistNote: 'Solo los veredictos las marcan: una casilla marcada a mano vuelve a como estaba.',
    nothingAsked: 'nada de ella se pide ahora',
    checked: (held, of) => `${held} de ${of}`,
    unknownCriterion: 'el playbook no tiene este criterio',
    notYet: (count) => `Aún no (${count}): obligan en bloques posteriores`,
    later: (count) => `Metas posteriores (${count})`,
    outOfScope: (count) => `No aplican aquí (${count})`,
    checkpoints: 'Checkpoints',
    checkpointHeader: ['Checkpoint', 'Estado', 'Firmas', 'Vence'],
    checkpointStates: { signed: 'firmado', conditions: 'firmado con condiciones', rejected: 'rechazado', open: 'sin firmar' },
    nextCheckpoint: (title, due) => `sigue: ${title}, vence el ${due}`,
    tickedByHand: 'Se marcó una casilla a mano. Solo un veredicto la marca, por eso quedó como estaba; lo que sí la marca:',
    linkWord: 'ENLACE',
    seeAbove: 'vea arriba qué hacer',
    fullPage: (url) => `[Todo en su página](${url})`,
    waivers: 'Exenciones vigentes',
    waiverHeader: ['Criterio', 'Para', 'Lo aceptó', 'Hasta', 'Motivo'],
    everything: 'todo',
    instead: 'En su lugar',
    endBefore: (day) => `Vence antes del ${day}, la fecha prevista`,
    endSoon: (days) => `Vence en los próximos ${days} días`,
    endHeader: ['Qué', 'Lo aceptó', 'Hasta'],
    provenance: 'De dónde sale esto',
    commit: (sha) => `Commit ${sha}`,
    method: (playbook, tier, products) => `método ${playbook}, tier ${tier}, ${products}`,
    today: (block) => `hoy: ${block}`,
    evidence: (bundles, last) => `${bundles} ${bundles === 1 ? 'carga' : 'cargas'} de evidencia, la última ${last}`,
    noEvidence: 'no se subió evidencia de este commit',
    verified: (count) => `${count} de origen verificado`,
    selfReported: (count) => `${count} ${count === 1 ? 'reportada' : 'reportadas'} por los propios workflows del repositorio`,
    policy: (digest) => `configuración ${digest}`,
    footer: (explain, recheck) => `Comente ${explain} para ver qué mira un criterio y ${recheck} para volver a leer todo.`,
    cut: '… el resto se omitió, porque GitHub limita el largo de un comentario.',
  },
};
