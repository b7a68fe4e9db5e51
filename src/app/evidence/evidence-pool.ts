import { Refusal } from '../../github/artifacts/refusal.ts';
import { type EvidenceChild, startEvidenceChild } from './evidence-child.ts';
import type { Parcel } from './parcel.ts';

export interface EvidenceLimits {
  /** How many processes read at the same time. */
  readonly processes: number;
  /** Heap of each, in MiB. */
  readonly megabytes: number;
  /** How long one upload or one judgement may take. */
  readonly seconds: number;
}

export const evidenceLimits: EvidenceLimits = { processes: 2, megabytes: 1_024, seconds: 60 };

export interface EvidencePool {
  /** Has a parcel answered; throws a `Refusal` when that breaks its process or takes too long. */
  ask(parcel: Parcel): Promise<Parcel>;
  stop(): void;
}

/** Processes that are started when there is work and wait for more; one that broke is replaced. */
export function createEvidencePool(limits: EvidenceLimits): EvidencePool {
  const idle: EvidenceChild[] = [];
  const alive = new Set<EvidenceChild>();
  /** Who waits for an answer of each: not `ended` itself, on which everything that ever waited would hang until the process ends. */
  const asked = new Map<EvidenceChild, () => void>();
  const waiting: (() => void)[] = [];
  let free = limits.processes;
  let stopped = false;

  async function start(): Promise<EvidenceChild> {
    const child = await startEvidenceChild(limits.megabytes);
    alive.add(child);
    void child.ended.then(() => {
      alive.delete(child);
      asked.get(child)?.();
    });
    if (stopped) child.kill();
    return child;
  }

  async function askOne(parcel: Parcel): Promise<Parcel> {
    const known = idle.pop();
    const child = known && alive.has(known) ? known : await start();
    const answer = await inTime({ child, alive, asked, seconds: limits.seconds }, parcel);
    if (answer !== 'ended' && answer !== 'late') {
      idle.push(child);
      return answer;
    }
    if (stopped) throw new Error('the app stops: nothing more is read');
    throw answer === 'late' ? new Refusal('reading-slow', limits.seconds) : new Refusal('reading-failed');
  }

  return {
    async ask(parcel) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await askOne(parcel);
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
    stop() {
      stopped = true;
      for (const child of alive) child.kill();
    },
  };
}

interface Asking {
  readonly child: EvidenceChild;
  readonly alive: ReadonlySet<EvidenceChild>;
  readonly asked: Map<EvidenceChild, () => void>;
  readonly seconds: number;
}

async function inTime({ child, alive, asked, seconds }: Asking, parcel: Parcel): Promise<Parcel | 'ended' | 'late'> {
  const { promise: over, resolve } = Promise.withResolvers<'ended' | 'late'>();
  const patience = setTimeout(() => {
    resolve('late');
    child.kill();
  }, seconds * 1_000);
  asked.set(child, () => resolve('ended'));
  if (!alive.has(child)) resolve('ended');
  try {
    return await Promise.race([child.ask(parcel), over]);
  } finally {
    clearTimeout(patience);
    asked.delete(child);
  }
}
