import type { Migration } from './migration.ts';

// The body is compressed JSON in base64: bytes as a parameter cost the embedded database six times as much as text.
const sql = `
  create table sprintgate.kept_reads (
    repository bigint not null,
    kind text not null,
    key text not null,
    body text not null,
    used_on date not null,
    primary key (repository, kind, key)
  );
  create index kept_reads_used on sprintgate.kept_reads (used_on);
`;

export const keptReads: Migration = { name: '013-kept-reads', sql };
