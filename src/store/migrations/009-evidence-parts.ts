import type { Migration } from './migration.ts';

const sql = `
  create table sprintgate.bundle_parts (
    repository bigint not null,
    run_id bigint not null,
    run_attempt int not null,
    job text not null,
    upload_name text not null,
    part int not null,
    content text not null,
    primary key (repository, run_id, run_attempt, job, upload_name, part),
    foreign key (repository, run_id, run_attempt, job, upload_name) references sprintgate.bundles on delete cascade
  );
  alter table sprintgate.bundle_parts alter column content set storage external;
`;

export const evidenceParts: Migration = { name: '009-evidence-parts', sql };
