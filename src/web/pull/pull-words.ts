import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Actor } from '../../core/report/problem-actor.ts';
import type { Enforcement } from '../../core/verdict/enforcement.ts';

interface PullWords {
  readonly title: (number: number) => string;
  readonly onGitHub: string;
  readonly facts: Readonly<Record<'commit' | 'decided' | 'branches' | 'labels' | 'milestone' | 'author' | 'engine', string>>;
  readonly entry: (seq: number) => string;
  readonly merged: string;
  readonly older: string;
  readonly newest: string;
  readonly never: string;
  readonly neverOpen: string;
  readonly neverKnown: string;
  readonly recheck: (command: string) => string;
  readonly lost: Readonly<Record<'erased' | 'changed' | 'slow', string>>;
  readonly partly: string;
  readonly standing: string;
  readonly open: string;
  readonly closed: (gates: string) => string;
  readonly waiting: (gates: string) => string;
  readonly idle: string;
  readonly gate: string;
  readonly verdict: string;
  readonly why: string;
  readonly enforcement: Readonly<Record<Enforcement, string>>;
  readonly green: string;
  readonly greenText: string;
  readonly allGreen: string;
  readonly smallest: (count: number) => string;
  readonly who: string;
  readonly forWhat: string;
  readonly more: (count: number) => string;
  readonly kinds: Readonly<Record<'wait' | 'look' | 'first', string>>;
  readonly tree: string;
  readonly treeText: string;
  readonly next: string;
  readonly actors: Readonly<Record<Actor, string>>;
  readonly waived: (login: string, until: string) => string;
  readonly until: string;
  readonly below: (open: number, all: number) => string;
  readonly left: (count: number) => string;
  readonly whole: string;
  readonly idleNodes: (count: number) => string;
  readonly restsOn: string;
  readonly unset: string;
  readonly from: Readonly<Record<'playbook' | 'organisation' | 'repository', string>>;
  readonly locked: string;
  readonly history: string;
  readonly historyText: string;
  readonly when: string;
  readonly by: Readonly<Record<'own' | 'shared' | 'group', string>>;
  readonly gates: string;
  readonly earlier: string;
  readonly backToNewest: string;
  readonly shown: string;
  readonly strip: string;
  readonly receipt: string;
  readonly receiptText: string;
  readonly thisEntry: string;
  readonly head: string;
  readonly verify: string;
  readonly replay: string;
  readonly back: string;
}

export const pullWords: Readonly<Record<Locale, PullWords>> = {
  en: {
    title: (number) => `Pull request #${number}`,
    onGitHub: 'On GitHub',
    facts: { commit: 'Commit', decided: 'Decided', branches: 'Branches', labels: 'Labels', milestone: 'Milestone', author: 'Author', engine: 'Engine' },
    entry: (seq) => `entry ${seq}`,
    merged: 'merged',
    older: 'This is an earlier decision.',
    newest: 'To the newest',
    never: 'Never judged',
    neverOpen:
      'Webhooks told of this pull request, and it was not judged yet: that takes some seconds after a push. Where it takes longer, it is looked at again with:',
    neverKnown:
      'The ledger of this repository has no decision about a pull request with this number: there is none, it was closed before Sprintgate came, or there was no configuration. An open one is looked at with:',
    recheck: (command) => `a comment on it that says ${command}`,
    lost: {
      erased: 'What this decision said was erased. Its link in the ledger stays, and a signed entry says so.',
      changed: 'What is kept of this decision is not what was decided. `sprintgate ledger verify` names what was changed.',
      slow: 'This decision is large, and explaining it took too long. Try again in a minute; the check on GitHub has the short answer.',
    },
    partly: 'What was seen for this decision is not kept whole any more: inputs, actions and values behind it cannot be shown.',
    standing: 'How it stands',
    open: 'Nothing holds it back: all gates that may do so let it through.',
    closed: (gates) => `Held back by ${gates}.`,
    waiting: (gates) => `Waits for machines: ${gates}.`,
    idle: 'By the configuration these only report',
    gate: 'Gate',
    verdict: 'Verdict',
    why: 'Why',
    enforcement: { block: 'blocks', warn: 'only warns', off: 'off' },
    green: 'What would turn it green',
    greenText: 'For each gate the smallest set of actions that is enough.',
    allGreen: 'Nothing is to be done.',
    smallest: (count) => (count === 1 ? '1 action' : `${count} actions`),
    who: 'Who acts',
    forWhat: 'For',
    more: (count) => `and ${count} more`,
    kinds: { wait: 'a machine is at work', look: 'could not be read; more may be asked once it is', first: 'then they still have to sign' },
    tree: 'Why',
    treeText: 'All that was looked at, the worst first. What does not apply is left out.',
    next: 'Next step',
    actors: { team: 'whoever works on the change', signer: 'somebody with authority', configuration: 'whoever keeps .github/sprintgate.yml' },
    waived: (login, until) => `waived by @${login} until ${until}`,
    until: 'until',
    below: (open, all) => (open === 0 ? `${all} below` : `${open} of ${all} below are open`),
    left: (count) => (count === 1 ? '1 more is not shown here' : `${count} more are not shown here`),
    whole: 'All of this gate',
    idleNodes: (count) => (count === 1 ? '1 that does not apply' : `${count} that do not apply`),
    restsOn: 'Values of the configuration behind it',
    unset: 'not set',
    from: { playbook: 'playbook or default', organisation: 'organisation', repository: 'repository' },
    locked: 'locked',
    history: 'History of verdicts',
    historyText: 'Each decision is an entry of the ledger. Nothing is decided anew where nothing changed.',
    when: 'When',
    by: { own: '', shared: 'with another of the same head', group: 'in a merge group' },
    gates: 'Gates',
    earlier: 'Earlier decisions',
    backToNewest: 'Newest decisions',
    shown: 'shown here',
    strip: 'Verdicts of each gate, from the oldest of these decisions to the newest',
    receipt: 'Receipt',
    receiptText: 'The chain of the ledger covers this decision. Each check on GitHub publishes the entry that posted it, in the last line of its summary.',
    thisEntry: 'This decision',
    head: 'End of the ledger now',
    verify: 'Checks every link, and compares with what GitHub shows:',
    replay: 'Judges again what was seen, and compares:',
    back: 'Back to the pull request',
  },
  es: {
    title: (number) => `Pull request #${number}`,
    onGitHub: 'En GitHub',
    facts: { commit: 'Commit', decided: 'Decidido', branches: 'Ramas', labels: 'Etiquetas', milestone: 'Milestone', author: 'Autor', engine: 'Motor' },
    entry: (seq) => `asiento ${seq}`,
    merged: 'fusionado',
    older: 'Esta es una decisión anterior.',
    newest: 'Ir a la más reciente',
    never: 'Nunca evaluado',
    neverOpen: 'Los webhooks avisaron de este pull request y aún no se evalúa: tarda unos segundos después de un push. Si tarda más, se revisa de nuevo con:',
    neverKnown:
      'La bitácora de este repositorio no tiene ninguna decisión sobre un pull request con este número: no existe, se cerró antes de que llegara Sprintgate o no había configuración. Uno abierto se revisa con:',
    recheck: (command) => `un comentario en él que diga ${command}`,
    lost: {
      erased: 'Lo que decía esta decisión se borró. Su eslabón en la bitácora permanece, y un asiento firmado lo dice.',
      changed: 'Lo que se conserva de esta decisión no es lo que se decidió. `sprintgate ledger verify` dice qué se cambió.',
      slow: 'Esta decisión es grande y explicarla tardó demasiado. Inténtelo en un minuto; el check en GitHub tiene la respuesta breve.',
    },
    partly: 'Lo que se vio para esta decisión ya no se conserva completo: no se pueden mostrar los datos, las acciones ni los valores en los que se apoya.',
    standing: 'Cómo está',
    open: 'Nada lo detiene: todas las compuertas que pueden hacerlo lo dejan pasar.',
    closed: (gates) => `Lo detiene: ${gates}.`,
    waiting: (gates) => `Espera a las máquinas: ${gates}.`,
    idle: 'Según la configuración estas solo informan',
    gate: 'Compuerta',
    verdict: 'Veredicto',
    why: 'Por qué',
    enforcement: { block: 'bloquea', warn: 'solo avisa', off: 'apagada' },
    green: 'Qué lo pondría en verde',
    greenText: 'Para cada compuerta, el menor conjunto de acciones que basta.',
    allGreen: 'No hay nada que hacer.',
    smallest: (count) => (count === 1 ? '1 acción' : `${count} acciones`),
    who: 'Quién actúa',
    forWhat: 'Para',
    more: (count) => `y ${count} más`,
    kinds: { wait: 'una máquina trabaja en ello', look: 'no se pudo leer; puede que entonces se pida más', first: 'después aún tienen que firmar' },
    tree: 'Por qué',
    treeText: 'Todo lo que se revisó, lo peor primero. Lo que no aplica se omite.',
    next: 'Siguiente paso',
    actors: { team: 'quien trabaja en el cambio', signer: 'alguien con autoridad', configuration: 'quien lleva .github/sprintgate.yml' },
    waived: (login, until) => `exento por @${login} hasta ${until}`,
    until: 'hasta',
    below: (open, all) => (open === 0 ? `${all} debajo` : `${open} de ${all} debajo están abiertos`),
    left: (count) => (count === 1 ? 'Aquí no se muestra 1 más' : `Aquí no se muestran ${count} más`),
    whole: 'Toda esta compuerta',
    idleNodes: (count) => (count === 1 ? '1 que no aplica' : `${count} que no aplican`),
    restsOn: 'Valores de la configuración en los que se apoya',
    unset: 'sin definir',
    from: { playbook: 'playbook u omisión', organisation: 'organización', repository: 'repositorio' },
    locked: 'bloqueado',
    history: 'Historia de los veredictos',
    historyText: 'Cada decisión es un asiento de la bitácora. Donde nada cambió, nada se decide de nuevo.',
    when: 'Cuándo',
    by: { own: '', shared: 'con otro del mismo commit', group: 'en un merge group' },
    gates: 'Compuertas',
    earlier: 'Decisiones anteriores',
    backToNewest: 'Decisiones más recientes',
    shown: 'se muestra aquí',
    strip: 'Veredictos de cada compuerta, de la más antigua de estas decisiones a la más reciente',
    receipt: 'Comprobante',
    receiptText: 'La cadena de la bitácora cubre esta decisión. Cada check en GitHub publica el asiento que lo envió, en la última línea de su resumen.',
    thisEntry: 'Esta decisión',
    head: 'Final de la bitácora ahora',
    verify: 'Revisa cada eslabón y lo compara con lo que muestra GitHub:',
    replay: 'Evalúa de nuevo lo que se vio y compara:',
    back: 'Volver al pull request',
  },
};
