import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { BundleIdentity, EvidenceBundle } from '../core/evidence/bundle/bundle.ts';
import { readReport } from '../core/evidence/read-report.ts';
import { sha256 } from '../core/markers/digest.ts';

/** Reads report files, and folders with them, as one bundle that stands for every expected upload: who runs this by hand has chosen the reports. */
export async function readLocalBundle(
  evidence: readonly string[],
  now: string,
  origin: Pick<BundleIdentity, 'repositoryId' | 'headSha' | 'workflowPath'>,
): Promise<EvidenceBundle[]> {
  const files = (await Promise.all(evidence.map(filesBelow))).flat();
  if (files.length === 0) return [];
  const read = await Promise.all(files.map(async (path) => ({ path: shown(path), bytes: await readFile(path) })));
  const content = {
    provenance: { kind: 'self-reported' } as const,
    files: read.map(({ path, bytes }) => ({ path, sha256: sha256(bytes), bytes: bytes.length })),
    reports: read.map(({ path, bytes }) => readReport(path, bytes)),
    completedAt: now,
  };
  const identity = {
    ...origin,
    testedSha: origin.headSha,
    testedTree: null,
    baseSha: null,
    event: 'local',
    job: 'local',
    uploadName: '*',
    runId: 0,
    runAttempt: 1,
  };
  return [{ ...content, identity }];
}

async function filesBelow(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function shown(path: string): string {
  return relative(process.cwd(), resolve(path)).split(sep).join('/');
}
