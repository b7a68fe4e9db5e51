import type { Migration } from './migration.ts';

const sql = `
  create table sprintgate.bundles (
    repository bigint not null,
    run_id bigint not null,
    run_attempt int not null,
    job text not null,
    upload_name text not null,
    head_sha text not null,
    tested_sha text not null,
    tested_tree text,
    artifact_id bigint,
    body text not null,
    stored_at timestamptz not null default now(),
    primary key (repository, run_id, run_attempt, job, upload_name)
  );
  create index bundles_head on sprintgate.bundles (repository, head_sha);
  create index bundles_tested on sprintgate.bundles (repository, tested_sha);
  create index bundles_tree on sprintgate.bundles (repository, tested_tree);
`;

export const evidence: Migration = { name: '005-evidence', sql };
