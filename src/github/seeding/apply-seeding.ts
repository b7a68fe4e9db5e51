import { estimateSeeding } from '../../core/backlog/estimate-seeding.ts';
import { isLoud } from '../../core/backlog/is-loud.ts';
import type { Write } from '../../core/plan/write.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { exhaustionIn } from '../budget/budget-exhausted.ts';
import { carryOut } from './carry-out.ts';
import type { ContentBudget } from './content-budget.ts';
import { judgeFailure } from './judge-failure.ts';
import { rateLimitWait } from '../rate-limit-wait.ts';
import { type ApplyResult, SeedingInterrupted, type SkippedWrite } from './seeding-interrupted.ts';
import { startRefs, type WrittenRefs } from './written-refs.ts';

export interface SeedProgress {
  readonly done: number;
  readonly total: number;
  /** The write that was just made. */
  readonly write: Write;
  /** Seconds that the rest takes at least; null where there are no limits. */
  readonly etaSeconds: number | null;
}

export interface ApplySeedingOptions {
  readonly repository: RepositoryName;
  /** The issues of the snapshot: their database ids are needed for links. */
  readonly issues: readonly { readonly number: number; readonly id: number }[];
  readonly budget: ContentBudget;
  readonly onProgress?: (progress: SeedProgress) => void;
  readonly signal?: AbortSignal;
}

/** So often a request that was refused for its rate is sent again. */
const patience = 6;

/**
 * Carries out a seeding plan, one write after the other, within the budget. It may be killed between any two writes: the next
 * plan continues. Throws SeedingInterrupted where it cannot go on; a write with an unknown outcome is never repeated here.
 */
export async function applySeeding(github: GitHub, writes: readonly Write[], options: ApplySeedingOptions): Promise<ApplyResult> {
  const refs = startRefs(options.issues);
  const skipped: SkippedWrite[] = [];
  let done = 0;
  const result = (): ApplyResult => ({ done, created: refs.created, skipped });
  for (const [index, write] of writes.entries()) {
    // A server without sub-issues answers all links alike: it is asked once.
    const skip = await attempt(github, write, { options, refs, result });
    if (skip === null) done += 1;
    else skipped.push({ write, reason: skip.reason });
    if (skip?.all === true) {
      skipped.push(...writes.slice(index + 1).map((rest) => ({ write: rest, reason: skip.reason })));
      return result();
    }
    options.onProgress?.({ done: index + 1, total: writes.length, write, etaSeconds: secondsLeft(writes.slice(index + 1), options.budget) });
  }
  return result();
}

interface Attempt {
  readonly options: ApplySeedingOptions;
  readonly refs: WrittenRefs;
  readonly result: () => ApplyResult;
}

/** Null when the write was made; else why it is left out, and whether `all` that follow are to be too. */
async function attempt(github: GitHub, write: Write, { options, refs, result }: Attempt): Promise<{ reason: string; all: boolean } | null> {
  const { budget, signal, repository } = options;
  for (let tries = 0; ; tries += 1) {
    try {
      signal?.throwIfAborted();
      await budget.take?.(isLoud(write), signal);
      await carryOut({ github, repository, refs }, write);
      return null;
    } catch (error) {
      // Nothing was done, and nobody is to wait here: the next look continues.
      if (exhaustionIn(error) !== null) throw error;
      const wait = tries < patience ? rateLimitWait(error, tries, budget.clock.now()) : null;
      if (wait !== null) {
        await budget.clock.sleep(wait, signal).catch((cause: unknown) => {
          throw new SeedingInterrupted('aborted', 'seeding was asked to stop', { write, result: result(), cause });
        });
        continue;
      }
      const judged = judgeFailure(write, error, signal?.aborted === true);
      if (judged.kind === 'done') return null;
      if (judged.kind === 'skip') return judged;
      throw new SeedingInterrupted(judged.kind, judged.message, { write, result: result(), cause: error });
    }
  }
}

function secondsLeft(writes: readonly Write[], budget: ContentBudget): number | null {
  if (budget.limits === null) return null;
  return estimateSeeding(writes, budget.limits, budget.past()).seconds;
}
