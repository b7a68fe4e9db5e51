import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type AuditFile, byPath } from '../../src/audit/archive/archive-entry.ts';
import { assembleArchive } from '../../src/audit/archive/assemble-archive.ts';
import { renderChecksums } from '../../src/audit/archive/checksums.ts';
import { bundlePaths, type Manifest } from '../../src/audit/archive/manifest.ts';
import { packFile, storeFile } from '../../src/audit/archive/pack-file.ts';
import type { BundleSigner } from '../../src/audit/keys/bundle-signer.ts';
import { keySigner } from '../../src/audit/keys/key-signer.ts';
import { type SignedKey, signKey } from '../../src/audit/keys/key-statement.ts';
import { openBundle } from '../../src/audit/verify/open-bundle.ts';
import { sha256 } from '../../src/core/markers/digest.ts';

const [first, second, third, stranger] = ['a', 'b', 'c', 'd'].map(newSigner) as [BundleSigner, BundleSigner, BundleSigner, BundleSigner];
const chain = [
  await signKey(first, { previous: null, at: '2027-01-01T00:00:00.000Z' }),
  await signKey(second, { previous: first, at: '2027-02-01T00:00:00.000Z' }),
  await signKey(third, { previous: second, at: '2027-03-01T00:00:00.000Z' }),
];
const strict = (...pins: readonly string[]) => ({ pins, allowUnsigned: false });

function newSigner(name: string): BundleSigner {
  return keySigner(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), name);
}

interface Small {
  readonly signer: BundleSigner | null;
  readonly chain?: readonly SignedKey[];
  /** Signs in its place, as a forger would. */
  readonly forger?: BundleSigner;
  /** Put into the archive, and into no list. */
  readonly smuggled?: readonly AuditFile[];
}

const file = (path: string, text: string): AuditFile => ({ path, bytes: Buffer.from(text) });

/** A bundle in all but what its files say. */
async function smallBundle({ signer, chain: keys = [], forger, smuggled = [] }: Small): Promise<Buffer> {
  const content = [file('README.md', 'Años de garantía. '.repeat(9)), file(bundlePaths.keys, JSON.stringify({ signer: signer?.key ?? null, chain: keys }))];
  const packed = content.toSorted(byPath).map(packFile);
  const digest = 'a'.repeat(64);
  const manifest: Manifest = {
    format: 'sprintgate-audit-bundle',
    version: 1,
    madeBy: '0',
    repository: { id: 1, name: null },
    release: { pull: 1, title: '', url: '', commit: '', base: '', verdict: 'pass', asked: null },
    decided: { at: '', seq: 1, digest },
    end: { seq: 1, digest },
    policy: digest,
    playbook: 'p@1',
    engine: '0',
    signer: signer?.key ?? null,
    files: packed.map((each) => ({ path: each.path, bytes: each.size, packed: { bytes: each.packed.length, sha256: sha256(each.packed) } })),
  };
  const listed = [...content, file(bundlePaths.manifest, JSON.stringify(manifest))];
  const sums = file(bundlePaths.sums, renderChecksums(listed));
  const signature = await (forger ?? signer)?.sign(sums.bytes);
  const stored = [...listed.slice(-1), sums, ...(signature ? [{ path: bundlePaths.signature, bytes: signature }] : [])];
  return Buffer.from(assembleArchive([...packed, ...stored.map(storeFile), ...smuggled.map(packFile)].toSorted(byPath)));
}

describe('a bundle that is opened', () => {
  it('holds against the key that signed it', async () => {
    const opened = openBundle(await smallBundle({ signer: first }), strict(first.key));
    expect(opened.fault).toBeNull();
    expect([...opened.contents.keys()]).toEqual([bundlePaths.manifest, 'README.md', bundlePaths.keys].toSorted());
  });

  it('fails with any one bit of any one byte changed, and with any byte more or less', async () => {
    const whole = await smallBundle({ signer: first });
    const unnoticed: string[] = [];
    for (const mask of [0x01, 0x80, 0xff]) {
      for (let at = 0; at < whole.length; at += 1) {
        const changed = Buffer.from(whole);
        changed[at] = (whole[at] ?? 0) ^ mask;
        if (openBundle(changed, strict(first.key)).fault === null) unnoticed.push(`${mask} at ${at}`);
      }
    }
    for (let at = 0; at < whole.length; at += 1) if (openBundle(whole.subarray(0, at), strict(first.key)).fault === null) unnoticed.push(`cut at ${at}`);
    for (const more of [Buffer.concat([whole, Buffer.from([0])]), Buffer.concat([Buffer.from([0]), whole])])
      if (openBundle(more, strict(first.key)).fault === null) unnoticed.push('longer');
    expect(unnoticed).toEqual([]);
  });

  it('names the file, what is wrong with it, what was expected and what was seen', async () => {
    const whole = await smallBundle({ signer: first });
    const changed = Buffer.from(whole);
    const at = whole.indexOf('\0README.md') + 'README.md'.length + 5;
    changed[at] = (whole[at] ?? 0) ^ 1;
    expect(openBundle(changed, strict(first.key)).fault).toEqual({
      file: 'README.md',
      what: 'changed-packing',
      expected: expect.stringMatching(/^[0-9a-f]{64}$/),
      seen: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(openBundle(Buffer.from('PK, or not'), strict(first.key)).fault).toEqual({ file: null, what: 'no-bundle' });
  });

  it('fails against another key, without a key, and where another signed in its place', async () => {
    const whole = await smallBundle({ signer: first });
    expect(openBundle(whole, strict(stranger.key)).fault).toEqual({
      file: bundlePaths.signature,
      what: 'foreign-key',
      expected: stranger.key,
      seen: first.key,
    });
    expect(openBundle(whole, { pins: [], allowUnsigned: true }).fault).toMatchObject({ what: 'foreign-key' });
    expect(openBundle(await smallBundle({ signer: first, forger: stranger }), strict(first.key)).fault).toMatchObject({ what: 'broken-signature' });
  });

  it('holds against any key before the one that signed, and against none after it', async () => {
    const whole = await smallBundle({ signer: third, chain });
    for (const { key } of [first, second, third]) expect(openBundle(whole, strict(key)).fault).toBeNull();
    const earlier = await smallBundle({ signer: second, chain });
    expect(openBundle(earlier, strict(third.key)).fault).toMatchObject({ what: 'foreign-key' });
  });

  it('does not follow a chain in which a key was not signed by the one before it', async () => {
    const forged = await signKey(stranger, { previous: null, at: '2027-04-01T00:00:00.000Z' });
    const claimed: SignedKey = { ...forged, statement: { ...forged.statement, previous: first.key } };
    const short = chain.slice(0, 1);
    const fault = openBundle(await smallBundle({ signer: stranger, chain: [...short, claimed] }), strict(first.key)).fault;
    expect(fault).toEqual({ file: bundlePaths.keys, what: 'broken-keys', seen: 'key 2 is not signed as it says' });
    expect(openBundle(await smallBundle({ signer: stranger, chain: [...short, forged] }), strict(first.key)).fault).toMatchObject({ what: 'broken-keys' });
  });

  it('opens one that nobody signed only where that is allowed, and never one whose signature was taken off', async () => {
    const unsigned = await smallBundle({ signer: null });
    expect(openBundle(unsigned, strict(first.key)).fault).toEqual({ file: null, what: 'unsigned' });
    expect(openBundle(unsigned, { pins: [], allowUnsigned: true }).fault).toBeNull();
    const stripped = await smallBundle({ signer: first, forger: { key: first.key, sign: () => Promise.resolve(new Uint8Array()) } });
    expect(openBundle(stripped, { pins: [], allowUnsigned: true }).fault).toMatchObject({ what: 'broken-signature' });
  });

  it('lets no file in that no list names', async () => {
    const smuggled = await smallBundle({ signer: first, smuggled: [file('zz', 'more')] });
    expect(openBundle(smuggled, strict(first.key)).fault).toEqual({ file: 'zz', what: 'unlisted-file' });
    const entries = [file('README.md', 'x')].map(packFile);
    expect(openBundle(assembleArchive(entries), strict(first.key)).fault).toEqual({ file: bundlePaths.sums, what: 'missing-file' });
  });
});
