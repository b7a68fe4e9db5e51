import type { Severity } from '../evidence/report.ts';

/** What GitHub's code scanning knows of the commit, where the policy asks for it. */
export type CodeScanningFacts =
  | {
      readonly state: 'analysed';
      /** The ref that was analysed last, e.g. `refs/pull/12/merge`; the alerts are those of all refs on which the commit was analysed. */
      readonly ref: string;
      readonly tools: readonly string[];
      /** Open alerts. */
      readonly bySeverity: Readonly<Record<Severity, number>>;
      /** Rule and file of the worst, a few of them. */
      readonly worst: readonly string[];
      /** Why GitHub could not process the newest analysis of a tool; null when it could. */
      readonly error: string | null;
    }
  /** Nothing was analysed for this commit. */
  | { readonly state: 'missing' }
  | { readonly state: 'forbidden' }
  /** Code scanning is off in the repository. */
  | { readonly state: 'off' };
