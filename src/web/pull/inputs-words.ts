import type { DecisionKind } from '../../core/people/decision.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';

interface InputsWords {
  readonly title: string;
  readonly text: string;
  readonly uploads: string;
  readonly noUploads: string;
  readonly upload: string;
  readonly origin: string;
  readonly made: string;
  readonly digest: string;
  readonly verified: (workflow: string) => string;
  readonly selfReported: string;
  readonly of: Readonly<Record<'head' | 'base' | 'earlier', string>>;
  readonly run: (run: number, attempt: number) => string;
  readonly refused: string;
  readonly running: string;
  readonly ago: (text: string) => string;
  readonly decisions: string;
  readonly noDecisions: string;
  readonly kinds: Readonly<Record<DecisionKind, string>>;
  readonly subject: string;
  readonly what: string;
  readonly person: string;
  readonly as: (authority: string) => string;
  readonly until: string;
  readonly comment: string;
  readonly commands: string;
  readonly accepted: string;
  readonly configuration: string;
  readonly playbook: string;
  readonly policy: string;
  readonly fromCommit: string;
  readonly lastGood: (problems: number) => string;
  readonly checks: string;
  readonly noChecks: string;
  readonly posted: string;
  readonly postedNothing: string;
  readonly check: string;
  readonly conclusion: string;
  readonly refusedBy: string;
  readonly unanswered: string;
  readonly tree: string;
  readonly treeText: (files: number | null, changed: number) => string;
  readonly unavailable: string;
  readonly unknown: string;
  readonly more: (count: number) => string;
}

export const inputsWords: Readonly<Record<Locale, InputsWords>> = {
  en: {
    title: 'What it rests on',
    text: 'As it was seen when this was decided.',
    uploads: 'Evidence',
    noUploads: 'No upload.',
    upload: 'Upload',
    origin: 'Origin',
    made: 'Made',
    digest: 'Digest of what was read',
    verified: (workflow) => `verified: ${workflow}`,
    selfReported: 'self-reported by the workflow',
    of: { head: '', base: 'of the base, to compare with', earlier: 'carried forward' },
    run: (run, attempt) => (attempt > 1 ? `run ${run}, attempt ${attempt}` : `run ${run}`),
    refused: 'Not taken',
    running: 'Still at work',
    ago: (text) => `${text} before`,
    decisions: 'Decisions of people',
    noDecisions: 'Nobody had decided anything.',
    kinds: {
      approve: 'approved',
      'approve-with-conditions': 'approved with conditions',
      reject: 'rejected',
      attest: 'attested',
      waive: 'waived',
      revoke: 'revoked',
      override: 'overridden',
      baseline: 'taken as baseline',
      hold: 'held',
      unhold: 'released',
    },
    subject: 'Of what',
    what: 'Decision',
    person: 'By whom',
    as: (authority) => `as ${authority}`,
    until: 'until',
    comment: 'comment',
    commands: 'Commands on this pull request',
    accepted: 'accepted',
    configuration: 'Configuration',
    playbook: 'Playbook',
    policy: 'Policy',
    fromCommit: 'From commit',
    lastGood: (problems) => `The configuration of the default branch has ${problems === 1 ? 'an error' : `${problems} errors`}; this is the last good one.`,
    checks: 'Checks of others',
    noChecks: 'There was none.',
    posted: 'Checks that this decision posted',
    postedNothing: 'None: those that were there said the same.',
    check: 'Check',
    conclusion: 'Conclusion',
    refusedBy: 'GitHub refused it',
    unanswered: 'no answer was recorded',
    tree: 'Tree',
    treeText: (files, changed) =>
      `${files === null ? 'GitHub could not list all files of the commit' : `${files.toLocaleString('en')} files in the commit`}, ${changed.toLocaleString('en')} changed by the pull request.`,
    unavailable: 'Could not be read',
    unknown: 'not known',
    more: (count) => `and ${count} more`,
  },
  es: {
    title: 'En qué se apoya',
    text: 'Tal como se vio al decidir.',
    uploads: 'Evidencia',
    noUploads: 'Ninguna carga.',
    upload: 'Carga',
    origin: 'Origen',
    made: 'Hecha',
    digest: 'Huella de lo leído',
    verified: (workflow) => `verificada: ${workflow}`,
    selfReported: 'declarada por el propio workflow',
    of: { head: '', base: 'de la base, para comparar', earlier: 'arrastrada de antes' },
    run: (run, attempt) => (attempt > 1 ? `ejecución ${run}, intento ${attempt}` : `ejecución ${run}`),
    refused: 'No aceptada',
    running: 'Aún trabaja',
    ago: (text) => `${text} antes`,
    decisions: 'Decisiones de personas',
    noDecisions: 'Nadie había decidido nada.',
    kinds: {
      approve: 'aprobado',
      'approve-with-conditions': 'aprobado con condiciones',
      reject: 'rechazado',
      attest: 'atestiguado',
      waive: 'exento',
      revoke: 'revocado',
      override: 'anulado',
      baseline: 'aceptado como línea base',
      hold: 'retenido',
      unhold: 'liberado',
    },
    subject: 'De qué',
    what: 'Decisión',
    person: 'De quién',
    as: (authority) => `como ${authority}`,
    until: 'hasta',
    comment: 'comentario',
    commands: 'Comandos en este pull request',
    accepted: 'aceptado',
    configuration: 'Configuración',
    playbook: 'Playbook',
    policy: 'Política',
    fromCommit: 'Del commit',
    lastGood: (problems) => `La configuración de la rama principal tiene ${problems === 1 ? 'un error' : `${problems} errores`}; esta es la última válida.`,
    checks: 'Checks de otros',
    noChecks: 'No había ninguno.',
    posted: 'Checks que esta decisión publicó',
    postedNothing: 'Ninguno: los que había decían lo mismo.',
    check: 'Check',
    conclusion: 'Conclusión',
    refusedBy: 'GitHub lo rechazó',
    unanswered: 'no se registró respuesta',
    tree: 'Árbol',
    treeText: (files, changed) =>
      `${files === null ? 'GitHub no pudo listar todos los archivos del commit' : `${files.toLocaleString('es-MX')} archivos en el commit`}, ${changed.toLocaleString('es-MX')} cambiados por el pull request.`,
    unavailable: 'No se pudo leer',
    unknown: 'desconocido',
    more: (count) => `y ${count} más`,
  },
};
