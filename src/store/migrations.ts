export interface Migration {
  readonly name: string;
  readonly sql: string;
}

const inbox = `
  create table sprintgate.inbox (
    id text primary key,
    event text not null,
    body text not null,
    received_at timestamptz not null default now(),
    claimed_until timestamptz,
    attempts int not null default 0,
    error text,
    done_at timestamptz
  );
  create index inbox_waiting on sprintgate.inbox (received_at) where done_at is null;
  create index inbox_done on sprintgate.inbox (done_at) where done_at is not null;
`;

// The chain covers digests only; what a digest stands for is kept apart, so that personal data can be erased from it.
const ledger = `
  create table sprintgate.ledger (
    repository bigint not null,
    seq int not null,
    at text not null,
    kind text not null,
    subject text not null,
    payload_digest text not null,
    previous text not null,
    digest text not null,
    primary key (repository, seq)
  );
  create index ledger_subject on sprintgate.ledger (repository, subject, seq);
  create table sprintgate.ledger_payloads (
    repository bigint not null,
    seq int not null,
    salt text,
    payload text,
    erased_at text,
    erased_because text,
    primary key (repository, seq),
    foreign key (repository, seq) references sprintgate.ledger (repository, seq)
  );
`;

const people = `
  create table sprintgate.decisions (
    id text primary key,
    repository bigint not null,
    position bigint generated always as identity,
    kind text not null,
    subject text not null,
    at text not null,
    body text not null
  );
  create index decisions_repository on sprintgate.decisions (repository, position);
  create table sprintgate.command_marks (
    repository bigint not null,
    comment_id bigint not null,
    body_hash text not null,
    line int not null,
    outcome text not null,
    at text not null,
    primary key (repository, comment_id, body_hash, line)
  );
`;

const appendOnly = `
  create function sprintgate.refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'rows of % are never changed', tg_table_name; end
  $$;
  create trigger append_only before update or delete on sprintgate.ledger for each row execute function sprintgate.refuse_change();
  create trigger append_only before update or delete on sprintgate.decisions for each row execute function sprintgate.refuse_change();
`;

const evidence = `
  create table sprintgate.bundles (
    repository bigint not null,
    run_id bigint not null,
    run_attempt int not null,
    job text not null,
    upload_name text not null,
    head_sha text not null,
    tested_sha text not null,
    tested_tree text,
    artifact_id bigint,
    body text not null,
    stored_at timestamptz not null default now(),
    primary key (repository, run_id, run_attempt, job, upload_name)
  );
  create index bundles_head on sprintgate.bundles (repository, head_sha);
  create index bundles_tested on sprintgate.bundles (repository, tested_sha);
  create index bundles_tree on sprintgate.bundles (repository, tested_tree);
`;

const knownState = `
  create table sprintgate.repositories (
    id bigint primary key,
    owner text not null,
    name text not null,
    installation bigint,
    seen_at timestamptz not null default now()
  );
  create index repositories_installation on sprintgate.repositories (installation);
  create table sprintgate.pulls (
    repository bigint not null,
    number int not null,
    head_sha text not null,
    base_ref text not null,
    open boolean not null,
    updated_at text not null,
    primary key (repository, number)
  );
  create index pulls_head on sprintgate.pulls (repository, head_sha);
  create table sprintgate.releases (repository bigint not null, pull int not null, primary key (repository, pull));
  create table sprintgate.good_policies (repository bigint primary key, file text not null, content text not null, commit_sha text not null);
  create table sprintgate.good_organisation_configs (owner text primary key, file text not null, content text not null, commit_sha text not null);
  create table sprintgate.onboarding (repository bigint primary key, issue int, begun_at timestamptz not null default now());
`;

const looks = `
  alter table sprintgate.repositories add column commands_read_at text;
`;

const keptEvidence = `
  create index bundles_artifact on sprintgate.bundles (repository, artifact_id);
`;

const policies = `
  create table sprintgate.policies (digest text primary key, content text not null, kept_at timestamptz not null default now());
  create trigger append_only before update or delete on sprintgate.policies for each row execute function sprintgate.refuse_change();
`;

const evidenceParts = `
  create table sprintgate.bundle_parts (
    repository bigint not null,
    run_id bigint not null,
    run_attempt int not null,
    job text not null,
    upload_name text not null,
    part int not null,
    content text not null,
    primary key (repository, run_id, run_attempt, job, upload_name, part),
    foreign key (repository, run_id, run_attempt, job, upload_name) references sprintgate.bundles on delete cascade
  );
  alter table sprintgate.bundle_parts alter column content set storage external;
`;

const waitingRuns = `
  create table sprintgate.waiting_runs (repository bigint not null, run bigint not null, head_sha text not null, primary key (repository, run));
`;

const overwrittenChecks = `
  create table sprintgate.overwritten_checks (
    repository bigint not null,
    head_sha text not null,
    name text not null,
    app_id bigint,
    app_slug text,
    what text not null,
    seen_at timestamptz not null,
    primary key (repository, head_sha, name, seen_at)
  );
`;

const ownPlaybooks = `
  alter table sprintgate.good_policies add column own_playbook text;
`;

/** In the order in which they are applied. One that was released is never edited; a change is a new one at the end. */
export const migrations: readonly Migration[] = [
  { name: '001-inbox', sql: inbox },
  { name: '002-ledger', sql: ledger },
  { name: '003-people', sql: people },
  { name: '004-append-only', sql: appendOnly },
  { name: '005-evidence', sql: evidence },
  { name: '006-known-state', sql: knownState },
  { name: '007-looks', sql: looks },
  { name: '008-policies', sql: policies },
  { name: '008-kept-evidence', sql: keptEvidence },
  { name: '009-evidence-parts', sql: evidenceParts },
  { name: '010-waiting-runs', sql: waitingRuns },
  { name: '011-own-playbooks', sql: ownPlaybooks },
  { name: '011-overwritten-checks', sql: overwrittenChecks },
];
