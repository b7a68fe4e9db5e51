import { sha256 } from '../../core/markers/digest.ts';
import type { AuditFile } from '../archive/archive-entry.ts';
import type { AuditCase } from '../content/audit-case.ts';
import { listEvidence } from '../content/list-evidence.ts';
import { line, property } from './oscal-text.ts';
import { uuidFive } from './uuid-five.ts';

/** What stands for a file of the bundle. */
export function resourceId(path: string): string {
  return uuidFive(`bundle-file/${path}`);
}

/** What stands for an upload, by its id in `evidence.json`. */
export function evidenceId({ part, entry }: Pick<AuditCase, 'part' | 'entry'>, id: string): string {
  return uuidFive(`${part.repository}/entry/${entry.seq}/evidence/${id}`);
}

/** The files of the bundle with their digests, then the uploads with theirs: those stay with the app. */
export function oscalResources(files: readonly AuditFile[], audit: AuditCase): unknown[] {
  return [
    ...files.map(({ path, bytes }) => ({
      uuid: resourceId(path),
      title: path,
      rlinks: [{ href: `../${path}`, hashes: [{ algorithm: 'SHA-256', value: sha256(bytes) }] }],
    })),
    ...listEvidence(audit).map(({ id, upload, run, attempt, sha256: digest, verified }) => ({
      uuid: evidenceId(audit, id),
      title: `${id}: ${line(upload)}`,
      props: [property('run', `${run}.${attempt}`), property('origin', verified ?? 'self-reported'), ...(digest === null ? [] : [property('sha256', digest)])],
    })),
  ];
}
