import type { Migration } from './migration.ts';

const sql = `
  create table sprintgate.budget (
    installation bigint primary key,
    state jsonb not null,
    changed_at timestamptz not null default clock_timestamp()
  );
`;

/** What each installation may still ask of GitHub, over all processes. One row an installation: its lock is the queue. */
export const budget: Migration = { name: '014-budget', sql };
