import type { Migration } from './migration.ts';

// What was seen is kept beside the chain in parts that are known by their digest. Links and parts never change; what an entry
// says, and the parts that no entry names any more, may go only within an erasure, which leaves an entry of its own.
const sql = `
  create table sprintgate.ledger_parts (
    repository bigint not null,
    digest text not null,
    packed bytea not null,
    primary key (repository, digest)
  );
  alter table sprintgate.ledger_parts alter column packed set storage external;
  alter table sprintgate.ledger_payloads add column snapshots text[] not null default '{}';

  create function sprintgate.only_erased() returns trigger language plpgsql as $$
    begin
      if current_setting('sprintgate.erasing', true) = 'on' then
        if tg_op = 'DELETE' then return old; end if;
        if new.payload is null and new.salt is null and new.repository = old.repository and new.seq = old.seq then return new; end if;
      end if;
      raise exception 'rows of % are never changed', tg_table_name;
    end
  $$;
  create trigger only_erased before update on sprintgate.ledger_payloads for each row execute function sprintgate.only_erased();
  create trigger append_only before delete on sprintgate.ledger_payloads for each row execute function sprintgate.refuse_change();
  create trigger only_erased before delete on sprintgate.ledger_parts for each row execute function sprintgate.only_erased();
  create trigger append_only before update on sprintgate.ledger_parts for each row execute function sprintgate.refuse_change();

  create trigger never_emptied before truncate on sprintgate.ledger execute function sprintgate.refuse_change();
  create trigger never_emptied before truncate on sprintgate.ledger_payloads execute function sprintgate.refuse_change();
  create trigger never_emptied before truncate on sprintgate.ledger_parts execute function sprintgate.refuse_change();
  create trigger never_emptied before truncate on sprintgate.decisions execute function sprintgate.refuse_change();
  create trigger never_emptied before truncate on sprintgate.policies execute function sprintgate.refuse_change();
`;

export const keptSnapshots: Migration = { name: '015-ledger', sql };
