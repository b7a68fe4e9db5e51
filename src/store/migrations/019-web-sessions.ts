import type { Migration } from './migration.ts';

const sql = `
  create table sprintgate.web_sessions (
    id text primary key,
    person bigint not null,
    login text not null,
    sealed text not null,
    ends_at timestamptz not null
  );
  create index web_sessions_end on sprintgate.web_sessions (ends_at);
`;

/** Who is signed in to the pages. */
export const webSessions: Migration = { name: '019-web-sessions', sql };
