import { contractSpanish } from './contract-spanish.ts';
import type { Locale } from '../playbook/text-schema.ts';

/** Everything we answer to commands. Names, ids and logins come in as Markdown that is escaped already. */
export interface ReplyWords {
  readonly edited: string;
  readonly editedLater: (decision: string) => string;
  readonly deletedLater: (decision: string) => string;
  readonly viaApp: string;
  readonly noConfig: string;
  readonly brokenConfig: string;
  readonly unknownCommand: (written: string, suggestion: string | null) => string;
  readonly unknownSubject: (written: string, known: string) => string;
  readonly didYouMean: (written: string, suggestion: string) => string;
  readonly noSubject: (usage: string, known: string) => string;
  readonly noReason: (usage: string) => string;
  readonly noLink: (usage: string) => string;
  readonly noDate: (usage: string) => string;
  readonly noConditionDate: (usage: string) => string;
  readonly tooManyConditions: (limit: number) => string;
  readonly badDate: (written: string) => string;
  readonly pastDate: (written: string) => string;
  readonly dateTooLate: (written: string, latest: string) => string;
  readonly badScope: (written: string, usage: string) => string;
  readonly severalScopes: (usage: string) => string;
  readonly unknownComponent: (written: string, known: string) => string;
  readonly notByComponent: (criterion: string, component: string, kinds: string | null) => string;
  readonly tooLong: (limit: number) => string;
  readonly tooMany: (most: number, left: number) => string;
  readonly notOnPull: (command: string) => string;
  readonly noAuthority: (who: string) => string;
  readonly invited: (team: string) => string;
  readonly authorityUnset: (path: string) => string;
  /** `permission` that GitHub wants for the answer, where that is why. */
  readonly unknownAuthority: (name: string, permission: string | null) => string;
  readonly teamGone: (team: string) => string;
  readonly ownWork: (others: string | null) => string;
  readonly workUnavailable: (why: string) => string;
  readonly nobodyLeft: (escalation: string | null) => string;
  readonly already: (subject: string) => string;
  readonly notAttestable: (criterion: string) => string;
  readonly nothingToRevoke: (subject: string) => string;
  readonly notRevocable: string;
  readonly notHeld: string;
  readonly accepted: (decision: string, receipt: string) => string;
  readonly acceptedSeveral: (blocks: string) => string;
  /** `count` where so many of so many people signed. */
  readonly incomplete: (missing: string, count: { readonly have: number; readonly need: number } | null) => string;
  readonly headMoved: (usage: string) => string;
  readonly otherHead: (written: string, head: string) => string;
  readonly nameHead: (usage: string) => string;
  readonly recheck: string;
  /** Minutes that it takes: 0 where nothing is left to write, null where that is not known. */
  readonly seeding: (minutes: number | null) => string;
  readonly committed: (what: { readonly sprint: string; readonly issues: string; readonly more: number; readonly label: string }) => string;
  readonly nothingToCommit: (sprint: string) => string;
  readonly notOfPlan: (issue: string) => string;
  readonly sprintStands: (what: { readonly sprint: string; readonly open: number; readonly committed: number }) => string;
  readonly planNote: string;
  readonly planOther: (start: string) => string;
  readonly noSprint: (usage: string) => string;
  readonly unknownSprint: (written: string, usage: string) => string;
  readonly nothingToAdopt: (sprint: string) => string;
  readonly notSeeded: (issue: string) => string;
  readonly noMilestone: (sprint: string) => string;
  readonly alreadyThere: (issue: string, sprint: string) => string;
  readonly moved: (issue: string, sprint: string) => string;
  readonly notGated: string;
  readonly anyAuthority: string;
  readonly mayAttest: (who: string) => string;
  readonly mayWaive: (who: string) => string;
}

const en: ReplyWords = {
  edited: 'Nothing was decided: the comment was edited before it was read, so nobody can tell who wrote it as it is now. Write the command in a new comment.',
  editedLater: (decision) =>
    `The comment behind ${decision} was edited after it was accepted. The decision stands as it was signed; only \`/sprintgate revoke\` or its end date takes it back.`,
  deletedLater: (decision) =>
    `The comment behind ${decision} was deleted after it was accepted. The decision stands as it was signed; only \`/sprintgate revoke\` or its end date takes it back.`,
  viaApp: 'Nothing was decided: the comment was written through an app. A person writes the command on GitHub.',
  noConfig: 'There is no `.github/sprintgate.yml` on the default branch, so there is nobody who may decide anything. Add it first.',
  brokenConfig:
    'The configuration on the default branch cannot be read and there is no earlier good one, so nobody’s authority can be told. The command is tried again once the configuration is mended.',
  unknownCommand: (written, suggestion) =>
    `There is no command ${written}.${suggestion ? ` Did you mean ${suggestion}?` : ''} \`/sprintgate help\` lists them all.`,
  unknownSubject: (written, known) => `${written} is not known here. Known are: ${known}.`,
  didYouMean: (written, suggestion) => `Nothing was decided: ${written} is not known. Did you mean ${suggestion}?`,
  noSubject: (usage, known) => `Say what it is about: ${usage}. Known are: ${known}.`,
  noReason: (usage) => `Give a reason, for those who read it later: ${usage}`,
  noLink: (usage) => `Give a link to the proof, starting with https://: ${usage}`,
  noDate: (usage) => `Say until when: ${usage}`,
  noConditionDate: (usage) => `Say until when the conditions must be met; no later checkpoint has a date that could stand for it: ${usage}`,
  tooManyConditions: (limit) => `Nothing was decided: each condition becomes an issue, and more than ${limit} are too many. Put the rest into one of them.`,
  badDate: (written) => `${written} is not a date. Write it as \`2027-01-31\`.`,
  pastDate: (written) => `${written} is over already. Give a day from today on.`,
  dateTooLate: (written, latest) => `${written} is later than this attestation may hold. The latest day is ${latest}.`,
  tooMany: (most, left) =>
    `A comment may hold ${most} commands. ${left === 1 ? 'The last one was' : `The last ${left} were`} left alone: write ${left === 1 ? 'it' : 'them'} in a new comment.`,
  badScope: (written, usage) =>
    `${written} cannot be read. A waiver is for \`component:ID\`, \`pull:#12\` or \`release:1.4.0\`, or without any of them for all: ${usage}`,
  severalScopes: (usage) => `A waiver has one scope; write one command for each: ${usage}`,
  unknownComponent: (written, known) => `There is no component ${written}. The components are: ${known}.`,
  notByComponent: (criterion, component, kinds) =>
    kinds === null
      ? `${criterion} is judged as a whole, not by component. Waive it for a pull request, a release, or without a scope.`
      : `${component} is of another kind: ${criterion} is judged for components of the kind ${kinds}.`,
  tooLong: (limit) => `The command is too long. Keep it under ${limit} characters and link to the rest.`,
  notOnPull: (command) => `${command} is about a pull request: write it there.`,
  noAuthority: (who) => `Nothing was decided: this needs ${who}.`,
  invited: (team) => `Your invitation to ${team} is not accepted yet; accept it and write the command again.`,
  authorityUnset: (path) => `Nobody may decide this yet: ${path} is not set in \`.github/sprintgate.yml\`. Name teams, users or roles there.`,
  unknownAuthority: (name, permission) =>
    `Nothing was decided yet: GitHub ${permission === null ? 'did not say' : 'does not let the app read'} whether you belong to ${name}.${permission === null ? '' : ` An owner of the organisation grants the app ${permission} and accepts the new permissions of the installation.`} It is tried again.`,
  teamGone: (team) =>
    `Nothing was decided yet: GitHub has no team ${team}. It was renamed or deleted, or is misspelt: write its present name under \`authorities\` in \`.github/sprintgate.yml\`. Then it is tried again.`,
  ownWork: (others) =>
    `Nothing was decided: you wrote or pushed some of this work, and nobody signs their own.${others === null ? '' : ` Others may: ${others}.`}`,
  workUnavailable: (why) => `Nothing was decided yet: whose work this is could not be read (${why}). It is tried again.`,
  nobodyLeft: (escalation) =>
    `Everybody who could sign wrote some of this work. ${escalation === null ? 'Set `authorities.escalation` in `.github/sprintgate.yml`: it may sign in this case.' : `The escalation authority may sign: ${escalation}.`}`,
  already: (subject) => `You have signed ${subject} already; nothing changed.`,
  notAttestable: (criterion) =>
    `${criterion} is decided by evidence, not by attestation. Where it does not hold, \`/sprintgate waive\` accepts that until a date.`,
  nothingToRevoke: (subject) => `There is no standing decision ${subject}.`,
  notRevocable: 'This decision cannot be revoked. A hold ends with `/sprintgate unhold`; a revocation is undone by deciding anew.',
  notHeld: 'This pull request is not held.',
  acceptedSeveral: (blocks) => `Accepted as a baseline, with a receipt on each checkpoint’s issue: ${blocks}.`,
  accepted: (decision, receipt) => `Accepted as ${decision}; the receipt is on ${receipt}.`,
  incomplete: (missing, count) =>
    `It does not count yet${count === null ? '' : ` (signature ${count.have} of ${count.need})`}: still missing: ${missing}. The same command, written by them, completes it.`,
  headMoved: (usage) => `Nothing was decided: commits were pushed after the comment was written. Look at the head commit and write the command anew: ${usage}`,
  otherHead: (written, head) => `Nothing was decided: ${written} is not the head commit, which is ${head}.`,
  nameHead: (usage) =>
    `Nothing was decided: GitHub does not say when the head commit was pushed, so nobody can tell whether you have seen it. Name it: ${usage}`,
  recheck: 'Everything is read again; the checks follow.',
  seeding: (minutes) =>
    minutes === 0
      ? 'The backlog is there already; whether anything of it has to be brought up to date is looked at.'
      : `The backlog is being created or brought up to date, within GitHub’s limits; what is there already stays.${minutes === null ? '' : ` It takes about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, longer where much else is created meanwhile.`}`,
  committed: ({ sprint, issues, more, label }) =>
    `Committed to ${sprint}: ${issues}${more > 0 ? ` and ${more} more` : ''}. What is added to the sprint later lacks the label ${label}.`,
  nothingToCommit: (sprint) => `Nothing changed: no open item is left to commit to ${sprint}.`,
  notOfPlan: (issue) => `Nothing was recorded: there is no issue ${issue} here.`,
  sprintStands: ({ sprint, open, committed }) => `Sprint ${sprint}: ${open} open ${open === 1 ? 'item' : 'items'}, ${committed} of them committed.`,
  planNote: 'Nothing was changed. The dates come from `schedule` in `.github/sprintgate.yml`.',
  planOther: (start) =>
    `Nothing was changed: these are the dates with ${start} as the first day. To plan so, set \`schedule.start\` in \`.github/sprintgate.yml\` and comment \`/sprintgate seed\`.`,
  noSprint: (usage) => `Say which sprint: ${usage}`,
  unknownSprint: (written, usage) => `${written} is not a sprint of this plan. Write it as \`s07\` or \`7\`: ${usage}`,
  nothingToAdopt: (sprint) => `Nothing was decided: no block ends before ${sprint}, so there is nothing to accept.`,
  notSeeded: (issue) => `There is no issue ${issue} here. Write the command on a pull request itself to move it.`,
  noMilestone: (sprint) => `${sprint} has no milestone in this repository yet. \`/sprintgate seed\` creates it.`,
  alreadyThere: (issue, sprint) => `${issue} is in ${sprint} already; nothing changed.`,
  moved: (issue, sprint) => `${issue} was moved to ${sprint}. What binds still goes by the later of the calendar and its sprint.`,
  notGated: 'No gate judges this pull request: it is closed, or its base is not among `branches` of `.github/sprintgate.yml`.',
  anyAuthority: 'somebody of any authority: ',
  mayAttest: (who) => `Who may attest it: ${who}.`,
  mayWaive: (who) => `Who may waive it: ${who}.`,
};

const es: ReplyWords = {
  edited:
    'No se decidió nada: el comentario se editó antes de leerse, así que no se puede saber quién escribió lo que dice ahora. Escriba el comando en un comentario nuevo.',
  editedLater: (decision) =>
    `El comentario que originó ${decision} se editó después de aceptarse. La decisión sigue como se firmó; solo \`/sprintgate revocar\` o su fecha de término la dejan sin efecto.`,
  deletedLater: (decision) =>
    `El comentario que originó ${decision} se borró después de aceptarse. La decisión sigue como se firmó; solo \`/sprintgate revocar\` o su fecha de término la dejan sin efecto.`,
  viaApp: 'No se decidió nada: el comentario se escribió a través de una aplicación. El comando lo escribe una persona en GitHub.',
  noConfig: 'No hay `.github/sprintgate.yml` en la rama principal, así que nadie puede decidir nada todavía. Agréguelo primero.',
  brokenConfig:
    'La configuración de la rama principal no se puede leer y no hay una anterior válida, así que no se sabe quién tiene autoridad. El comando se intentará de nuevo cuando la configuración esté corregida.',
  unknownCommand: (written, suggestion) =>
    `No existe el comando ${written}.${suggestion ? ` ¿Quiso decir ${suggestion}?` : ''} \`/sprintgate ayuda\` los enlista todos.`,
  unknownSubject: (written, known) => `${written} no se conoce aquí. Se conocen: ${known}.`,
  didYouMean: (written, suggestion) => `No se decidió nada: ${written} no se conoce. ¿Quiso decir ${suggestion}?`,
  noSubject: (usage, known) => `Indique de qué se trata: ${usage}. Se conocen: ${known}.`,
  noReason: (usage) => `Dé un motivo, para quien lo lea después: ${usage}`,
  noLink: (usage) => `Dé un enlace a la prueba, que empiece con https://: ${usage}`,
  noDate: (usage) => `Indique hasta cuándo: ${usage}`,
  noConditionDate: (usage) =>
    `Indique hasta cuándo deben cumplirse las condiciones; ningún checkpoint posterior tiene una fecha que valga en su lugar: ${usage}`,
  tooManyConditions: (limit) => `No se decidió nada: cada condición se vuelve un issue, y más de ${limit} son demasiados. Reúna las demás en uno de ellos.`,
  badDate: (written) => `${written} no es una fecha. Escríbala como \`2027-01-31\`.`,
  pastDate: (written) => `${written} ya pasó. Dé un día a partir de hoy.`,
  dateTooLate: (written, latest) => `${written} rebasa lo que puede durar esta atestación. El último día es ${latest}.`,
  tooMany: (most, left) =>
    `Un comentario admite ${most} comandos. ${left === 1 ? 'El último no se atendió: escríbalo' : `Los últimos ${left} no se atendieron: escríbalos`} en un comentario nuevo.`,
  badScope: (written, usage) =>
    `${written} no se entiende. Una exención es para \`componente:ID\`, \`pull:#12\` o \`versión:1.4.0\`, o para todo si no se indica ninguno: ${usage}`,
  severalScopes: (usage) => `Una exención tiene un solo alcance; escriba un comando por cada uno: ${usage}`,
  unknownComponent: (written, known) => `No existe el componente ${written}. Los componentes son: ${known}.`,
  notByComponent: (criterion, component, kinds) =>
    kinds === null
      ? `${criterion} se evalúa en conjunto, no por componente. Exéntelo para un pull request, una versión o sin alcance.`
      : `${component} es de otro tipo: ${criterion} se evalúa para componentes del tipo ${kinds}.`,
  tooLong: (limit) => `El comando es demasiado largo. Use menos de ${limit} caracteres y enlace lo demás.`,
  notOnPull: (command) => `${command} trata de un pull request: escríbalo ahí.`,
  noAuthority: (who) => contractSpanish(`No se decidió nada: esto le corresponde a ${who}.`),
  invited: (team) => `Todavía no acepta la invitación a ${team}; acéptela y escriba el comando de nuevo.`,
  authorityUnset: (path) => `Nadie puede decidir esto todavía: ${path} no está definido en \`.github/sprintgate.yml\`. Nombre ahí equipos, usuarios o roles.`,
  unknownAuthority: (name, permission) =>
    `Todavía no se decidió nada: GitHub ${permission === null ? 'no dijo' : 'no deja que la aplicación lea'} si usted pertenece a ${name}.${permission === null ? '' : ` Un propietario de la organización otorga a la aplicación ${permission} y acepta los nuevos permisos de la instalación.`} Se intentará de nuevo.`,
  teamGone: (team) =>
    `Todavía no se decidió nada: en GitHub no existe el equipo ${team}. Se renombró, se eliminó o está mal escrito: ponga su nombre actual en \`authorities\`, en \`.github/sprintgate.yml\`. Entonces se intentará de nuevo.`,
  ownWork: (others) =>
    `No se decidió nada: usted escribió o subió parte de este trabajo, y nadie firma lo propio.${others === null ? '' : ` Pueden firmar: ${others}.`}`,
  workUnavailable: (why) => `Todavía no se decidió nada: no se pudo leer de quién es este trabajo (${why}). Se intentará de nuevo.`,
  nobodyLeft: (escalation) =>
    `Todas las personas que podrían firmar escribieron parte de este trabajo. ${escalation === null ? 'Defina `authorities.escalation` en `.github/sprintgate.yml`: en este caso puede firmar.' : `Puede firmar la autoridad de escalamiento: ${escalation}.`}`,
  already: (subject) => `Usted ya había firmado ${subject}; nada cambió.`,
  notAttestable: (criterion) =>
    `${criterion} se decide con evidencia, no con una atestación. Si no se cumple, \`/sprintgate exentar\` lo acepta hasta una fecha.`,
  nothingToRevoke: (subject) => `No hay una decisión vigente ${subject}.`,
  notRevocable: 'Esta decisión no se puede revocar. Una retención termina con `/sprintgate liberar`; una revocación se corrige decidiendo de nuevo.',
  notHeld: 'Este pull request no está retenido.',
  acceptedSeveral: (blocks) => `Aceptado como línea base, con un recibo en el issue de cada checkpoint: ${blocks}.`,
  accepted: (decision, receipt) => `Aceptado como ${decision}; el recibo está en ${receipt}.`,
  incomplete: (missing, count) =>
    `Todavía no cuenta${count === null ? '' : ` (firma ${count.have} de ${count.need})`}; falta: ${missing}. El mismo comando, escrito por quien falta, lo completa.`,
  headMoved: (usage) =>
    `No se decidió nada: se subieron commits después de escribir el comentario. Revise el último commit y escriba el comando de nuevo: ${usage}`,
  otherHead: (written, head) => `No se decidió nada: ${written} no es el último commit del pull request, que es ${head}.`,
  nameHead: (usage) => `No se decidió nada: GitHub no dice cuándo se subió el último commit, así que no se puede saber si usted lo vio. Indíquelo: ${usage}`,
  recheck: 'Todo se lee de nuevo; enseguida se actualizan las verificaciones.',
  seeding: (minutes) =>
    minutes === 0
      ? 'El backlog ya existe; se revisa si algo de él debe ponerse al día.'
      : `El backlog se está creando o poniendo al día, dentro de los límites de GitHub; lo que ya existe se queda.${minutes === null ? '' : ` Toma alrededor de ${minutes} ${minutes === 1 ? 'minuto' : 'minutos'}; más si mientras tanto se crea mucho más.`}`,
  committed: ({ sprint, issues, more, label }) =>
    `Comprometido para ${sprint}: ${issues}${more > 0 ? ` y ${more} más` : ''}. Lo que se agregue después al sprint no lleva la etiqueta ${label}.`,
  nothingToCommit: (sprint) => `Nada cambió: no queda ningún elemento abierto por comprometer para ${sprint}.`,
  notOfPlan: (issue) => `No se registró nada: aquí no hay un issue ${issue}.`,
  sprintStands: ({ sprint, open, committed }) =>
    `Sprint ${sprint}: ${open} ${open === 1 ? 'elemento abierto' : 'elementos abiertos'}, ${committed} de ellos ${committed === 1 ? 'comprometido' : 'comprometidos'}.`,
  planNote: 'No se cambió nada. Las fechas vienen de `schedule` en `.github/sprintgate.yml`.',
  planOther: (start) =>
    `No se cambió nada: estas son las fechas con ${start} como primer día. Para planear así, defina \`schedule.start\` en \`.github/sprintgate.yml\` y comente \`/sprintgate sembrar\`.`,
  noSprint: (usage) => `Indique qué sprint: ${usage}`,
  unknownSprint: (written, usage) => `${written} no es un sprint de este plan. Escríbalo como \`s07\` o \`7\`: ${usage}`,
  nothingToAdopt: (sprint) => `No se decidió nada: ningún bloque termina antes de ${sprint}, así que no hay nada que aceptar.`,
  notSeeded: (issue) => `Aquí no hay un issue ${issue}. Para mover un pull request, escriba el comando en él.`,
  noMilestone: (sprint) => `${sprint} aún no tiene milestone en este repositorio. \`/sprintgate sembrar\` lo crea.`,
  alreadyThere: (issue, sprint) => `${issue} ya está en ${sprint}; nada cambió.`,
  moved: (issue, sprint) => `${issue} pasó a ${sprint}. Lo que obliga sigue siendo lo posterior entre el calendario y su sprint.`,
  notGated: 'Ninguna compuerta evalúa este pull request: está cerrado, o su base no está entre las `branches` de `.github/sprintgate.yml`.',
  anyAuthority: 'alguien de cualquier autoridad: ',
  mayAttest: (who) => `Quién puede atestiguarlo: ${who}.`,
  mayWaive: (who) => `Quién puede exentarlo: ${who}.`,
};

export const replyWords: Readonly<Record<Locale, ReplyWords>> = { en, es };
