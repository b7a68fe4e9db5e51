import type { RefusalCause } from './refusal-cause.ts';
import type { EvidenceLabels } from '../classify/report-mapping.ts';
import type { Report } from '../report.ts';

/**
 * Where evidence came from. `headSha` is taken from the workflow run object, never from inside a file:
 * whoever writes the file would choose what it proves.
 */
export interface BundleIdentity {
  readonly repositoryId: number;
  readonly headSha: string;
  /** The commit that was tested; for `pull_request` runs this is the merge commit. */
  readonly testedSha: string;
  readonly testedTree: string | null;
  readonly baseSha: string | null;
  readonly workflowPath: string;
  readonly event: string;
  readonly job: string;
  readonly uploadName: string;
  readonly runId: number;
  readonly runAttempt: number;
}

export interface BundleFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** How far the origin of a bundle is known. What a pull request's own workflow uploads is `self-reported`. */
/** `why` says in English what an identity token that came along lacks. */
export type Provenance = { readonly kind: 'self-reported'; readonly why?: string | undefined } | { readonly kind: 'verified'; readonly jobWorkflowRef: string };

/** What is known of a bundle without opening it. */
export interface BundleHead {
  readonly identity: BundleIdentity;
  readonly provenance: Provenance;
  /** ISO time of the run's completion. */
  readonly completedAt: string;
  /** Version of the readers that made its reports, where the bundle was kept; left out by those of this process. */
  readonly readerVersion?: number;
}

/** A bundle whose content nobody but the reading process opens: it may be large, and what is in it may be hostile. */
export interface SealedBundle extends BundleHead {
  /** The packed bundle, compressed. */
  readonly content: Uint8Array;
}

export interface EvidenceBundle extends BundleHead {
  readonly files: readonly BundleFile[];
  readonly reports: readonly Report[];
  /** What the step that uploaded them said of its reports; null or left out where it said nothing. */
  readonly labels?: EvidenceLabels | null | undefined;
}

/** What is known about the evidence of one commit, and about the machines that still work on it. */
export interface EvidenceState<Bundle extends BundleHead = EvidenceBundle> {
  readonly bundles: readonly Bundle[];
  /** Workflow runs of this commit that have not ended yet. */
  readonly runningWorkflows: readonly { readonly path: string; readonly startedAt: string }[];
  /** Those that are under way and bring no uploads, by `evidence.workflows`; only where the policy waits for tools of code scanning. */
  readonly otherWorkflows?: readonly { readonly path: string; readonly startedAt: string }[];
  /** Who set off the commit's runs by pushing or by a pull request, on which branch; only where the policy exempts authors from planning. */
  readonly startedBy?: readonly { readonly branch: string; readonly actor: number }[];
  /** ISO time until which evidence may still come although no workflow has begun; set for a merge group, whose checks are final. */
  readonly awaitedUntil?: string;
  /** Uploads that were refused, each with the reason in English (expired, too large, wrong commit, unreadable archive) and its cause, to be worded in the reader's language. */
  readonly refused: readonly { readonly uploadName: string; readonly runId: number; readonly reason: string; readonly cause?: RefusalCause }[];
}

/**
 * The newest run and attempt win per (workflow, upload name). Upload names are unique in a run, so re-running one failed job
 * replaces only its own upload. The job is not asked: it stands inside the upload, and whoever writes it could stand beside
 * a newer one.
 */
export function newestBundles<Bundle extends BundleHead>(bundles: readonly Bundle[]): Bundle[] {
  const newest = new Map<string, Bundle>();
  for (const bundle of bundles) {
    const { workflowPath, uploadName } = bundle.identity;
    const key = JSON.stringify([workflowPath, uploadName]);
    const known = newest.get(key);
    if (!known || isNewer(bundle.identity, known.identity)) newest.set(key, bundle);
  }
  return [...newest.values()];
}

function isNewer(a: BundleIdentity, b: BundleIdentity): boolean {
  return a.runId !== b.runId ? a.runId > b.runId : a.runAttempt > b.runAttempt;
}
