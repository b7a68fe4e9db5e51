/** A delivery as the inbox has it, without its body. Times are ISO, in UTC. */
export interface KnownDelivery {
  /** GitHub's GUID. */
  readonly id: string;
  readonly event: string;
  /** `waiting`: also while it is worked, and between two attempts. `given-up`: after its last attempt. `done` otherwise. */
  readonly state: 'waiting' | 'given-up' | 'done';
  readonly attempts: number;
  /** Why the last attempt failed; null where it did not. */
  readonly reason: string | null;
  readonly receivedAt: string;
  readonly doneAt: string | null;
}

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** The columns of a `KnownDelivery`. */
export const knownDeliveryColumns = `
  id, event, case when done_at is null then 'waiting' when error is null then 'done' else 'given-up' end as state, attempts, error as reason,
  ${moment('received_at')} as "receivedAt", ${moment('done_at')} as "doneAt"`;
