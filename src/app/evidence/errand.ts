import type { BundleHead } from '../../core/evidence/bundle/bundle.ts';
import type { RefusalCause } from '../../core/evidence/bundle/refusal-cause.ts';
import type { Edits } from '../../core/explain/edits.ts';
import type { ExplainedPull } from '../../core/explain/explained-pull.ts';
import type { KeptDecision } from '../../core/explain/kept-decision.ts';
import type { Supposed } from '../../core/explain/suppose-pull.ts';
import type { JudgedBy, Judgement } from '../../core/plan/judge-head.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import type { StoodUntil } from '../../core/standing/stand-head.ts';
import type { OpenedUpload, PackedUpload } from '../../github/artifacts/open-upload.ts';

/** What the evidence process is asked; the archive and the bundles' contents travel beside it, in their order. */
export type Errand =
  | { readonly do: 'open'; readonly upload: Omit<PackedUpload, 'archive'> }
  | { readonly do: 'judge'; readonly snapshot: PullSnapshot<BundleHead>; readonly by: JudgedBy }
  | { readonly do: 'stand'; readonly snapshot: PullSnapshot<BundleHead> }
  | { readonly do: 'suppose'; readonly snapshot: PullSnapshot<BundleHead>; readonly edits: Edits; readonly pull: number }
  | { readonly do: 'explain'; readonly kept: KeptDecision };

/** What it answers; the bundle's content travels beside it. */
export type Answer =
  | { readonly do: 'opened'; readonly head: BundleHead; readonly identity: OpenedUpload<BundleHead>['identity'] }
  | { readonly do: 'refused'; readonly cause: RefusalCause }
  | { readonly do: 'judged'; readonly judgement: Judgement }
  | { readonly do: 'stood'; readonly stood: StoodUntil | null }
  | { readonly do: 'supposed'; readonly supposed: Supposed | { readonly impossible: string } }
  | { readonly do: 'explained'; readonly explained: ExplainedPull | null }
  | { readonly do: 'failed'; readonly message: string };
