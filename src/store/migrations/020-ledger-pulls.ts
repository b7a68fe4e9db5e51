import type { Migration } from './migration.ts';

// A pull request is judged under its own key, that of one with the same head, or that of a merge group: what an entry says names
// them. Text that people wrote cannot look like such a name: its quotes are escaped. What was erased leaves the index.
const sql = `
  create function sprintgate.pulls_of(repository bigint, payload text) returns text[] language sql immutable parallel safe as $$
    select array(select distinct repository::text || '/' || named[1] from regexp_matches(payload, '"pull":\\{"number":([0-9]{1,10})\\}', 'g') as named)
  $$;
  create index ledger_payloads_pulls on sprintgate.ledger_payloads using gin (sprintgate.pulls_of(repository, payload)) where payload is not null;
`;

/** The entries about a pull request are found without reading all of a ledger. */
export const ledgerPulls: Migration = { name: '020-ledger-pulls', sql };
