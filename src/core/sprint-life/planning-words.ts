import type { Locale } from '../playbook/text-schema.ts';

export interface PlanningWords {
  readonly title: (sprint: number, focus: string) => string;
  readonly dates: (start: string, end: string) => string;
  readonly ends: (checkpoint: string, day: string) => string;
  readonly heading: Readonly<Record<'proposed' | 'committed' | 'added' | 'leftOut' | 'left' | 'backlog', string>>;
  readonly pace: (closed: number, weeks: number, expected: number) => string;
  readonly nothingClosed: (weeks: number) => string;
  readonly noPace: string;
  readonly nothing: string;
  readonly header: readonly string[];
  readonly inPace: string;
  readonly beyond: string;
  readonly leftIn: (sprint: number) => string;
  readonly serves: (criteria: string) => string;
  readonly planned: string;
  readonly more: (count: number) => string;
  readonly howToCommit: string;
  /** `commit` takes on some of the proposed items alone, `move` moves one to another sprint. */
  readonly howToMove: (commit: string, move: string) => string;
  readonly who: string;
  readonly kept: (done: number, all: number) => string;
  readonly state: Readonly<Record<'open' | 'closed' | 'dropped' | 'moved', string>>;
  readonly committedHeader: readonly string[];
  readonly added: string;
  readonly noneAdded: string;
  readonly backlog: (count: string) => string;
  readonly backlogEmpty: string;
  readonly howToTake: (example: string) => string;
  readonly note: string;
  readonly edited: string;
}

export const planningWords: Readonly<Record<Locale, PlanningWords>> = {
  en: {
    title: (sprint, focus) => `Planning of sprint ${sprint} · ${focus}`,
    dates: (start, end) => `From ${start} to ${end}.`,
    ends: (checkpoint, day) => `The block’s checkpoint is **${checkpoint}**, due ${day}.`,
    heading: {
      proposed: 'Proposed for this sprint',
      committed: 'What the team committed to',
      added: 'Scope added after the commit',
      leftOut: 'In the sprint, not committed to',
      left: 'Left from earlier sprints',
      backlog: 'Product backlog',
    },
    pace: (closed, weeks, expected) =>
      `The team closed ${closed} ${closed === 1 ? 'item' : 'items'} in the last ${weeks} whole weeks. At that pace this sprint holds about ${expected} ${expected === 1 ? 'item' : 'items'}: what is proposed is marked ●.`,
    nothingClosed: (weeks) => `The team closed no item in the last ${weeks} whole weeks, which tells no pace, so all open items are proposed.`,
    noPace: 'There are no four whole weeks yet to measure a pace by, so all open items of the sprint are proposed.',
    nothing: 'No item is open in this sprint or in an earlier one.',
    header: ['', 'Item', 'Why here'],
    inPace: '●',
    beyond: '○',
    leftIn: (sprint) => `left from sprint ${sprint}`,
    serves: (criteria) => `binds now: ${criteria}`,
    planned: 'planned for this sprint',
    more: (count) => `and ${count} more`,
    howToCommit: 'To commit to what is proposed, write this in a comment here:',
    howToMove: (commit, move) => `\`/sprintgate commit\` alone takes all open items of the sprint, ${commit} only those; ${move} moves one to another sprint.`,
    who: 'Any authority of the configuration may do so.',
    kept: (done, all) => `**${done} of ${all} done.**`,
    state: { open: 'open', closed: 'done', dropped: 'will not be done', moved: 'moved out of the sprint' },
    committedHeader: ['Item', 'State'],
    added: 'These came into the sprint after the team had committed to it:',
    noneAdded: 'Nothing was added since.',
    backlog: (count) => (count === '1' ? 'One open issue has no milestone:' : `${count} open issues have no milestone. The newest ones:`),
    backlogEmpty: 'No open issue is without a milestone.',
    howToTake: (example) => `One goes into the sprint by its milestone, or by ${example}.`,
    note: 'Sprintgate keeps this text up to date until the sprint ends; what is written around it stays.',
    edited:
      'Somebody changed the text that Sprintgate keeps up to date here, so it is left as it stands. Delete it, with its hidden marks, to have it written anew.',
  },
  es: {
    title: (sprint, focus) => `Planeación del sprint ${sprint} · ${focus}`,
    dates: (start, end) => `Del ${start} al ${end}.`,
    ends: (checkpoint, day) => `El checkpoint del bloque es **${checkpoint}** y vence el ${day}.`,
    heading: {
      proposed: 'Propuesta para este sprint',
      committed: 'A lo que el equipo se comprometió',
      added: 'Alcance agregado después del compromiso',
      leftOut: 'En el sprint, sin compromiso',
      left: 'Pendiente de sprints anteriores',
      backlog: 'Product backlog',
    },
    pace: (closed, weeks, expected) =>
      `El equipo cerró ${closed} ${closed === 1 ? 'elemento' : 'elementos'} en las últimas ${weeks} semanas completas. A ese ritmo caben en este sprint ${expected === 1 ? 'cerca de 1 elemento' : `unos ${expected} elementos`}: lo propuesto está marcado con ●.`,
    nothingClosed: (weeks) =>
      `El equipo no cerró ningún elemento en las últimas ${weeks} semanas completas, lo que no da un ritmo; por eso se proponen todos los elementos abiertos.`,
    noPace: 'Todavía no hay cuatro semanas completas con las cuales medir un ritmo; por eso se proponen todos los elementos abiertos del sprint.',
    nothing: 'No hay ningún elemento abierto en este sprint ni en uno anterior.',
    header: ['', 'Elemento', 'Por qué aquí'],
    inPace: '●',
    beyond: '○',
    leftIn: (sprint) => `pendiente del sprint ${sprint}`,
    serves: (criteria) => `obliga ahora: ${criteria}`,
    planned: 'planeado para este sprint',
    more: (count) => `y ${count} más`,
    howToCommit: 'Para comprometerse con lo propuesto, escriba esto en un comentario de este issue:',
    howToMove: (commit, move) =>
      `\`/sprintgate comprometer\` solo toma todos los elementos abiertos del sprint; ${commit}, únicamente lo que nombra; ${move} pasa uno a otro sprint.`,
    who: 'Puede hacerlo cualquier autoridad de la configuración.',
    kept: (done, all) => `**${done} de ${all} terminados.**`,
    state: { open: 'abierto', closed: 'terminado', dropped: 'no se hará', moved: 'movido fuera del sprint' },
    committedHeader: ['Elemento', 'Estado'],
    added: 'Estos entraron al sprint cuando el equipo ya se había comprometido:',
    noneAdded: 'No se ha agregado nada desde entonces.',
    backlog: (count) => (count === '1' ? 'Un issue abierto no tiene milestone:' : `${count} issues abiertos no tienen milestone. Los más recientes:`),
    backlogEmpty: 'Ningún issue abierto está sin milestone.',
    howToTake: (example) => `Uno entra al sprint con su milestone, o con ${example}.`,
    note: 'Sprintgate mantiene este texto al día hasta que termine el sprint; lo que usted escriba alrededor se conserva.',
    edited:
      'Alguien cambió el texto que Sprintgate mantiene al día aquí, así que se deja como está. Bórrelo, con sus marcas ocultas, para que se escriba de nuevo.',
  },
};
