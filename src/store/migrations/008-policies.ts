import type { Migration } from './migration.ts';

const sql = `
  create table sprintgate.policies (digest text primary key, content text not null, kept_at timestamptz not null default now());
  create trigger append_only before update or delete on sprintgate.policies for each row execute function sprintgate.refuse_change();
`;

export const policies: Migration = { name: '008-policies', sql };
