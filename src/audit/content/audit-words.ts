import type { Binding } from '../../core/rules/evaluate-criteria.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { DecisionKind } from '../../core/people/decision.ts';
import type { Outcome } from '../../core/verdict/verdict.ts';
import type { EvidenceKind } from '../matrix/build-matrix.ts';

interface AuditWords {
  readonly title: (repository: string, pull: number) => string;
  readonly internal: string;
  readonly notAsked: string;
  readonly matrix: string;
  readonly matrixIntro: string;
  readonly header: readonly [
    regulation: string,
    criterion: string,
    title: string,
    binding: string,
    verdict: string,
    evidence: string,
    decisions: string,
    commit: string,
  ];
  readonly reason: string;
  readonly outcomes: Readonly<Record<Outcome | 'waived', string>>;
  readonly bindings: Readonly<Record<Binding, string>>;
  readonly kinds: Readonly<Record<EvidenceKind, string>>;
  readonly decided: Readonly<Record<DecisionKind, string>>;
  readonly by: (login: string, id: number, authority: string) => string;
  readonly entry: (seq: number | null) => string;
  readonly over: string;
  readonly until: (at: string) => string;
  readonly none: string;
  readonly facts: {
    readonly repository: string;
    readonly release: string;
    readonly commit: string;
    readonly decided: string;
    readonly entry: string;
    readonly end: string;
    readonly policy: string;
    readonly playbook: string;
    readonly engine: string;
    readonly signedWith: string;
  };
  readonly unsigned: string;
  readonly people: string;
  readonly peopleHeader: readonly [what: string, subject: string, who: string, when: string, until: string, entry: string];
  readonly evidence: string;
  readonly evidenceHeader: readonly [id: string, upload: string, run: string, origin: string, sha256: string];
  readonly selfReported: string;
  readonly page: (page: number, of: number) => string;
  readonly picture: string;
}

export const auditWords: Readonly<Record<Locale, AuditWords>> = {
  en: {
    title: (repository, pull) => `Audit bundle of ${repository} #${pull}`,
    internal: 'Internal policies',
    notAsked: 'not in the configuration',
    matrix: 'Control matrix',
    matrixIntro:
      'Each row: what is asked for, what it rests on, how it came out, who decided, on which commit. `E1`, `E2` … are the uploads of `evidence.json`; decisions are in `decisions.json`, entries in `ledger.jsonl`.',
    header: ['Regulation', 'Criterion', 'What is asked for', 'Binds', 'Verdict', 'Evidence', 'Decided by', 'Commit'],
    reason: 'Reason',
    outcomes: {
      pass: 'holds',
      fail: 'does not hold',
      pending: 'pending',
      'not-applicable': 'does not apply',
      'cannot-evaluate': 'cannot be evaluated',
      waived: 'waived',
    },
    bindings: { binds: 'yes', 'not-yet': 'in a later block', 'later-target': 'for a later target', 'not-applicable': 'not here' },
    kinds: { uploads: 'uploads', files: 'files of the commit', checks: 'checks of the commit', issues: 'issues', policy: 'policy', people: 'people' },
    decided: {
      approve: 'signed off',
      'approve-with-conditions': 'signed off with conditions',
      reject: 'rejected',
      attest: 'attested',
      waive: 'waived',
      revoke: 'revoked',
      override: 'overrode',
      baseline: 'accepted as a baseline',
      hold: 'held',
      unhold: 'let go',
    },
    by: (login, id, authority) => `${login} (id ${id}) as ${authority}`,
    entry: (seq) => (seq === null ? 'by its receipt' : `entry ${seq}`),
    over: 'over',
    until: (at) => `until ${at}`,
    none: 'none',
    facts: {
      repository: 'Repository',
      release: 'Release',
      commit: 'Commit',
      decided: 'Decided',
      entry: 'Entry of the ledger',
      end: 'End of its part of the ledger',
      policy: 'Policy (sha256)',
      playbook: 'Playbook',
      engine: 'Engine',
      signedWith: 'Signed with',
    },
    unsigned: 'NOT SIGNED: nobody vouches for this bundle',
    people: 'Decisions of people',
    peopleHeader: ['Decision', 'About', 'Who', 'When', 'Until', 'Ledger'],
    evidence: 'Evidence',
    evidenceHeader: ['Id', 'Upload', 'Run', 'Origin', 'sha256'],
    selfReported: 'self-reported',
    page: (page, of) => `page ${page} of ${of}`,
    picture: 'a diagram; see readiness.html or the page',
  },
  es: {
    title: (repository, pull) => `Expediente de auditoría de ${repository} #${pull}`,
    internal: 'Políticas internas',
    notAsked: 'no está en la configuración',
    matrix: 'Matriz de control',
    matrixIntro:
      'Cada fila: qué se exige, en qué se apoya, cómo resultó, quién decidió y sobre qué commit. `E1`, `E2` … son las cargas de `evidence.json`; las decisiones están en `decisions.json` y los asientos en `ledger.jsonl`.',
    header: ['Regulación', 'Criterio', 'Qué se exige', 'Obliga', 'Veredicto', 'Evidencia', 'Quién decidió', 'Commit'],
    reason: 'Motivo',
    outcomes: {
      pass: 'se cumple',
      fail: 'no se cumple',
      pending: 'pendiente',
      'not-applicable': 'no aplica',
      'cannot-evaluate': 'no se puede evaluar',
      waived: 'exento',
    },
    bindings: { binds: 'sí', 'not-yet': 'en un bloque posterior', 'later-target': 'para una meta posterior', 'not-applicable': 'aquí no' },
    kinds: { uploads: 'cargas', files: 'archivos del commit', checks: 'checks del commit', issues: 'issues', policy: 'política', people: 'personas' },
    decided: {
      approve: 'aprobó',
      'approve-with-conditions': 'aprobó con condiciones',
      reject: 'rechazó',
      attest: 'atestiguó',
      waive: 'eximió',
      revoke: 'revocó',
      override: 'forzó el paso',
      baseline: 'aceptó como línea base',
      hold: 'retuvo',
      unhold: 'liberó',
    },
    by: (login, id, authority) => `${login} (id ${id}) como ${authority}`,
    entry: (seq) => (seq === null ? 'por su recibo' : `asiento ${seq}`),
    over: 'terminada',
    until: (at) => `hasta ${at}`,
    none: 'ninguna',
    facts: {
      repository: 'Repositorio',
      release: 'Liberación',
      commit: 'Commit',
      decided: 'Decidido',
      entry: 'Asiento de la bitácora',
      end: 'Fin de su parte de la bitácora',
      policy: 'Política (sha256)',
      playbook: 'Método',
      engine: 'Motor',
      signedWith: 'Firmado con',
    },
    unsigned: 'SIN FIRMA: nadie responde por este expediente',
    people: 'Decisiones de personas',
    peopleHeader: ['Decisión', 'Sobre', 'Quién', 'Cuándo', 'Hasta', 'Bitácora'],
    evidence: 'Evidencia',
    evidenceHeader: ['Id', 'Carga', 'Ejecución', 'Origen', 'sha256'],
    selfReported: 'declarada por el propio flujo',
    page: (page, of) => `página ${page} de ${of}`,
    picture: 'un diagrama; véase readiness.html o la página',
  },
};
