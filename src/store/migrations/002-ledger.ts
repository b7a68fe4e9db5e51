import type { Migration } from './migration.ts';

// The chain covers digests only; what a digest stands for is kept apart, so that personal data can be erased from it.
const sql = `
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

export const ledger: Migration = { name: '002-ledger', sql };
