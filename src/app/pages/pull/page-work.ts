import type { SealedBundle } from '../../../core/evidence/bundle/bundle.ts';
import type { Edits } from '../../../core/explain/edits.ts';
import { explainKept } from '../../../core/explain/explain-kept.ts';
import type { ExplainedPull } from '../../../core/explain/explained-pull.ts';
import type { KeptDecision } from '../../../core/explain/kept-decision.ts';
import type { Supposed } from '../../../core/explain/suppose-pull.ts';
import type { PullSnapshot } from '../../../core/snapshot/pull-snapshot.ts';
import { Refusal } from '../../../github/artifacts/refusal.ts';
import { apart } from '../../evidence/apart.ts';
import type { Answer, Errand } from '../../evidence/errand.ts';
import { createEvidencePool, type EvidencePool } from '../../evidence/evidence-pool.ts';

/** What pages have judged and explained. It took too long, or too many ask: then there is no answer. */
export interface PageWork {
  readonly explain: (kept: KeptDecision) => Promise<ExplainedPull | 'slow' | 'busy' | null>;
  readonly suppose: (what: SupposeErrand) => Promise<Supposed | { readonly impossible: string } | 'slow' | 'busy'>;
}

export interface SupposeErrand {
  readonly snapshot: PullSnapshot<SealedBundle>;
  readonly edits: Edits;
  readonly pull: number;
}

/** Characters that are explained at once: some 30 ms. What is larger goes to another process. */
const small = 1_500_000;
/** Behind the one that is answered. Who comes later is told to try again: a page is waited for 20 seconds. */
const mostWaiting = 4;
const limits = { processes: 1, megabytes: 768, seconds: 12 };
/** Milliseconds that the process stays when nobody asks. */
const idle = 30_000;

/** Explains small decisions here; large ones, and everything that judges, in a process of its own, apart from that of the gates. */
export function pageWork(): PageWork {
  let pool: EvidencePool | null = null;
  let asking = 0;
  let leaving: NodeJS.Timeout | undefined;

  async function ask(errand: Errand, blobs: readonly Uint8Array[]): Promise<Answer | 'slow' | 'busy'> {
    if (asking > mostWaiting) return 'busy';
    clearTimeout(leaving);
    asking += 1;
    try {
      pool ??= createEvidencePool(limits);
      const { value } = await pool.ask({ value: errand, blobs });
      return value as Answer;
    } catch (error) {
      if (error instanceof Refusal) return 'slow';
      throw error;
    } finally {
      asking -= 1;
      if (asking === 0) leaving = setTimeout(leave, idle).unref();
    }
  }

  function leave(): void {
    pool?.stop();
    pool = null;
  }

  return {
    async explain(kept) {
      if (sizeOf(kept) <= small) return explainKept(kept);
      const answer = await ask({ do: 'explain', kept }, []);
      return typeof answer === 'string' ? answer : answer.do === 'explained' ? answer.explained : failed(answer);
    },
    async suppose({ snapshot, edits, pull }) {
      const answer = await ask(...apart(snapshot, (heads) => ({ do: 'suppose', snapshot: heads, edits, pull })));
      return typeof answer === 'string' ? answer : answer.do === 'supposed' ? answer.supposed : failed(answer);
    },
  };
}

function failed(answer: Answer): never {
  throw new Error(answer.do === 'failed' ? `the process of the pages failed: ${answer.message}` : `the process of the pages answered ${answer.do}`);
}

function sizeOf({ entry, snapshot }: KeptDecision): number {
  return entry.payload.length + [...(snapshot?.parts.values() ?? [])].reduce((sum, text) => sum + text.length, 0);
}
