import type { Locale } from '../playbook/text-schema.ts';
import type { CommandName } from './command.ts';

/** Who may use a command: the authority of what it is about, any authority of the playbook, or everybody. */
export type CommandAudience = 'authority-of-subject' | 'tier-authority' | 'any-authority' | 'everybody';

export interface CommandSpec {
  readonly name: CommandName;
  /** Names by which it is called, the usual one first. */
  readonly called: Readonly<Record<Locale, readonly string[]>>;
  readonly audience: CommandAudience;
  /** What follows the name. */
  readonly usage: Readonly<Record<Locale, string>>;
  readonly does: Readonly<Record<Locale, string>>;
  readonly examples: Readonly<Record<Locale, readonly string[]>>;
}

/** Every command, in the order of the help. The help comment and docs/commands.md are made from this table. */
export const commandTable: readonly CommandSpec[] = [
  {
    name: 'approve',
    called: { en: ['approve'], es: ['aprobar'] },
    audience: 'authority-of-subject',
    usage: { en: '[CHECKPOINT] [REASON] [until DATE] [with: CONDITION; CONDITION]', es: '[CHECKPOINT] [MOTIVO] [hasta FECHA] [con: CONDICIÓN; CONDICIÓN]' },
    does: {
      en: 'Signs a checkpoint off. With conditions it opens the gate, and each becomes an issue that must be closed as completed by the date; without one, by the day on which the next checkpoint is due. After it the approval no longer counts while one is not met. On a pull request, `approve config [HEAD COMMIT]` accepts that its configuration asks for less.',
      es: 'Firma un checkpoint. Con condiciones abre la compuerta, y cada una se vuelve un issue que se debe cerrar como completado a más tardar en la fecha; sin fecha, el día en que vence el siguiente checkpoint. Después de ella, la aprobación deja de contar mientras una no se haya cumplido. En un pull request, `aprobar config [ÚLTIMO COMMIT]` acepta que su configuración exija menos.',
    },
    examples: {
      en: [
        'approve architecture-review',
        'approve security-review until 2027-06-30 with: rotate the API keys; close the two medium findings',
        'approve config',
      ],
      es: [
        'aprobar architecture-review',
        'aprobar security-review hasta 2027-06-30 con: rotar las llaves del API; cerrar los dos hallazgos medios',
        'aprobar config',
      ],
    },
  },
  {
    name: 'reject',
    called: { en: ['reject'], es: ['rechazar'] },
    audience: 'authority-of-subject',
    usage: { en: '[CHECKPOINT/deployment ENVIRONMENT] REASON', es: '[CHECKPOINT/despliegue AMBIENTE] MOTIVO' },
    does: {
      en: 'Refuses a checkpoint: earlier approvals of it no longer count. `reject deployment` refuses for good what waits at an environment: of the pull request it is written on, elsewhere all of it.',
      es: 'Rechaza un checkpoint: sus aprobaciones anteriores dejan de contar. `rechazar despliegue` rechaza de forma definitiva lo que espera en un ambiente: lo del pull request donde se escribe; en otro lugar, todo.',
    },
    examples: {
      en: ['reject security-review the threat model lacks the batch path', 'reject deployment production the migration is not ready'],
      es: ['rechazar security-review el modelo de amenazas omite el proceso por lotes', 'rechazar despliegue production la migración no está lista'],
    },
  },
  {
    name: 'attest',
    called: { en: ['attest'], es: ['atestiguar'] },
    audience: 'authority-of-subject',
    usage: { en: 'CRITERION LINK [REASON] [until DATE]', es: 'CRITERIO ENLACE [MOTIVO] [hasta FECHA]' },
    does: { en: 'States that a criterion holds, with a link to the proof.', es: 'Declara que un criterio se cumple, con un enlace a la prueba.' },
    examples: {
      en: ['attest docs.user-manual https://example.com/manual until 2027-12-31'],
      es: ['atestiguar docs.user-manual https://example.com/manual hasta 2027-12-31'],
    },
  },
  {
    name: 'waive',
    called: { en: ['waive'], es: ['exentar'] },
    audience: 'authority-of-subject',
    usage: {
      en: 'CRITERION [component:ID/pull:#N/release:NAME] until DATE REASON [with: CONTROL]',
      es: 'CRITERIO [componente:ID/pull:#N/versión:NOMBRE] hasta FECHA MOTIVO [con: CONTROL]',
    },
    does: {
      en: 'Accepts until a date that a criterion does not hold: everywhere, or for one component, pull request or release alone. What is done instead follows `with:`. In Tier 1 it takes an authority one level above. On a pull request with the label for it, `waive freeze` lets it through a freeze.',
      es: 'Acepta hasta una fecha que un criterio no se cumpla: en todo, o solo para un componente, un pull request o una versión. Lo que se hace en su lugar va después de `con:`. En Tier 1 lo decide una autoridad un nivel arriba. En un pull request con la etiqueta para ello, `exentar freeze` lo deja pasar un congelamiento.',
    },
    examples: {
      en: [
        'waive quality.bugs until 2027-03-31 two of the bugs are in a feature that stays off',
        'waive tests.api.load component:api until 2027-03-31 the load test needs the new cluster with: requests are capped at 50 a second',
        'waive quality.bugs release:1.4.0 until 2027-03-31 mended in 1.4.1',
        'waive freeze until 2027-12-20 it mends the payments',
      ],
      es: [
        'exentar quality.bugs hasta 2027-03-31 dos de los errores están en una función que sigue apagada',
        'exentar tests.api.load componente:api hasta 2027-03-31 la prueba de carga necesita el clúster nuevo con: se limitan las peticiones a 50 por segundo',
        'exentar quality.bugs versión:1.4.0 hasta 2027-03-31 se corrige en 1.4.1',
        'exentar freeze hasta 2027-12-20 corrige los pagos',
      ],
    },
  },
  {
    name: 'revoke',
    called: { en: ['revoke'], es: ['revocar'] },
    audience: 'authority-of-subject',
    usage: { en: 'DECISION/CHECKPOINT/CRITERION REASON', es: 'DECISIÓN/CHECKPOINT/CRITERIO MOTIVO' },
    does: { en: 'Takes a decision back. Its receipt shows the decision’s id.', es: 'Deja sin efecto una decisión. Su recibo muestra el identificador.' },
    examples: { en: ['revoke d-4f1c09a2b7e85d36 signed on the wrong commit'], es: ['revocar d-4f1c09a2b7e85d36 se firmó sobre otro commit'] },
  },
  {
    name: 'override',
    called: { en: ['override'], es: ['anular'] },
    audience: 'tier-authority',
    usage: { en: '[HEAD COMMIT] REASON', es: '[ÚLTIMO COMMIT] MOTIVO' },
    does: {
      en: 'On a pull request: opens its gates for this one head commit and 24 hours. It is the commit that is named, else the one that was the head when the comment was written. A follow-up issue is opened, and every report starts with it.',
      es: 'En un pull request: abre sus compuertas para este único commit y por 24 horas. Es el commit que se indica; si no, el último que había al escribir el comentario. Se abre un issue de seguimiento y todo informe empieza con ello.',
    },
    examples: {
      en: ['override production is down, the fix cannot wait for the load test'],
      es: ['anular producción está caída, la corrección no puede esperar la prueba de carga'],
    },
  },
  {
    name: 'hold',
    called: { en: ['hold'], es: ['retener'] },
    audience: 'any-authority',
    usage: { en: 'REASON', es: 'MOTIVO' },
    does: {
      en: 'On a pull request: keeps it from being merged until somebody lets it go.',
      es: 'En un pull request: impide fusionarlo hasta que alguien lo libere.',
    },
    examples: { en: ['hold wait for the legal opinion'], es: ['retener esperar la opinión jurídica'] },
  },
  {
    name: 'unhold',
    called: { en: ['unhold'], es: ['liberar'] },
    audience: 'any-authority',
    usage: { en: '[REASON]', es: '[MOTIVO]' },
    does: { en: 'Lets a held pull request go.', es: 'Libera un pull request retenido.' },
    examples: { en: ['unhold the opinion is in'], es: ['liberar ya llegó la opinión'] },
  },
  {
    name: 'explain',
    called: { en: ['explain'], es: ['explicar'] },
    audience: 'everybody',
    usage: { en: '[GATE/CHECKPOINT/CRITERION/PATH]', es: '[COMPUERTA/CHECKPOINT/CRITERIO/RUTA]' },
    does: {
      en: 'On a pull request: says what is missing to each gate or to the named one, the smallest set of actions that makes it pass, and who can take them. Of a checkpoint or criterion it says who may sign; of a path of the configuration, which file set it.',
      es: 'En un pull request: dice qué le falta a cada compuerta o a la indicada, el menor conjunto de acciones con el que pasa y quién puede llevarlas a cabo. De un checkpoint o criterio dice quién puede firmar; de una ruta de la configuración, qué archivo la definió.',
    },
    examples: {
      en: ['explain', 'explain coverage', 'explain security-review', 'explain coverage.total'],
      es: ['explicar', 'explicar coverage', 'explicar security-review', 'explicar coverage.total'],
    },
  },
  {
    name: 'recheck',
    called: { en: ['recheck'], es: ['revisar'] },
    audience: 'everybody',
    usage: { en: '', es: '' },
    does: { en: 'Reads everything again and evaluates the gates anew.', es: 'Vuelve a leer todo y evalúa de nuevo las compuertas.' },
    examples: { en: ['recheck'], es: ['revisar'] },
  },
  {
    name: 'plan',
    called: { en: ['plan'], es: ['plan', 'planear'] },
    audience: 'everybody',
    usage: { en: '[START DATE]', es: '[FECHA DE INICIO]' },
    does: {
      en: 'Shows the sprints with their dates, for this or another start, and changes nothing.',
      es: 'Muestra los sprints con sus fechas, con este u otro inicio, sin cambiar nada.',
    },
    examples: { en: ['plan', 'plan 2027-02-01'], es: ['plan', 'plan 2027-02-01'] },
  },
  {
    name: 'move',
    called: { en: ['move'], es: ['mover'] },
    audience: 'any-authority',
    usage: { en: '[#ISSUE] [to] SPRINT', es: '[#ISSUE] [a] SPRINT' },
    does: {
      en: 'Moves an issue, or the issue or pull request it is written on, to the milestone of a sprint: from the product backlog, or from another sprint.',
      es: 'Pasa un issue, o el issue o pull request donde se escribe, al milestone de un sprint: desde el product backlog o desde otro sprint.',
    },
    examples: { en: ['move s07', 'move #12 to 5'], es: ['mover s07', 'mover #12 a 5'] },
  },
  {
    name: 'commit',
    called: { en: ['commit'], es: ['comprometer'] },
    audience: 'any-authority',
    usage: { en: '[#ISSUE …] [to SPRINT]', es: '[#ISSUE …] [a SPRINT]' },
    does: {
      en: 'Records what the team commits to for a sprint, the current one if none is named: the named issues, else the item on which it is written, elsewhere all open items of the sprint. They go to the sprint’s milestone and get its label; what is added later lacks it, and `status` counts both.',
      es: 'Registra lo que el equipo se compromete a hacer en un sprint (el actual, si no se indica): los issues que se nombren; si no, el elemento donde se escribe; en otro lugar, todos los abiertos del sprint. Pasan al milestone del sprint y reciben su etiqueta; lo que se agregue después no la lleva, y `estado` cuenta ambos.',
    },
    examples: { en: ['commit', 'commit #12 #14 to s07'], es: ['comprometer', 'comprometer #12 #14 a s07'] },
  },
  {
    name: 'seed',
    called: { en: ['seed'], es: ['sembrar'] },
    audience: 'any-authority',
    usage: { en: '', es: '' },
    does: {
      en: 'Creates the milestones and issues of the plan. What is there already stays.',
      es: 'Crea los milestones e issues del plan. Lo que ya existe se queda.',
    },
    examples: { en: ['seed'], es: ['sembrar'] },
  },
  {
    name: 'adopt',
    called: { en: ['adopt'], es: ['adoptar'] },
    audience: 'tier-authority',
    usage: { en: 'SPRINT REASON', es: 'SPRINT MOTIVO' },
    does: {
      en: 'For a team that adopts the method in mid-course: accepts the blocks before a sprint as they are, as a marked baseline, with one receipt for each.',
      es: 'Para un equipo que adopta el método a medio camino: acepta los bloques anteriores a un sprint como están, como línea base marcada, con un recibo por cada uno.',
    },
    examples: {
      en: ['adopt s07 in production since 2025, the earlier reviews were held on paper'],
      es: ['adoptar s07 en producción desde 2025, las revisiones anteriores se hicieron en papel'],
    },
  },
  {
    name: 'status',
    called: { en: ['status'], es: ['estado'] },
    audience: 'everybody',
    usage: { en: '', es: '' },
    does: {
      en: 'Lists the checkpoints and how each stands, and what is open in the current sprint.',
      es: 'Enlista los checkpoints y cómo está cada uno, y lo que está abierto en el sprint actual.',
    },
    examples: { en: ['status'], es: ['estado'] },
  },
  {
    name: 'help',
    called: { en: ['help'], es: ['ayuda'] },
    audience: 'everybody',
    usage: { en: '', es: '' },
    does: { en: 'Shows this list.', es: 'Muestra esta lista.' },
    examples: { en: ['help'], es: ['ayuda'] },
  },
];
