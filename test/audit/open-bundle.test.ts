import { describe, expect, it } from 'vitest';
import { assembleArchive } from '../../src/audit/archive/assemble-archive.ts';
import { bundlePaths } from '../../src/audit/archive/manifest.ts';
import { packFile } from '../../src/audit/archive/pack-file.ts';
import type { BundleSigner } from '../../src/audit/keys/bundle-signer.ts';
import { type SignedKey, signKey } from '../../src/audit/keys/key-statement.ts';
import { openBundle } from '../../src/audit/verify/open-bundle.ts';
import { file, newSigner, smallBundle } from './small-bundle.ts';

const [first, second, third, stranger] = ['a', 'b', 'c', 'd'].map(newSigner) as [BundleSigner, BundleSigner, BundleSigner, BundleSigner];
const chain = [
  await signKey(first, { previous: null, at: '2027-01-01T00:00:00.000Z' }),
  await signKey(second, { previous: first, at: '2027-02-01T00:00:00.000Z' }),
  await signKey(third, { previous: second, at: '2027-03-01T00:00:00.000Z' }),
];
const strict = (...pins: readonly string[]) => ({ pins, allowUnsigned: false });

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
