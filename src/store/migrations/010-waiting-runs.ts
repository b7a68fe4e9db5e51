import type { Migration } from './migration.ts';

const sql = `
  create table sprintgate.waiting_runs (repository bigint not null, run bigint not null, head_sha text not null, primary key (repository, run));
`;

export const waitingRuns: Migration = { name: '010-waiting-runs', sql };
