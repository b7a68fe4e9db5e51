import { missingMigrations } from '../../store/missing-migrations.ts';
import type { Database } from '../../store/database.ts';
import { inTime } from '../in-time.ts';

export interface Readiness {
  readonly ready: boolean;
  readonly role: string;
  /** What is not ready, by part; nothing that an outsider could use. */
  readonly notReady: Readonly<Record<string, string>>;
}

export interface Health {
  check(): Promise<Readiness>;
  /** From now on it is not ready: it is about to stop. */
  setStopping(): void;
}

export interface HealthOptions {
  readonly db: Database;
  /** `all`, `webhook` or `worker`. */
  readonly role: string;
  /** Whether a worker works or looks for work. */
  readonly working: () => boolean;
  /** Milliseconds that the database has for its answer. */
  readonly patience?: number;
}

/** Says whether this process can do its part now. */
export function createHealth({ db, role, working, patience = 2_000 }: HealthOptions): Health {
  let stopping = false;
  return {
    async check() {
      const notReady: Record<string, string> = stopping ? { process: 'it is stopping' } : {};
      const database = await lookAtDatabase(db, patience);
      if (database !== null) notReady['database'] = database;
      if (role !== 'webhook' && !working()) notReady['workers'] = 'no worker has asked the queue for work in the last half minute';
      return { ready: Object.keys(notReady).length === 0, role, notReady };
    },
    setStopping() {
      stopping = true;
    },
  };
}

/** The error itself may hold an address with a password, so it is not shown. */
async function lookAtDatabase(db: Database, patience: number): Promise<string | null> {
  try {
    const missing = await inTime(missingMigrations(db), patience);
    return missing.length === 0 ? null : `tables are missing (${missing.join(', ')}); restart this process, which creates them`;
  } catch {
    return `it does not answer within ${patience / 1000} s`;
  }
}
