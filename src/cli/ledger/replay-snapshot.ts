import { evidenceElsewhere } from '../../app/evidence/evidence-work.ts';
import { evidenceLimits } from '../../app/evidence/evidence-pool.ts';
import { refuseBundle } from '../../app/evidence/evidence-tasks.ts';
import { version } from '../../app/version.ts';
import type { BundleHead, EvidenceState, SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import { InputError } from '../../core/errors/input-error.ts';
import { compareVerdicts, type GateDifference } from '../../core/ledger/compare-verdicts.ts';
import type { JudgedPayload } from '../../core/ledger/decision-payload.ts';
import { allBundles, mapEvidence } from '../../core/snapshot/map-evidence.ts';
import type { PolicyState } from '../../core/policy/policy.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import type { Database } from '../../store/database.ts';
import { type KeptEvidenceOf, keptEvidenceOf } from '../../store/ledger/kept-evidence-of.ts';
import { readSnapshot } from '../../store/ledger/read-snapshot.ts';

/** What came of judging a kept snapshot again. */
export interface Replayed {
  readonly snapshot: string;
  readonly equal: boolean;
  readonly engine: { readonly before: string; readonly after: string };
  readonly policy: { readonly before: string | null; readonly after: string | null };
  /** Uploads that are no longer what was judged. */
  readonly evidence: readonly { readonly upload: string; readonly run: number; readonly state: KeptEvidenceOf['state'] }[];
  readonly differences: readonly GateDifference[];
}

export interface ReplayInput {
  readonly repository: number;
  readonly judged: JudgedPayload;
  readonly snapshot: string;
  /** The policy to judge with; null: that of the snapshot. */
  readonly policy: PolicyState | null;
}

/** Judges a kept snapshot again, with the evidence as it is kept, in a process of its own like the app. */
export async function replaySnapshot(db: Database, { repository, judged, snapshot: digest, policy }: ReplayInput): Promise<Replayed> {
  const kept = await readSnapshot(db, { repository, digest });
  if (!kept) throw new InputError('what was seen is not whole any more; `sprintgate ledger verify` says what is wrong.');
  const found = new Map<BundleHead, KeptEvidenceOf>();
  for (const bundle of allBundles(kept)) found.set(bundle, await keptEvidenceOf(db, bundle));
  const evidence = [...found].flatMap(([{ identity }, { state }]) =>
    state === 'as-judged' ? [] : [{ upload: identity.uploadName, run: identity.runId, state }],
  );
  const gone = evidence.find(({ state }) => state === 'gone');
  if (gone) throw new InputError(`the upload ${gone.upload} of run ${gone.run} is not kept any more; without it nothing can be judged again.`);
  const cause = judged.evidenceRefused;
  const sealed = mapEvidence(kept, (of): EvidenceState<SealedBundle> => {
    const bundles = of.bundles.flatMap((bundle) => found.get(bundle)?.bundle ?? []);
    return cause ? { ...of, bundles: [], refused: [...of.refused, ...bundles.map((bundle) => refuseBundle(bundle, cause))] } : { ...of, bundles };
  });
  const gates = await judge(policy ? { ...sealed, policy } : sealed);
  const differences = compareVerdicts(judged.gates, gates.gates);
  return {
    snapshot: digest,
    equal: differences.length === 0,
    engine: { before: judged.engine, after: version },
    policy: { before: judged.policy, after: gates.policy },
    evidence,
    differences,
  };
}

async function judge(snapshot: PullSnapshot<SealedBundle>): Promise<Pick<JudgedPayload, 'gates' | 'policy'>> {
  const work = evidenceElsewhere({ ...evidenceLimits, processes: 1 });
  try {
    const { decision } = await work.judge(snapshot, { engineVersion: version, reports: false, decides: 'always' });
    if (!decision) throw new Error('nothing was decided');
    // As it would stand in the ledger: what is undefined is not there.
    return JSON.parse(JSON.stringify(decision)) as JudgedPayload;
  } finally {
    work.stop();
  }
}
