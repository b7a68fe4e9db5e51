import type { BundleHead, EvidenceState } from '../evidence/bundle/bundle.ts';
import { newestBundles } from '../evidence/bundle/bundle.ts';
import { sayRefusal } from '../evidence/bundle/refusal-words.ts';
import type { BundleReference } from '../ledger/bundle-reference.ts';
import { localeOf } from '../policy/locale-of.ts';
import { webAddress } from '../report/inert-text.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { ExplainedUpload, SeenPull } from './explained-pull.ts';

/** What a decision rests on, of what was seen then, without what is large. */
export function seenPull(snapshot: PullSnapshot<BundleHead>, number: number): SeenPull {
  const { evidence, bases = [], earlier = [], policy, headSha, repository, tree, unavailable, appId } = snapshot;
  const pull = snapshot.pulls.find((each) => each.number === number) ?? null;
  const inForce = policy.kind === 'in-force' ? policy : null;
  return {
    at: snapshot.now,
    url: pull && webAddress(pull.url),
    repositoryUrl: webAddress(repository.htmlUrl) ?? '',
    base: pull?.base.ref ?? null,
    branch: pull?.head.ref ?? null,
    labels: pull?.labels ?? [],
    milestone: pull?.milestone?.title ?? null,
    uploads: [
      ...uploadsOf(evidence, { of: 'head', commit: headSha }),
      ...bases.flatMap(({ sha, evidence: own }) => uploadsOf(own, { of: 'base', commit: sha })),
      ...earlier.flatMap(({ sha, evidence: own }) => uploadsOf(own, { of: 'earlier', commit: sha })),
    ],
    refused: evidence.refused.map(({ uploadName, runId, reason, cause }) => ({
      upload: uploadName,
      run: runId,
      reason: cause ? sayRefusal(localeOf(policy), cause) : reason,
    })),
    running: evidence.runningWorkflows.map(({ path }) => path),
    checks: snapshot.checkRuns.flatMap(({ appId: app, appSlug, name, status, conclusion }) =>
      app === appId ? [] : [{ name, app: appSlug ?? null, status, conclusion }],
    ),
    tree: { files: tree?.length ?? null, changed: (pull?.files.length ?? 0) + (pull?.filesLeftOut ?? 0) },
    configuration: { lastGood: inForce?.lastGood ?? false, problems: inForce?.problems.length ?? 0 },
    unavailable,
  };
}

function uploadsOf(evidence: EvidenceState<BundleHead>, of: Pick<ExplainedUpload, 'of' | 'commit'>): ExplainedUpload[] {
  return newestBundles(evidence.bundles).map((bundle) => {
    const { uploadName, workflowPath, event, runId, runAttempt } = bundle.identity;
    const { content } = bundle as Partial<BundleReference>;
    const { completedAt, provenance } = bundle;
    const origin = { name: uploadName, workflow: workflowPath, event, run: runId, attempt: runAttempt, completedAt, provenance };
    return { ...of, ...origin, sha256: content?.sha256 ?? null, bytes: content?.bytes ?? null };
  });
}
