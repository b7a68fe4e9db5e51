import type { Policy } from '../../core/policy/policy.ts';
import { auditWords } from '../content/audit-words.ts';
import type { DecisionFact } from '../content/list-decisions.ts';
import type { MatrixRow } from './build-matrix.ts';
import { internal, method } from './regulations-of.ts';

type Said = Pick<Policy, 'locale' | 'playbook'>;

/** The cells of a row in the policy's language, in the order of `auditWords.header`. */
export function matrixCells(row: MatrixRow, policy: Said): string[] {
  const say = auditWords[policy.locale];
  const { restsOn, evidence, decisions } = row;
  const rests = restsOn.map((kind) =>
    kind === 'uploads' ? `${say.kinds.uploads}${evidence.length > 0 ? ` (${evidence.map(({ id }) => id).join(' ')})` : ''}` : say.kinds[kind],
  );
  return [
    regulationTitle(row.regulation, policy),
    row.criterion,
    row.title,
    row.applies || row.binding === 'binds' ? say.bindings[row.binding] : say.notAsked,
    say.outcomes[row.waived ? 'waived' : row.verdict],
    rests.join(', ') || say.none,
    decisions.map((fact) => decisionText(fact, policy)).join('; ') || say.none,
    row.commit,
  ];
}

/** A decision in one line: what, by whom with which authority, when, until when, in which entry. */
export function decisionText({ decision, stands, entry }: DecisionFact, { locale }: Pick<Policy, 'locale'>): string {
  const say = auditWords[locale];
  const { kind, by, proof, at, until } = decision;
  return [
    `${say.decided[kind]} ${say.by(by.login, by.id, proof.authority)} ${at}`,
    ...(until === null ? [] : [say.until(until)]),
    ...(stands ? [] : [say.over]),
    say.entry(entry),
  ].join(', ');
}

export function regulationTitle(regulation: string, { locale, playbook }: Said): string {
  if (regulation === internal) return auditWords[locale].internal;
  return regulation === method ? `${playbook.id}@${playbook.version}` : regulation;
}
