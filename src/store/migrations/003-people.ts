import type { Migration } from './migration.ts';

const sql = `
  create table sprintgate.decisions (
    id text primary key,
    repository bigint not null,
    position bigint generated always as identity,
    kind text not null,
    subject text not null,
    at text not null,
    body text not null
  );
  create index decisions_repository on sprintgate.decisions (repository, position);
  create table sprintgate.command_marks (
    repository bigint not null,
    comment_id bigint not null,
    body_hash text not null,
    line int not null,
    outcome text not null,
    at text not null,
    primary key (repository, comment_id, body_hash, line)
  );
`;

export const people: Migration = { name: '003-people', sql };
