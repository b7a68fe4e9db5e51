import { isExpectedWorkflow } from '../../core/evidence/bundle/is-expected-workflow.ts';
import type { BundleHead, EvidenceState, Provenance } from '../../core/evidence/bundle/bundle.ts';
import { readerVersion } from '../../core/evidence/reader-version.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { artifactLimits, maxUploads } from './artifact-limits.ts';
import type { ArtifactLimits } from './artifact-limits.ts';
import { refusalOf } from '../refusal-of.ts';
import { isMergeOf } from './commit-of.ts';
import { downloadArtifact } from './download-artifact.ts';
import { workflowPath } from './evidence-artifacts.ts';
import type { Artifact, WorkflowRun } from './evidence-artifacts.ts';
import { restWorld } from '../look/rest-world.ts';
import type { World } from '../look/world.ts';
import { evidenceOfTree } from './evidence-of-tree.ts';
import type { IdentityIssuer } from './identity-issuer.ts';
import type { KeptEvidence } from './kept-evidence.ts';
import type { OpenedUpload, OpenUpload } from './open-upload.ts';
import { Refusal } from './refusal.ts';
import { verifyIdentity } from './verify-identity.ts';

export interface ReadUploadsInput<Bundle extends BundleHead> {
  /** Opens what was downloaded: here, or where a hostile file can do no harm. */
  readonly open: OpenUpload<Bundle>;
  readonly repository: RepositoryFacts;
  readonly headSha: string;
  readonly policy: Policy;
  readonly limits?: ArtifactLimits;
  /** The run that asks, where a workflow judges its own commit: what it uploaded by now is read, and it is not waited for. */
  readonly ownRun?: number;
  /** Who signs the identities of jobs; left out, all evidence is self-reported. */
  readonly issuer?: IdentityIssuer;
  /** Who answers what is asked of GitHub besides the archives; left out, the REST API. */
  readonly world?: EvidenceWorld;
  /** Where uploads are remembered by their artifact; left out, each look downloads all of them. */
  readonly kept?: KeptEvidence<Bundle>;
}

/** What reading evidence asks of GitHub besides the archives. */
export type EvidenceWorld = Pick<World, 'runs' | 'uploads' | 'commit'>;

type Refused = EvidenceState['refused'][number];

interface Found<Bundle extends BundleHead> {
  readonly bundles: Bundle[];
  readonly runningWorkflows: { path: string; startedAt: string }[];
  readonly refused: Refused[];
}

/**
 * Reads the evidence that the workflow runs of a commit uploaded. Each upload is checked against repository, commit and
 * run, unpacked within limits and read as data; what is not taken stands in `refused` with the reason. An upload that was
 * read before is not fetched again.
 */
export async function readUploads<Bundle extends BundleHead>(github: GitHub, input: ReadUploadsInput<Bundle>): Promise<EvidenceState<Bundle>> {
  const name = { owner: input.repository.owner, repo: input.repository.name };
  const found: Found<Bundle> = { bundles: [], runningWorkflows: [], refused: [] };
  const { policy } = input;
  const { workflows, codeScanning } = policy.evidence;
  const world = input.world ?? restWorld(github, input.repository);
  const expected = (run: Pick<WorkflowRun, 'path'>): boolean => isExpectedWorkflow(workflows, workflowPath(run));
  const wanted = { expected: (path: string) => expected({ path }), actors: Boolean(policy.planning) };
  const runs = await allowed(found, () => world.runs(input.headSha, wanted));
  for (const run of (runs ?? []).filter(expected)) {
    if (isRunning(run, input)) found.runningWorkflows.push(begun(run));
    else await readRun(github, { ...input, world, name, run, found });
  }
  return {
    ...found,
    ...(typeof codeScanning === 'object' ? { otherWorkflows: (runs ?? []).filter((run) => !expected(run) && isRunning(run, input)).map(begun) } : {}),
    ...(policy.planning ? { startedBy: (runs ?? []).flatMap(startOf) } : {}),
    bundles: isNothing(found) && input.kept ? await evidenceOfTree(world, { ...input, kept: input.kept, repositoryId: input.repository.id }) : found.bundles,
  };
}

/** A `waiting` run waits for a person or for our own deployment gate: what it uploaded by then is all there will be. */
function isRunning(run: WorkflowRun, { ownRun }: { readonly ownRun?: number }): boolean {
  return run.status !== 'completed' && run.status !== 'waiting' && run.id !== ownRun;
}

function begun(run: WorkflowRun): { path: string; startedAt: string } {
  return { path: workflowPath(run), startedAt: run.run_started_at ?? run.created_at };
}

/** Events that begin with a push to the branch. Who pressed "Re-run" is `triggering_actor`: the actor stays who pushed. */
function startOf({ event, head_branch: branch, actor }: WorkflowRun): { branch: string; actor: number }[] {
  return (event === 'push' || event === 'pull_request') && branch && actor ? [{ branch, actor: actor.id }] : [];
}

/** Nothing came for this commit, nothing was refused, and nothing is on its way. */
function isNothing({ bundles, refused, runningWorkflows }: Found<BundleHead>): boolean {
  return bundles.length + refused.length + runningWorkflows.length === 0;
}

type OfRun<Bundle extends BundleHead> = ReadUploadsInput<Bundle> & {
  readonly world: EvidenceWorld;
  readonly name: RepositoryName;
  readonly run: WorkflowRun;
  readonly found: Found<Bundle>;
};

async function readRun<Bundle extends BundleHead>(github: GitHub, input: OfRun<Bundle>): Promise<void> {
  const { run, found, world, policy } = input;
  const uploads = await allowed(found, () => world.uploads(run, policy.evidence.uploads));
  for (const artifact of uploads ?? []) {
    try {
      if (found.bundles.length + found.refused.length >= maxUploads) throw new Refusal('too-many-uploads', maxUploads);
      found.bundles.push(await readUpload(github, { ...input, artifact }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      found.refused.push({ uploadName: artifact.name, runId: run.id, reason: error.message, cause: error.cause });
    }
  }
}

type OfUpload<Bundle extends BundleHead> = OfRun<Bundle> & { readonly artifact: Artifact };

async function readUpload<Bundle extends BundleHead>(github: GitHub, input: OfUpload<Bundle>): Promise<Bundle> {
  const { run, artifact, repository, headSha } = input;
  const limits = input.limits ?? artifactLimits;
  checkOrigin({ run, artifact, repositoryId: repository.id, headSha });
  const recalled = await recall(input);
  if (recalled) return recalled;
  if (artifact.expired) throw new Refusal('expired');
  if (artifact.size_in_bytes > limits.archive) throw new Refusal('archive-large', limits.archive);
  const archive = await downloadArtifact(github, { ...input.name, id: artifact.id }, limits.archive);
  const opened = await input.open({ repositoryId: repository.id, run, artifact, archive, limits });
  const { bundle } = opened;
  await checkTested(input.world, bundle.identity);
  const read = input.issuer ? { ...bundle, provenance: await proveOrigin(opened, run, input.issuer) } : bundle;
  await input.kept?.keep(read, artifact.id);
  return read;
}

/** What was tested must be the run's head, or GitHub's merge of it: a job can check out and test anything. */
async function checkTested(world: EvidenceWorld, identity: BundleHead['identity']): Promise<void> {
  const { headSha, testedSha } = identity;
  if (testedSha === headSha) return;
  const commit = await world.commit(testedSha);
  if (!commit || !isMergeOf(identity, commit)) throw new Refusal('other-tested', testedSha, headSha);
}

/** Verified only where an identity token lies beside our Action's own file, and proves its bytes. */
async function proveOrigin({ bundle, identity }: OpenedUpload<BundleHead>, run: WorkflowRun, issuer: IdentityIssuer): Promise<Provenance> {
  if (!identity) return bundle.provenance;
  const { repositoryId, runAttempt: attempt } = bundle.identity;
  return verifyIdentity({ ...identity, repositoryId, run, attempt }, issuer);
}

/**
 * What this upload was read as before, if it was; the run that GitHub names for it must still be its own. What other
 * readers made of it counts only once the artifact is gone.
 */
async function recall<Bundle extends BundleHead>({ kept, repository, artifact, run }: OfUpload<Bundle>): Promise<Bundle | null> {
  const bundle = (await kept?.known({ repository: repository.id, id: artifact.id })) ?? null;
  if (!artifact.expired && (bundle?.readerVersion ?? readerVersion) !== readerVersion) return null;
  return bundle?.identity.runId === run.id && bundle.identity.headSha === run.head_sha && bundle.identity.uploadName === artifact.name ? bundle : null;
}

/** The download API does not keep a fork's artifacts apart: what does not belong to this repository, commit and run is refused. */
function checkOrigin(origin: { run: WorkflowRun; artifact: Artifact; repositoryId: number; headSha: string }): void {
  const { run, artifact, repositoryId, headSha } = origin;
  const claimed = artifact.workflow_run;
  if (run.head_sha !== headSha) throw new Refusal('other-commit', run.head_sha, headSha);
  if (run.repository.id !== repositoryId || (claimed?.repository_id ?? repositoryId) !== repositoryId) throw new Refusal('other-repository');
  if (claimed?.id !== undefined && claimed.id !== run.id) throw new Refusal('other-run', claimed.id, run.id);
  if (claimed?.head_sha && claimed.head_sha !== headSha) throw new Refusal('other-commit', claimed.head_sha, headSha);
}

/** Without a permission there is no evidence, and the gate says why; any other failure is the caller's to retry. */
async function allowed<T>(found: Pick<Found<BundleHead>, 'refused'>, read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (refusalOf(error) !== 'forbidden') throw error;
    const { message, cause } = new Refusal('forbidden');
    found.refused.push({ uploadName: '*', runId: 0, reason: message, cause });
    return null;
  }
}
