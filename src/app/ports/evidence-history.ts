import type { SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import type { EvidenceHistory } from '../../github/artifacts/evidence-history.ts';
import type { Database } from '../../store/database.ts';
import { findBundles } from '../../store/evidence/find-bundles.ts';
import { findHeads } from '../../store/evidence/find-heads.ts';

/** The store as the history of evidence: what was read of any commit, for what is carried forward. */
export function evidenceHistory(db: Database): EvidenceHistory<SealedBundle> {
  return {
    heads: (query) => findHeads(db, query),
    async open(heads) {
      const name = ({ runId, runAttempt, job, uploadName }: SealedBundle['identity']): string => JSON.stringify([runId, runAttempt, job, uploadName]);
      const wanted = new Set(heads.map(({ identity }) => name(identity)));
      const commits = new Map(heads.map(({ identity }) => [identity.testedSha, identity.repositoryId]));
      const opened: SealedBundle[] = [];
      for (const [commit, repository] of commits) opened.push(...(await findBundles(db, { repository, commit }, ({ identity }) => wanted.has(name(identity)))));
      return opened;
    },
  };
}
