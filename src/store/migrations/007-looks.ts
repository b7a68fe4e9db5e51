import type { Migration } from './migration.ts';

const sql = `
  alter table sprintgate.repositories add column commands_read_at text;
`;

export const looks: Migration = { name: '007-looks', sql };
