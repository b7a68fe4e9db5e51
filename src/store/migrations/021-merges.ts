import type { Migration } from './migration.ts';

const sql = `
  create table sprintgate.merges (
    repository bigint not null,
    pull int not null,
    at timestamptz not null,
    by_id bigint,
    by_login text,
    head_sha text not null,
    merge_sha text,
    primary key (repository, pull)
  );
`;

/** When pull requests were merged, by whom and with which head, as GitHub told. */
export const merges: Migration = { name: '021-merges', sql };
