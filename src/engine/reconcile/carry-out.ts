import type { BundleHead } from '../../core/evidence/bundle/bundle.ts';
import { packSnapshot } from '../../core/ledger/pack-snapshot.ts';
import type { Write } from '../../core/plan/write.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import { publishLedgerHead } from '../../core/report/publish-ledger-head.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import { announce } from '../../telemetry/announce.ts';
import type { Ledger } from './ports.ts';

interface Plan {
  readonly repository: RepositoryFacts;
  readonly subject: string;
  readonly writes: readonly Write[];
  /** What was decided and from what, for the ledger. */
  readonly decision: unknown;
  /** What was seen, kept whole, so that the decision can be made again; left out where it rests on no snapshot. */
  readonly seen?: readonly PullSnapshot<BundleHead>[];
  /** The language of the line with which checks publish the ledger's end. */
  readonly locale?: Locale;
}

/** What carrying out needs of the world. */
export interface Hands {
  readonly now: () => string;
  readonly ledger: Ledger;
  readonly apply: (repository: RepositoryFacts, write: Write) => Promise<number>;
  /** Aborted when the lock that the writes need is lost: then no further write is begun. */
  readonly lost?: AbortSignal;
}

/**
 * Writes the decision and the plan into the ledger, then carries the plan out, then writes how it ended, also when it
 * ended badly. An empty plan leaves no trace: nothing changed. A check publishes the entry of its own decision.
 * Answers the id of each thing written, in order.
 */
export async function carryOut(hands: Hands, plan: Plan): Promise<readonly number[]> {
  if (plan.writes.length === 0) return [];
  const { repository, subject, seen = [], locale = 'en' } = plan;
  const record = { repository: repository.id, subject };
  const snapshots = seen.map(packSnapshot);
  const names = snapshots.length === 0 ? {} : { snapshots: snapshots.map(({ digest }) => digest) };
  const payload = { decision: plan.decision, plan: plan.writes, ...names };
  const head = await hands.ledger.append({ ...record, kind: 'decision', at: hands.now(), payload, snapshots });
  announce({ what: 'step', key: subject, step: 'decision-appended' });
  const outcomes: { do: string; id?: number; error?: string }[] = [];
  const written: number[] = [];
  try {
    for (const write of plan.writes) {
      const outcome: { do: string; id?: number; error?: string } = { do: write.do };
      outcomes.push(outcome);
      try {
        hands.lost?.throwIfAborted();
        outcome.id = await hands.apply(repository, publishLedgerHead(write, head, locale));
        written.push(outcome.id);
        announce({ what: 'step', key: subject, step: 'write-applied' });
      } catch (error) {
        outcome.error = error instanceof Error ? error.message : String(error);
        throw error;
      }
    }
  } finally {
    await hands.ledger.append({ ...record, kind: 'outcome', at: hands.now(), payload: outcomes });
    announce({ what: 'step', key: subject, step: 'outcome-appended' });
  }
  return written;
}
