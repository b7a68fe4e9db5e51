import type { Migration } from './migration.ts';

// A standing's body is compressed JSON in base64, as that of what was read is; `summary` is what a list of repositories
// shows, as plain JSON. A day's `body` is a few figures.
const sql = `
  create table sprintgate.standings (
    repository bigint primary key,
    at timestamptz not null,
    day date not null,
    timezone text not null,
    percent smallint not null,
    summary text not null,
    body text not null
  );
  create table sprintgate.standing_days (
    repository bigint not null,
    day date not null,
    percent smallint not null,
    body text not null,
    primary key (repository, day)
  );
  create index standing_days_day on sprintgate.standing_days (day);
`;

export const standings: Migration = { name: '018-standings', sql };
