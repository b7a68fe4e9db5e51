import type { Migration } from './migration.ts';

const sql = `
  create table sprintgate.inbox (
    id text primary key,
    event text not null,
    body text not null,
    received_at timestamptz not null default now(),
    claimed_until timestamptz,
    attempts int not null default 0,
    error text,
    done_at timestamptz
  );
  create index inbox_waiting on sprintgate.inbox (received_at) where done_at is null;
  create index inbox_done on sprintgate.inbox (done_at) where done_at is not null;
`;

export const inbox: Migration = { name: '001-inbox', sql };
