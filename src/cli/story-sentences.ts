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
  },
};

/** The sentence of one step. */
export function storySentence(told: Told, locale: Locale): string {
  return sentences[locale][told.scene](told.facts);
}
