import type { Locale } from '../core/playbook/text-schema.ts';
import type { Told } from '../rehearsal/story/scenes.ts';
import { printLine, styled } from './print.ts';

type Sentences = Readonly<Record<Told['scene'], (facts: Told['facts']) => string>>;

const sentences: Readonly<Record<Locale, Sentences>> = {
  en: {
    installed: () => 'The app is installed. It opens one issue with a proposed configuration, and changes nothing else.',
    configured: () => 'The configuration is merged. The plan is shown before anything is created.',
    seeded: ({ who, issues, milestones }) => `${who} answers with a command, and the backlog is created: ${milestones} milestones, ${issues} issues.`,
    'not-seeded': ({ issues, milestones }) => `The configuration names nobody who may sign, so the backlog is created for you: ${milestones} milestones, ${issues} issues.`,
    weak: ({ number, title }) => `Pull request #${number} “${title}” arrives with too few tests.`,
    fixed: ({ number }) => `The missing tests are pushed to #${number}.`,
    early: ({ number, title }) => `Pull request #${number} “${title}” is work of a later sprint.`,
    signed: ({ checkpoint, who }) => `${who} signs “${checkpoint}” with a comment; a signed receipt answers.`,
    unsigned: ({ checkpoint }) => `Nobody can sign “${checkpoint}”: the configuration names no authority for it.`,
    late: ({ number }) => `#${number} is looked at again.`,
    release: ({ number }) => `Release pull request #${number} gets its readiness report.`,
  },
  es: {
    installed: () => 'La app se instala. Abre un issue con una configuración propuesta y no cambia nada más.',
    configured: () => 'La configuración se integra. El plan se muestra antes de crear nada.',
    seeded: ({ who, issues, milestones }) => `${who} responde con un comando y se crea el backlog: ${milestones} hitos, ${issues} issues.`,
    'not-seeded': ({ issues, milestones }) => `La configuración no nombra a nadie que firme, así que el backlog se crea por usted: ${milestones} hitos, ${issues} issues.`,
    weak: ({ number, title }) => `El pull request #${number} «${title}» llega con pocas pruebas.`,
    fixed: ({ number }) => `Se agregan a #${number} las pruebas que faltaban.`,
    early: ({ number, title }) => `El pull request #${number} «${title}» es trabajo de un sprint posterior.`,
    signed: ({ checkpoint, who }) => `${who} firma «${checkpoint}» con un comentario; responde un recibo firmado.`,
    unsigned: ({ checkpoint }) => `Nadie puede firmar «${checkpoint}»: la configuración no nombra a su autoridad.`,
    late: ({ number }) => `Se vuelve a evaluar #${number}.`,
    release: ({ number }) => `El pull request de liberación #${number} recibe su informe de preparación.`,
  },
};

const marks: Readonly<Record<string, readonly ['green' | 'red' | 'yellow', string]>> = {
  success: ['green', '✓'], failure: ['red', '✗'], action_required: ['red', '✗'], in_progress: ['yellow', '…'],
};

/** The sentence of one step. */
export function sentenceOf(told: Told, locale: Locale): string {
  return sentences[locale][told.scene](told.facts);
}

/** Tells one step on the terminal: what happened, what the check says, where to look. */
export function narrate(told: Told, telling: { step: number; locale: Locale; url: string }): void {
  printLine(`${styled('bold', `${telling.step}.`)} ${sentenceOf(told, telling.locale)}`);
  if (told.check) {
    const [color, mark] = marks[told.check.conclusion] ?? ['yellow', '…'];
    printLine(`   ${styled(color, `${mark} ${told.check.name}`)}  ${told.check.title}`);
  }
  if (told.path !== null) printLine(styled('dim', `   ${telling.url}${told.path}`));
}
