import type { Migration } from './migration.ts';

const sql = `
  create function sprintgate.refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'rows of % are never changed', tg_table_name; end
  $$;
  create trigger append_only before update or delete on sprintgate.ledger for each row execute function sprintgate.refuse_change();
  create trigger append_only before update or delete on sprintgate.decisions for each row execute function sprintgate.refuse_change();
`;

export const appendOnly: Migration = { name: '004-append-only', sql };
