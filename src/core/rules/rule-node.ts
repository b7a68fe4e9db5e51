import type { Outcome, Verdict } from '../verdict/verdict.ts';

/** What a leaf finds out; the rest of its node is filled in. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly verdict: Outcome;
  readonly code: string;
  readonly reason: string;
  readonly next?: string | null;
  readonly children?: readonly Verdict[];
  readonly deadline?: string | undefined;
}

/** Completes a finding to a node of the verdict tree. */
export function ruleNode(finding: Finding): Verdict {
  const { deadline, next, children, ...rest } = finding;
  return { ...rest, next: next ?? null, children: children ?? [], ...(deadline === undefined ? {} : { deadline }) };
}
