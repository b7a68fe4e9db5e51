import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { type EvidenceWork, evidenceElsewhere } from '../../src/app/evidence/evidence-work.ts';
import { unsealBundle } from '../../src/app/evidence/seal-bundle.ts';
import { sayRefusal } from '../../src/core/evidence/bundle/refusal-words.ts';
import { artifactLimits } from '../../src/github/artifacts/artifact-limits.ts';
import type { PackedUpload } from '../../src/github/artifacts/open-upload.ts';
import type { Refusal } from '../../src/github/artifacts/refusal.ts';

let work: EvidenceWork | null = null;
afterEach(() => work?.stop());

const run = { id: 5, head_sha: 'a'.repeat(40), path: 'ci.yml', event: 'push', run_attempt: 1, updated_at: '2027-01-11T10:00:00Z' };

function upload(id: number, files: Readonly<Record<string, string>>): PackedUpload {
  const archive = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
  return { repositoryId: 1, run, artifact: { id, name: 'sprintgate-api' }, archive, limits: artifactLimits } as unknown as PackedUpload;
}

const small = upload(1, { 'lcov.info': 'SF:src/a.ts\nDA:1,1\nend_of_record\n' });
const heavy = upload(2, { 'lcov.info': Array.from({ length: 500_000 }, (_, index) => `SF:src/${index}.ts\nDA:1,1\nend_of_record\n`).join('') });

describe('opening uploads in processes of their own', () => {
  it('gives the bundle that was read', async () => {
    work = evidenceElsewhere({ processes: 1, megabytes: 256, seconds: 60 });
    const { bundle, identity } = await work.open(small);
    expect(identity).toBeNull();
    expect(unsealBundle(bundle)?.reports.map(({ file, outcome }) => [file, outcome])).toEqual([['lcov.info', 'ok']]);
  });

  it('refuses what is no archive, with its cause', async () => {
    work = evidenceElsewhere({ processes: 1, megabytes: 256, seconds: 60 });
    await expect(work.open({ ...small, archive: new Uint8Array(700_000) })).rejects.toMatchObject({ cause: { code: 'archive-unreadable' } });
  });

  it.each([
    ['takes all memory', { processes: 1, megabytes: 80, seconds: 60 }, 'reading-failed'],
    ['does not end in time', { processes: 1, megabytes: 2_048, seconds: 1 }, 'reading-slow'],
  ] as const)('refuses an upload that %s, in words of both languages, and reads the next', async (_, limits, code) => {
    work = evidenceElsewhere(limits);
    const opening = [work.open(heavy), work.open(small)] as const;
    const refusal = (await opening[0].catch((error: unknown) => error)) as Refusal;
    expect(refusal.cause.code).toBe(code);
    expect(sayRefusal('en', refusal.cause)).not.toBe(sayRefusal('es', refusal.cause));
    expect((await opening[1]).bundle.identity.uploadName).toBe('sprintgate-api');
    // Every look at its commit would break another process.
    const again = performance.now();
    await expect(work.open(heavy)).rejects.toMatchObject({ cause: { code } });
    expect(performance.now() - again).toBeLessThan(500);
  });
});
