import type { Migration } from './migration.ts';

// Bodies are bytes, not jsonb: nothing asks inside them, and parsing them on the way in costs the database more than twice
// its time. Out of line and uncompressed for the same reason: they are dropped after days. Only hashes of what is old stay.
const sql = `
  alter table sprintgate.inbox alter column body drop not null;
  alter table sprintgate.inbox alter column body type bytea using convert_to(body, 'UTF8');
  alter table sprintgate.inbox alter column body set storage external;
  alter table sprintgate.inbox add column body_sha256 text;
  alter table sprintgate.inbox add constraint inbox_body_or_hash check (body is not null or body_sha256 is not null);
  create index inbox_bodies on sprintgate.inbox (done_at) where done_at is not null and body is not null;
`;

export const inboxBodies: Migration = { name: '012-inbox', sql };
