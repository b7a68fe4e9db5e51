import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../../src/core/evidence/bundle/refusal-cause.ts';
import type { ArtifactLimits } from '../../../src/github/artifacts/artifact-limits.ts';
import { artifactLimits } from '../../../src/github/artifacts/artifact-limits.ts';
import { Refusal } from '../../../src/github/artifacts/refusal.ts';
import { unpackArtifact } from '../../../src/github/artifacts/unpack-artifact.ts';
import { mutate, mutations } from '../../core/evidence/fuzz/mutations.ts';
import type { HandmadeEntry } from './handmade-zip.ts';
import { handmadeZip } from './handmade-zip.ts';

const text = strToU8('SF:a.ts\nDA:1,1\nend_of_record\n');
const genuine = zipSync({ 'a/lcov.info': text, 'b.xml': strToU8('<testsuite/>'.repeat(50)) });
const zip = (entries: readonly HandmadeEntry[], end?: Parameters<typeof handmadeZip>[1]): Uint8Array => handmadeZip(entries, end);
const small: ArtifactLimits = { archive: 1 << 20, entries: 20, file: 1 << 20, total: 2 << 20, ratio: 200 };

/** The files' paths, or why the archive was refused. */
async function unpacked(archive: Uint8Array, limits = artifactLimits): Promise<string[] | RefusalCode> {
  try {
    return (await unpackArtifact(archive, limits)).map(({ path }) => path);
  } catch (error) {
    if (error instanceof Refusal) return error.cause.code;
    throw error;
  }
}

const zeros = zipSync({ 'zeros.xml': new Uint8Array(8 << 20) }, { level: 9 });
const cases: readonly [string, Uint8Array, RefusalCode | readonly RefusalCode[]][] = [
  ['nothing at all', new Uint8Array(0), 'archive-unreadable'],
  ['no archive', strToU8('not a zip at all, though it is long enough to hold an end'), 'archive-unreadable'],
  ['an archive without its end', genuine.slice(0, -10), 'archive-unreadable'],
  ['an archive cut in its directory', genuine.slice(0, genuine.length - 60), 'archive-unreadable'],
  ['an archive cut at its beginning', genuine.slice(20), 'archive-unreadable'],
  ['eight megabytes of zeros in eight kilobytes', zeros, 'unpacked-large'],
  ['a file that unpacks to more than it declares', zip([{ path: 'a', bytes: text, declared: 3 }]), 'archive-unreadable'],
  ['a file that unpacks to less than it declares', zip([{ path: 'a', bytes: text, declared: 300 }]), 'archive-unreadable'],
  ['a file that declares gigabytes', zip([{ path: 'a', bytes: text, declared: 0xfffffff0 }]), ['file-large', 'archive-unreadable']],
  ['a path that leaves it', zip([{ path: '../../etc/cron.d/x', bytes: text }]), 'archive-unreadable'],
  ['a path that leaves it in the middle', zip([{ path: 'a/../../x', bytes: text }]), 'archive-unreadable'],
  ['an absolute path', zip([{ path: '/etc/passwd', bytes: text }]), 'archive-unreadable'],
  ['a path of a drive', zip([{ path: 'C:\\x', bytes: text }]), 'archive-unreadable'],
  ['a path with backslashes', zip([{ path: '..\\..\\x', bytes: text }]), 'archive-unreadable'],
  ['a path with a NUL', zip([{ path: 'a\0.xml', bytes: text }]), 'path'],
  ['an empty path', zip([{ path: '', bytes: text }]), 'path'],
  ['a symbolic link', zip([{ path: 'a', bytes: strToU8('/etc/passwd'), mode: 0o120777 }]), 'link'],
  ['a device', zip([{ path: 'a', bytes: text, mode: 0o060600 }]), 'link'],
  ['a symbolic link that says it is a folder', zip([{ path: 'a/', bytes: strToU8('/etc'), mode: 0o120777 }]), 'link'],
  ['an encrypted file', zip([{ path: 'a', bytes: text, flags: 1 }]), ['encrypted', 'archive-unreadable']],
  ['a method of packing that is not known', zip([{ path: 'a', bytes: text, method: 99 }]), 'archive-unreadable'],
  [
    'two files of one name',
    zip([
      { path: 'a', bytes: text },
      { path: 'a', bytes: strToU8('other') },
    ]),
    'same-name',
  ],
  [
    'two files in the same bytes',
    zip([
      { path: 'a', bytes: text },
      { path: 'b', bytes: text, at: 0 },
    ]),
    'archive-unreadable',
  ],
  ['a directory that begins beyond the archive', zip([{ path: 'a', bytes: text }], { directoryAt: 0x7fffffff }), 'archive-unreadable'],
  ['more files than the directory holds', zip([{ path: 'a', bytes: text }], { entries: 9 }), 'archive-unreadable'],
  [
    '65,535 files by its own account, without the record of ZIP64',
    zip([{ path: 'a', bytes: text }], { entries: 0xffff }),
    ['archive-unreadable', 'many-files'],
  ],
  ['a record of ZIP64 elsewhere', zip([{ path: 'a', bytes: text }], { zip64: { entries: 1n, directoryAt: 1n << 62n } }), 'archive-unreadable'],
  [
    '2^60 files by the record of ZIP64',
    zip([{ path: 'a', bytes: text }], { zip64: { entries: 1n << 60n, directoryAt: 0n } }),
    ['archive-unreadable', 'many-files'],
  ],
  ['a comment of another length', zip([{ path: 'a', bytes: text }], { commentLength: 99 }), 'archive-unreadable'],
];

describe('an archive is refused, never a crash', () => {
  it.each(cases)('with %s', async (_, archive, code) => {
    expect([code].flat()).toContain(await unpacked(archive));
  });

  it('with 65,000 files, before one is read', async () => {
    expect(await unpacked(zip(Array.from({ length: 65_000 }, (_, index) => ({ path: `${index}`, bytes: new Uint8Array(0) }))))).toBe('many-files');
  });

  it('with files that are each small and together too large', async () => {
    const files = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${index}.xml`, new Uint8Array(300_000).fill(index)]));
    expect(await unpacked(zipSync(files), { ...small, ratio: 1e9 })).toBe('unpacked-large');
    expect(await unpacked(zipSync(files), { ...small, total: 4 << 20, ratio: 1e9 })).toHaveLength(10);
  });

  it('an archive in it stays packed', async () => {
    const [file] = await unpackArtifact(zipSync({ 'inner.zip': zeros }), artifactLimits);
    expect(file?.bytes.length).toBe(zeros.length);
  });

  it('is taken as it is when it is genuine, folders and a handmade one included', async () => {
    expect(await unpacked(genuine)).toEqual(['a/lcov.info', 'b.xml']);
    expect(
      await unpacked(
        zip([
          { path: 'a/', bytes: new Uint8Array(0) },
          { path: 'a/b', bytes: text },
        ]),
      ),
    ).toEqual(['a/b']);
  });

  it('with any change it is taken or refused, within its limits', async () => {
    const property = fc.asyncProperty(mutations, async (changes) => {
      const result = await unpacked(mutate(genuine, changes), small);
      expect(typeof result === 'string' || new Set(result).size === result.length).toBe(true);
    });
    await fc.assert(property, { numRuns: 1_500, seed: 20_270_111 });
  });
});
