import type { Migration } from './migration.ts';

const sql = `
  create table sprintgate.repositories (
    id bigint primary key,
    owner text not null,
    name text not null,
    installation bigint,
    seen_at timestamptz not null default now()
  );
  create index repositories_installation on sprintgate.repositories (installation);
  create table sprintgate.pulls (
    repository bigint not null,
    number int not null,
    head_sha text not null,
    base_ref text not null,
    open boolean not null,
    updated_at text not null,
    primary key (repository, number)
  );
  create index pulls_head on sprintgate.pulls (repository, head_sha);
  create table sprintgate.releases (repository bigint not null, pull int not null, primary key (repository, pull));
  create table sprintgate.good_policies (repository bigint primary key, file text not null, content text not null, commit_sha text not null);
  create table sprintgate.good_organisation_configs (owner text primary key, file text not null, content text not null, commit_sha text not null);
  create table sprintgate.onboarding (repository bigint primary key, issue int, begun_at timestamptz not null default now());
`;

export const knownState: Migration = { name: '006-known-state', sql };
