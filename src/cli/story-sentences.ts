import type { Locale } from '../core/playbook/text-schema.ts';
import type { SceneName, Told } from '../rehearsal/story/told.ts';

type Sentences = Readonly<Record<SceneName, (facts: Told['facts']) => string>>;

const sentences: Readonly<Record<Locale, Sentences>> = {
  en: {
    installed: () => 'The app is installed. It opens one issue with a proposed configuration, and changes nothing else.',
    configured: () => 'The configuration is merged. The plan is shown before anything is created.',
    seeded: ({ who, issues, milestones }) => `${who} answers with a command, and the backlog is created: ${milestones} milestones, ${issues} issues.`,
    'not-seeded': ({ issues, milestones }) =>
      `The configuration names nobody whom the app can verify, so the backlog is created for you: ${milestones} milestones, ${issues} issues.`,
    weak: ({ number, title }) => `Pull request #${number} “${title}” arrives with too few tests.`,
    fixed: ({ number, merged }) => `The missing tests are pushed to #${number}${merged ? `, and ${merged} merges it` : ''}.`,
    worked: ({ block, issues }) => `Weeks pass. The team closes ${issues} issues of “${block}”; closing one is no sign-off.`,
    early: ({ number, title }) => `Pull request #${number} “${title}” is work of a later sprint.`,
    signed: ({ checkpoint, who, count }) => `${who} ${count === 1 ? 'signs' : 'sign'} “${checkpoint}” with a comment; a signed receipt answers.`,
    refused: ({ checkpoint, who }) => `${who} asked to sign “${checkpoint}”, and the app did not accept it: its reply says why.`,
    unsigned: ({ checkpoint }) => `Nobody can sign “${checkpoint}”: the configuration names no authority for it.`,
    late: ({ number, merged }) => `#${number} is judged again${merged ? `, and ${merged} merges it` : ''}.`,
    release: ({ number }) => `Release pull request #${number} gets its readiness report.`,
    sprint: ({ sprint, closed, left, percent }) =>
      `Sprint ${sprint}: ${closed} items closed${left ? `, ${left} left open` : ''}; ${percent} % of what binds holds.`,
    slipped: ({ checkpoint }) => `The sprint is over and “${checkpoint}” is not signed: the plan slips.`,
    risk: ({ title }) => `A risk was dealt with: “${title}”.`,
    waived: ({ who, criterion, until }) => `${who} let ${criterion} go until ${until}; something else is done instead.`,
    rejected: ({ who, checkpoint }) => `${who} rejects “${checkpoint}”: a dependency has a critical hole. It is mended the next day.`,
    blocked: ({ number }) => `The tests of #${number} have run: its report says what blocks, and who has to act.`,
    ready: ({ number, merged }) => `Everything is stated and signed: #${number} is ready${merged ? `, and ${merged} merges it` : ''}.`,
    held: ({ environment }) => `The deployment to ${environment} waits: an incident is open.`,
    deployed: ({ environment, state }) => `The incident is over: ${environment} is ${state}.`,
    phase: ({ phase, users, percent }) => `Pilot, ${phase}: ${users} users; ${percent} % of what binds holds.`,
    bundle: ({ file, files, entries }) => `The auditor’s bundle is made and verified offline: ${file}, ${files} files, ${entries} entries of the ledger.`,
  },
  es: {
    installed: () => 'La app se instala. Abre un issue con una configuración propuesta y no cambia nada más.',
    configured: () => 'La configuración se integra. El plan se muestra antes de crear nada.',
    seeded: ({ who, issues, milestones }) => `${who} responde con un comando y se crea el backlog: ${milestones} milestones, ${issues} issues.`,
    'not-seeded': ({ issues, milestones }) =>
      `La configuración no nombra a nadie que la app pueda verificar, así que el backlog se crea por usted: ${milestones} milestones, ${issues} issues.`,
    weak: ({ number, title }) => `El pull request #${number} «${title}» llega con pocas pruebas.`,
    fixed: ({ number, merged }) => `Se agregan a #${number} las pruebas que faltaban${merged ? ` y ${merged} lo integra` : ''}.`,
    worked: ({ block, issues }) => `Pasan las semanas. El equipo cierra ${issues} issues de «${block}»; cerrar un issue no es firmar.`,
    early: ({ number, title }) => `El pull request #${number} «${title}» es trabajo de un sprint posterior.`,
    signed: ({ checkpoint, who, count }) => `${who} ${count === 1 ? 'firma' : 'firman'} «${checkpoint}» con un comentario; responde un recibo firmado.`,
    refused: ({ checkpoint, who }) => `${who} pidió firmar «${checkpoint}» y la app no lo aceptó: su respuesta dice por qué.`,
    unsigned: ({ checkpoint }) => `Nadie puede firmar «${checkpoint}»: la configuración no nombra a su autoridad.`,
    late: ({ number, merged }) => `Se vuelve a evaluar #${number}${merged ? ` y ${merged} lo integra` : ''}.`,
    release: ({ number }) => `El pull request de liberación #${number} recibe su informe de preparación.`,
    sprint: ({ sprint, closed, left, percent }) =>
      `Sprint ${sprint}: se cierran ${closed} elementos${left ? `, ${left} quedan abiertos` : ''}; se cumple el ${percent} % de lo que obliga.`,
    slipped: ({ checkpoint }) => `El sprint terminó y «${checkpoint}» no está firmado: el plan se atrasa.`,
    risk: ({ title }) => `Se atendió un riesgo: «${title}».`,
    waived: ({ who, criterion, until }) => `${who}: ${criterion} queda exento hasta ${until}; en su lugar se hace otra cosa.`,
    rejected: ({ who, checkpoint }) => `${who} rechaza «${checkpoint}»: una dependencia tiene un hueco crítico. Se corrige al día siguiente.`,
    blocked: ({ number }) => `Corrieron las pruebas de #${number}: su informe dice qué bloquea y quién debe actuar.`,
    ready: ({ number, merged }) => `Todo está declarado y firmado: #${number} está listo${merged ? ` y ${merged} lo integra` : ''}.`,
    held: ({ environment }) => `El despliegue a ${environment} espera: hay un incidente abierto.`,
    deployed: ({ environment, state }) => `El incidente terminó: ${environment} queda ${state === 'approved' ? 'aprobado' : state}.`,
    phase: ({ phase, users, percent }) => `Piloto, ${phase}: ${users} usuarios; se cumple el ${percent} % de lo que obliga.`,
    bundle: ({ file, files, entries }) =>
      `Se hace el paquete de auditoría y se verifica sin red: ${file}, ${files} archivos, ${entries} asientos del expediente.`,
  },
};

/** The sentence of one step. */
export function storySentence(told: Told, locale: Locale): string {
  return sentences[locale][told.scene](told.facts);
}
