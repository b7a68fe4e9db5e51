import { walkRule } from '../../core/playbook/walk-rule.ts';
import type { Binding } from '../../core/rules/evaluate-criteria.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { plainProse } from '../../core/report/prose.ts';
import type { Outcome } from '../../core/verdict/verdict.ts';
import type { AuditCase } from '../content/audit-case.ts';
import { type DecisionFact, listDecisions } from '../content/list-decisions.ts';
import { type EvidenceRow, listEvidence } from '../content/list-evidence.ts';
import { regulationsOf } from './regulations-of.ts';

/** What a criterion is decided by: uploads of tools, the commit's files, GitHub's checks and issues, the policy, people. */
export type EvidenceKind = 'uploads' | 'files' | 'checks' | 'issues' | 'policy' | 'people';

/** One demand of one regulation: what it rests on, how it came out, who decided, on which commit. */
export interface MatrixRow {
  readonly regulation: string;
  /** Whether the configuration asks for this regulation. */
  readonly applies: boolean;
  readonly criterion: string;
  readonly title: string;
  readonly category: string | null;
  readonly block: string | null;
  readonly binding: Binding;
  readonly verdict: Outcome;
  readonly waived: boolean;
  readonly reason: string;
  readonly restsOn: readonly EvidenceKind[];
  readonly evidence: readonly EvidenceRow[];
  readonly decisions: readonly DecisionFact[];
  /** The commit that was judged. */
  readonly commit: string;
}

export function buildMatrix(audit: AuditCase): MatrixRow[] {
  const { policy, criteria, snapshot } = audit;
  const map = regulationsOf(policy);
  const evidence = listEvidence(audit);
  const decisions = listDecisions(audit);
  const known = new Map(policy.playbook.criteria.map((criterion) => [criterion.id, criterion]));
  const rows = criteria.map(({ binding, category, verdict }) => {
    const basis = basisOf(verdict.id, policy);
    return {
      criterion: verdict.id,
      title: plainProse(verdict.title),
      category: category ?? known.get(verdict.id)?.category ?? null,
      block: known.get(verdict.id)?.block ?? null,
      binding,
      verdict: verdict.verdict,
      waived: verdict.waivedBy !== undefined,
      reason: plainProse(verdict.reason),
      restsOn: basis.kinds,
      evidence: basis.kinds.includes('uploads') ? evidence : [],
      decisions: decisions.filter(({ decision }) => basis.subjects.has(decision.subject)),
      commit: snapshot.headSha,
    };
  });
  return map.regulations.flatMap((regulation) =>
    rows.filter((row) => map.of(row.criterion).includes(regulation)).map((row) => ({ regulation, applies: map.applies(regulation), ...row })),
  );
}

interface Basis {
  readonly kinds: readonly EvidenceKind[];
  /** Criteria and checkpoints about which people decide for it. */
  readonly subjects: ReadonlySet<string>;
}

const kindOf = {
  coverage: 'uploads',
  tests: 'uploads',
  findings: 'uploads',
  metric: 'uploads',
  files: 'files',
  openapi: 'files',
  checkRun: 'checks',
  issues: 'issues',
  checkpoint: 'people',
  attestation: 'people',
  parameter: 'policy',
} as const satisfies Record<string, EvidenceKind>;

/** What a criterion is decided by, through the criteria that it refers to. */
function basisOf(criterion: string, { playbook }: Policy): Basis {
  const kinds = new Set<EvidenceKind>();
  const subjects = new Set<string>();
  for (const open = [criterion]; open.length > 0;) {
    const id = open.pop() ?? '';
    const rule = playbook.criteria.find((each) => each.id === id)?.rule;
    if (subjects.has(id)) continue;
    subjects.add(id);
    for (const leaf of rule ? walkRule(rule) : []) {
      if ('criterion' in leaf.rule) open.push(leaf.rule.criterion);
      else if (leaf.kind !== 'criterion') kinds.add(kindOf[leaf.kind]);
      if ('checkpoint' in leaf.rule) subjects.add(leaf.rule.checkpoint);
    }
  }
  return { kinds: [...kinds].toSorted(), subjects };
}
