import type { Migration } from './migration.ts';

// When a look last needed it: what nobody needs any more is let go of after a time. A default that never changes within a
// statement costs no rewriting of the table.
const sql = `
  alter table sprintgate.bundles add column used_on date not null default current_date;
  create index bundles_used on sprintgate.bundles (used_on);
  create index pulls_closed on sprintgate.pulls (updated_at) where not open;
`;

export const evidenceUsed: Migration = { name: '017-evidence-used', sql };
