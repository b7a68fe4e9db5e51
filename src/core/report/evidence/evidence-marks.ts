import type { EvidenceBundle } from '../../evidence/bundle/bundle.ts';
import type { Report } from '../../evidence/report.ts';
import type { GateInput } from '../../gates/gate-input.ts';
import { walkRule } from '../../playbook/walk-rule.ts';
import type { Policy } from '../../policy/policy.ts';
import { buildRuleContext } from '../../rules/build-rule-context.ts';
import { type CarriedComponent, carriedComponents } from './carried-components.ts';

/** What a reader has to know of the evidence below the verdicts. */
export interface EvidenceMarks {
  readonly carried: readonly CarriedComponent[];
  /** Ids of criteria that look at carried coverage. */
  readonly onCarried: ReadonlySet<string>;
  /** Ids of criteria that look at uploads whose origin nothing proves. */
  readonly onSelfReported: ReadonlySet<string>;
}

/** Stand behind what rests on such evidence; the report's own part on evidence says what they mean. */
export const markSigns = { carried: '↺', selfReported: '°' } as const;

/** Which criteria rest on carried evidence, and which on uploads that say themselves where they are from. */
export function evidenceMarks(input: GateInput): EvidenceMarks {
  const { policy } = input;
  const carried = carriedComponents(input);
  const doubtful = buildRuleContext(input).bundles.filter(({ provenance }) => provenance.kind === 'self-reported');
  const known = { policy, carried, reports: doubtful.flatMap(({ reports }: EvidenceBundle) => reports) };
  const idsOf = (touches: (leaf: Leaf, known: Known) => boolean): Set<string> =>
    new Set(policy.playbook.criteria.filter(({ rule }) => walkRule(rule).some((leaf) => touches(leaf.rule, known))).map(({ id }) => id));
  return { carried, onCarried: idsOf(looksAtCarried), onSelfReported: idsOf(looksAtSelfReported) };
}

/** The signs that stand behind a criterion; with a blank before them. */
export function marksOf(id: string, { onCarried, onSelfReported }: EvidenceMarks): string {
  const signs = (onCarried.has(id) ? markSigns.carried : '') + (onSelfReported.has(id) ? markSigns.selfReported : '');
  return signs === '' ? '' : ` ${signs}`;
}

/** A row as it was before `marksOf` was put behind it. */
export function withoutMarks(row: string): string {
  return row.replace(/ [↺°]{1,2}$/u, '');
}

type Leaf = ReturnType<typeof walkRule>[number]['rule'];

interface Known {
  readonly policy: Policy;
  readonly carried: readonly CarriedComponent[];
  /** Of self-reported uploads. */
  readonly reports: readonly Report[];
}

function looksAtCarried(leaf: Leaf, { carried }: Known): boolean {
  return 'coverage' in leaf && carried.some(({ kind }) => leaf.coverage.of === 'total' || leaf.coverage.of === kind);
}

function looksAtSelfReported(leaf: Leaf, { policy, reports }: Known): boolean {
  return reports.some((report) => {
    if ('coverage' in leaf) return report.kind === 'coverage' && isAsked(leaf.coverage.of, policy);
    if ('tests' in leaf) return report.kind === 'tests' && report.type === leaf.tests.type;
    if ('findings' in leaf) return report.kind === 'findings' && report.scan === leaf.findings.scan;
    if ('metric' in leaf) return (report.kind === 'metrics' || report.kind === 'document') && Object.hasOwn(report.totals.values, leaf.metric.name);
    return false;
  });
}

function isAsked(of: string, { components }: Policy): boolean {
  return of === 'total' || components.some(({ kind }) => kind === of);
}
