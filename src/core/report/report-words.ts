import type { Locale } from '../playbook/text-schema.ts';
import type { Outcome } from '../verdict/verdict.ts';

interface ReportWords {
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly inWarn: (title: string) => string;
  readonly why: string;
  readonly next: string;
  readonly nothingToDo: string;
  /** Between two ways of which either is enough. */
  readonly or: string;
  readonly what: string;
  readonly problems: string;
  readonly more: (count: number) => string;
  readonly passingNotShown: (count: number) => string;
  readonly sharedHead: (count: number) => string;
  readonly pull: string;
  readonly verdict: string;
  readonly outside: (pulls: string) => string;
  readonly warnNote: string;
  readonly waived: (login: string, until: string, reason: string) => string;
  readonly override: (login: string, until: string, reason: string) => string;
  readonly lastGood: (count: number, first: string) => string;
  readonly unavailable: (what: string, why: string) => string;
  /** Names of what the snapshot says it could not read. */
  readonly unread: Readonly<Record<string, string>>;
  readonly deadline: (when: string) => string;
  readonly provenance: (sha: string, policy: string) => string;
  readonly selfReported: string;
  readonly truncated: string;
  readonly page: (url: string) => string;
}

/** Words of the check output and of the verdict as text. */
export const reportWords: Record<Locale, ReportWords> = {
  en: {
    outcome: { pass: 'Pass', fail: 'Fail', pending: 'Waiting', 'not-applicable': 'Does not apply', 'cannot-evaluate': 'Cannot be evaluated' },
    inWarn: (title) => `Warning only: ${title}`,
    why: 'Why',
    next: 'What to do',
    nothingToDo: 'Nothing to do.',
    or: 'or',
    what: 'What',
    problems: 'What is missing',
    more: (count) => `… and ${count} more`,
    passingNotShown: (count) => `${count} that hold or do not apply are not shown`,
    sharedHead: (count) => `${count} pull requests share this commit; the worst of their verdicts is shown.`,
    pull: 'Pull request',
    verdict: 'Verdict',
    outside: (pulls) => `Not judged, since their base is not among the configured branches: ${pulls}`,
    warnNote: 'This gate is set to `warn`: it reports and does not block.',
    waived: (login, until, reason) => `waived by ${login} until ${until}: ${reason}`,
    override: (login, until, reason) => `Gates of this commit are overridden by ${login} until ${until}: ${reason}`,
    lastGood: (count, first) =>
      `The configuration on the default branch has ${count === 1 ? 'an error' : `${count} errors`}; the last good one stays in force. ${first}`,
    unavailable: (what, why) => `Could not be read: ${what} (${why})`,
    unread: { decisions: 'decisions', issues: 'issues', checkRuns: 'checks', evidence: 'evidence' },
    deadline: (when) => `waits until ${when}`,
    provenance: (sha, policy) => `Commit ${sha} · configuration ${policy}`,
    selfReported: 'Evidence is what the workflows of this pull request report themselves.',
    truncated: '… the rest was left out, as GitHub limits the length of a report.',
    page: (url) => `[The whole explanation, its inputs and what would turn it green](${url})`,
  },
  es: {
    outcome: { pass: 'Pasa', fail: 'No pasa', pending: 'En espera', 'not-applicable': 'No aplica', 'cannot-evaluate': 'No se puede evaluar' },
    inWarn: (title) => `Solo aviso: ${title}`,
    why: 'Por qué',
    next: 'Qué hacer',
    nothingToDo: 'No hay nada que hacer.',
    or: 'o bien',
    what: 'Qué',
    problems: 'Qué falta',
    more: (count) => `… y ${count} más`,
    passingNotShown: (count) => `No se muestran ${count} que se cumplen o no aplican`,
    sharedHead: (count) => `${count} pull requests comparten este commit; se muestra el peor de sus veredictos.`,
    pull: 'Pull request',
    verdict: 'Veredicto',
    outside: (pulls) => `No se evalúan, porque su base no está entre las ramas configuradas: ${pulls}`,
    warnNote: 'Esta compuerta está en `warn`: informa y no bloquea.',
    waived: (login, until, reason) => `exento por ${login} hasta ${until}: ${reason}`,
    override: (login, until, reason) => `Las compuertas de este commit están anuladas por ${login} hasta ${until}: ${reason}`,
    lastGood: (count, first) =>
      `La configuración de la rama principal tiene ${count === 1 ? 'un error' : `${count} errores`}; sigue vigente la última válida. ${first}`,
    unavailable: (what, why) => `No se pudo leer: ${what} (${why})`,
    unread: { decisions: 'decisiones', issues: 'issues', checkRuns: 'checks', evidence: 'evidencia' },
    deadline: (when) => `espera hasta ${when}`,
    provenance: (sha, policy) => `Commit ${sha} · configuración ${policy}`,
    selfReported: 'La evidencia es la que reportan los propios workflows de este pull request.',
    truncated: '… el resto se omitió, porque GitHub limita el largo de un informe.',
    page: (url) => `[La explicación completa, sus datos y qué la pondría en verde](${url})`,
  },
};
