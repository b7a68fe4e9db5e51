import type { Migration } from './migration.ts';

const sql = `
  create table sprintgate.overwritten_checks (
    repository bigint not null,
    head_sha text not null,
    name text not null,
    app_id bigint,
    app_slug text,
    what text not null,
    seen_at timestamptz not null,
    primary key (repository, head_sha, name, seen_at)
  );
`;

export const overwrittenChecks: Migration = { name: '011-overwritten-checks', sql };
