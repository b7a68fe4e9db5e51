import type { Migration } from './migration.ts';

const sql = `
  alter table sprintgate.good_policies add column own_playbook text;
`;

export const ownPlaybooks: Migration = { name: '011-own-playbooks', sql };
