import type { Manifest } from '../archive/manifest.ts';
import type { AuditCase } from './audit-case.ts';

/** What the manifest says of a release, and the ledger has to say too. */
export type ReleaseFacts = Pick<Manifest, 'release' | 'playbook' | 'engine'> & { readonly name: string | null };

/** The facts of a release as the ledger has them; how it was asked for is none of them. */
export function releaseFacts({ part, pull, snapshot, policy, judged, readiness }: AuditCase): ReleaseFacts {
  return {
    name: part.name,
    release: { pull: pull.number, title: pull.title, url: pull.url, commit: snapshot.headSha, base: pull.base.ref, verdict: readiness.verdict, asked: null },
    playbook: `${policy.playbook.id}@${policy.playbook.version}`,
    engine: judged.engine,
  };
}
