import type { BundleHead, SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import type { RefusalCause, RefusalCode } from '../../core/evidence/bundle/refusal-cause.ts';
import { judgeHead, type JudgedBy, type Judgement } from '../../core/plan/judge-head.ts';
import { allBundles, mapEvidence } from '../../core/snapshot/map-evidence.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import { standHead, type StoodUntil } from '../../core/standing/stand-head.ts';
import type { OpenUpload } from '../../github/artifacts/open-upload.ts';
import { Refusal } from '../../github/artifacts/refusal.ts';
import { apart } from './apart.ts';
import type { Answer, Errand } from './errand.ts';
import { createEvidencePool, type EvidenceLimits } from './evidence-pool.ts';
import { refuseBundle } from './evidence-tasks.ts';
import { poisonedUploads } from './poisoned-uploads.ts';

/** How it is said that an upload broke the process that opened it. */
const broken: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['reading-slow', 'reading-failed']);

/** All that the app does with the content of evidence. */
export interface EvidenceWork {
  readonly open: OpenUpload<SealedBundle>;
  readonly judge: (snapshot: PullSnapshot<SealedBundle>, by: JudgedBy) => Promise<Judgement>;
  /** How a repository stands by the evidence of its default branch's tip; null while no configuration is in force. */
  readonly stand: (snapshot: PullSnapshot<SealedBundle>) => Promise<StoodUntil | null>;
  readonly stop: () => void;
}

/** Has uploads opened and commits judged in processes of their own, so that neither can hold up or bring down the app. */
export function evidenceElsewhere(limits: EvidenceLimits): EvidenceWork {
  const pool = createEvidencePool(limits);
  const poisoned = poisonedUploads();

  async function ask(errand: Errand, blobs: readonly Uint8Array[]): Promise<{ answer: Answer; content: Uint8Array }> {
    const { value, blobs: answered } = await pool.ask({ value: errand, blobs });
    const answer = value as Answer;
    if (answer.do === 'failed') throw new Error(`the evidence process failed: ${answer.message}`);
    if (answer.do === 'refused') throw new Refusal(answer.cause.code, ...answer.cause.values);
    return { answer, content: answered[0] ?? new Uint8Array() };
  }

  async function judge(snapshot: PullSnapshot<SealedBundle>, by: JudgedBy): Promise<Judgement> {
    if (isHarmless(snapshot)) return judgeHead(withoutBundles(snapshot, null), by);
    try {
      const { answer } = await ask(...apart(snapshot, (heads) => ({ do: 'judge', snapshot: heads, by })));
      if (answer.do !== 'judged') throw new Error(`the evidence process answered ${answer.do} to a judgement`);
      return answer.judgement;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // The checks must end: they say that the evidence could not be read.
      const { cause } = error;
      const judgement = judgeHead(withoutBundles(snapshot, cause), by);
      return { ...judgement, decision: judgement.decision && { ...judgement.decision, evidenceRefused: cause } };
    }
  }

  async function stand(snapshot: PullSnapshot<SealedBundle>): Promise<StoodUntil | null> {
    if (isHarmless(snapshot)) return standHead(withoutBundles(snapshot, null));
    try {
      const { answer } = await ask(...apart(snapshot, (heads) => ({ do: 'stand', snapshot: heads })));
      if (answer.do !== 'stood') throw new Error(`the evidence process answered ${answer.do} to how a repository stands`);
      return answer.stood;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return standHead(withoutBundles(snapshot, error.cause));
    }
  }

  return {
    judge,
    stand,
    stop: pool.stop,
    async open({ archive, ...upload }) {
      const name = `${upload.repositoryId}/${upload.artifact.id}`;
      const known = poisoned.recall(name);
      if (known) throw new Refusal(known.code, ...known.values);
      const { answer, content } = await ask({ do: 'open', upload }, [archive]).catch((error: unknown) => {
        if (error instanceof Refusal && broken.has(error.cause.code)) poisoned.remember(name, error.cause);
        throw error;
      });
      if (answer.do !== 'opened') throw new Error(`the evidence process answered ${answer.do} to an upload`);
      return { bundle: { ...answer.head, content }, identity: answer.identity };
    },
  };
}

/** Without evidence there is nothing to fear; only a large tree takes its time. */
function isHarmless(snapshot: PullSnapshot<BundleHead>): boolean {
  const { tree, pulls } = snapshot;
  return allBundles(snapshot).length === 0 && (tree?.length ?? 0) + pulls.reduce((sum, { files }) => sum + files.length, 0) <= 500;
}

/** The snapshot with no bundle in it; where there is a cause, with each of them refused for it. */
function withoutBundles(snapshot: PullSnapshot<SealedBundle>, cause: RefusalCause | null): PullSnapshot {
  return mapEvidence(snapshot, (evidence) => {
    const refused = cause ? evidence.bundles.map((bundle) => refuseBundle(bundle, cause)) : [];
    return { ...evidence, bundles: [], refused: [...evidence.refused, ...refused] };
  });
}
