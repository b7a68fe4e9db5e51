import type { Migration } from './migration.ts';

const sql = `
  create index bundles_artifact on sprintgate.bundles (repository, artifact_id);
`;

export const keptEvidence: Migration = { name: '008-kept-evidence', sql };
