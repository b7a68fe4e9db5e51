import type { EvidenceBundle } from '../evidence/bundle/bundle.ts';
import type { Policy } from '../policy/policy.ts';
import type { SupposedCoverage } from './suppose-coverage.ts';

/** A signature that is supposed: of a checkpoint or criterion, by somebody, or by as many as its authority needs. */
export interface SupposedSignature {
  readonly kind: 'approve' | 'attest' | 'waive';
  readonly subject: string;
  /** Null: by people without a name, as many as it takes. */
  readonly login: string | null;
}

/** What is changed in a snapshot to ask "what if". */
export interface Edits {
  /** Another configuration. */
  readonly policy?: Policy;
  /** Another day, `YYYY-MM-DD`, at noon in the configuration's time zone. */
  readonly date?: string;
  readonly signatures?: readonly SupposedSignature[];
  /** Reports that come in addition. */
  readonly bundles?: readonly EvidenceBundle[];
  /** Figures of coverage, by component. */
  readonly coverage?: readonly SupposedCoverage[];
  /** Labels put on the pull request. */
  readonly labels?: readonly string[];
  /** The pull request's milestone: a sprint or phase of the plan (`s07`, `alpha`), or the title of a milestone that is there. */
  readonly milestone?: string;
}
