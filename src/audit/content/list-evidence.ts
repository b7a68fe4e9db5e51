import { newestBundles } from '../../core/evidence/bundle/bundle.ts';
import type { BundleReference } from '../../core/ledger/bundle-reference.ts';
import type { AuditCase } from './audit-case.ts';

/** An upload that the release was judged by: where it came from, and the digest of what was read of it. */
export interface EvidenceRow {
  /** `E1`, `E2` …: what other files of the bundle call it. */
  readonly id: string;
  readonly upload: string;
  readonly workflow: string;
  readonly job: string;
  readonly run: number;
  readonly attempt: number;
  readonly headSha: string;
  readonly testedSha: string;
  readonly completedAt: string;
  /** The identity of the workflow that was proven; null for what a workflow says of itself. */
  readonly verified: string | null;
  /** Null where the ledger does not name it. */
  readonly sha256: string | null;
}

/** The uploads of the release's commit, the newest of each name, in a fixed order. */
export function listEvidence({ snapshot }: Pick<AuditCase, 'snapshot'>): EvidenceRow[] {
  return newestBundles(snapshot.evidence.bundles)
    .map((bundle): Omit<EvidenceRow, 'id'> => {
      const { identity, provenance, completedAt } = bundle;
      return {
        upload: identity.uploadName,
        workflow: identity.workflowPath,
        job: identity.job,
        run: identity.runId,
        attempt: identity.runAttempt,
        headSha: identity.headSha,
        testedSha: identity.testedSha,
        completedAt,
        verified: provenance.kind === 'verified' ? provenance.jobWorkflowRef : null,
        sha256: (bundle as unknown as Partial<BundleReference>).content?.sha256 ?? null,
      };
    })
    .toSorted((a, b) => a.run - b.run || (a.upload < b.upload ? -1 : 1))
    .map((row, index) => ({ id: `E${index + 1}`, ...row }));
}
