import type { EvidenceBundle } from '../evidence/bundle/bundle.ts';
import type { Decision } from '../people/decision.ts';
import type { Policy } from '../policy/policy.ts';
import type { PullFacts } from '../snapshot/facts.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** Everything a rule may look at, built once for a pull request by `buildRuleContext`. */
export interface RuleContext {
  readonly policy: Policy;
  readonly snapshot: PullSnapshot;
  readonly pull: PullFacts;
  readonly now: string;
  /** Newest bundles, and where the policy demands a trusted workflow, only those of verified origin; their reports classified. */
  readonly bundles: readonly EvidenceBundle[];
  /** Decisions on this repository and unit, revoked and expired ones included. */
  readonly decisions: readonly Decision[];
  /** Later of the repository's block and the pull request's, as a position in the playbook. */
  readonly block: number;
  /** The coverage rule's figures: of `total` or of a kind of component. */
  readonly coverage: (of: string) => CoverageReading;
  readonly checkpoint: (id: string) => CheckpointReading;
  /** Criteria under evaluation, outermost first: what an attestation belongs to, and the guard against circles. */
  readonly path: readonly string[];
}

/** One figure of coverage, or why there is none. */
export type CoverageFigure =
  | {
      readonly state: 'measured';
      readonly name: string;
      readonly covered: number;
      readonly total: number;
      readonly floor: number;
      readonly strict: boolean;
      /** What a reader has to know of it, as a sentence: that it is carried forward, and from where. */
      readonly note?: string;
    }
  | {
      readonly state: 'unknown';
      readonly name: string;
      readonly verdict: 'pending' | 'cannot-evaluate';
      readonly code: string;
      readonly reason: string;
      readonly next: string | null;
      readonly deadline?: string;
    };

/** The figures behind one word of the rule; a kind without components has none. */
export type CoverageReading = readonly CoverageFigure[];

/** How a checkpoint stands, in the words of the checkpoint gate. */
export type CheckpointReading = Pick<Verdict, 'verdict' | 'code' | 'reason' | 'next' | 'title'>;
