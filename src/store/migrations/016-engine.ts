import type { Migration } from './migration.ts';

// How far each installation has come in the queue, by rank of its work: whose turn it is, so that none waits for another's flood.
const sql = `
  create table sprintgate.turns (lane bigint not null, rank int not null, turn int not null, primary key (lane, rank));
  create index turns_rank on sprintgate.turns (rank, turn);
`;

export const turns: Migration = { name: '016-engine', sql };
