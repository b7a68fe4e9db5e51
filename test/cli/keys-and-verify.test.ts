import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { keySigner } from '../../src/audit/keys/key-signer.ts';
import { keysCommand } from '../../src/cli/keys/keys.ts';
import { reportFailure } from '../../src/cli/report-failure.ts';
import { verifyCommand } from '../../src/cli/verify.ts';
import { smallBundle } from '../audit/small-bundle.ts';
import { openTestStore } from '../support/test-store.ts';
import type { Ended } from '../support/run-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'sprintgate-keys-'));
const [old, young] = ['old', 'young'].map(() => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()) as [
  string,
  string,
];
const [oldKey, youngKey] = [keySigner(old, 'old').key, keySigner(young, 'young').key];

beforeAll(async () => {
  const store = await openTestStore(join(folder, 'db'));
  await store.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function run(command: typeof keysCommand, words: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.stdout += String(text)), true));
  const error = vi.spyOn(console, 'error').mockImplementation((text) => void (said.stderr += String(text)));
  const code = await command.parseAsync(words, { from: 'user' }).then(() => Number(process.exitCode ?? 0), reportFailure);
  process.exitCode = undefined;
  for (const spy of [out, error]) spy.mockRestore();
  vi.unstubAllEnvs();
  return { code, ...said };
}

describe('the keys that sign bundles', () => {
  test('are rotated by the key of now, which must be the current one, and listed oldest first', async () => {
    const database = ['--database', join(folder, 'db')];
    expect((await run(keysCommand, ['rotate', ...database])).stderr).toContain('there is no key of now');
    const rotated = await run(keysCommand, ['rotate', ...database], { BUNDLE_SIGNING_KEY: old, BUNDLE_SIGNING_KEY_NEXT: young });
    expect(rotated).toMatchObject({ code: 0, stdout: `${oldKey} is recorded as the first key\n${youngKey} is recorded, signed by ${oldKey}\n` });
    const again = await run(keysCommand, ['rotate', ...database], { BUNDLE_SIGNING_KEY: old, BUNDLE_SIGNING_KEY_NEXT: young });
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('is not the one that signs now') });
    const { stdout } = await run(keysCommand, ['list', ...database]);
    expect(stdout.split('\n').filter((line) => line !== '')).toEqual([
      expect.stringMatching(`^${oldKey}  since \\S+$`),
      expect.stringMatching(`^${youngKey}  since \\S+  signs now$`),
    ]);
  }, 60_000);
});

describe('verify', () => {
  const file = join(folder, 'no.zip');

  test('wants a key, and names what is no bundle', async () => {
    writeFileSync(file, 'PK no bundle at all');
    expect(await run(verifyCommand, [file])).toMatchObject({ code: 2, stderr: expect.stringContaining('--key') });
    const verified = await run(verifyCommand, [file, '--key', oldKey, '--lang', 'es']);
    expect(verified.code).toBe(1);
    expect(verified.stdout).toContain('no es un expediente');
  });

  test('does not read what is too large to be one', async () => {
    writeFileSync(file, '');
    truncateSync(file, 3 * 1024 ** 3);
    expect(await run(verifyCommand, [file, '--key', oldKey])).toMatchObject({ code: 2, stderr: expect.stringMatching(/larger than 1 GiB/) });
  });

  test('prints nothing of a bundle that a terminal would obey', async () => {
    const hostile = { key: '\u001b[2J\u001b[32mit holds', sign: () => Promise.resolve(new Uint8Array(64)) };
    writeFileSync(file, await smallBundle({ signer: hostile }));
    const verified = await run(verifyCommand, [file, '--key', oldKey]);
    expect(verified.code).toBe(1);
    expect(verified.stdout).not.toContain('\u001b[2J');
    expect(verified.stdout).toContain('\\u001b[2J');
  });

  test('takes no file for a key that is written out, nor a key and leave to do without', async () => {
    const here = process.cwd();
    process.chdir(folder);
    try {
      // As a bundle that was unpacked here could bring it along.
      writeFileSync(oldKey, young);
      writeFileSync(file, await smallBundle({ signer: keySigner(young, 'young') }));
      expect(await run(verifyCommand, [file, '--key', oldKey])).toMatchObject({ code: 1, stdout: expect.stringContaining('[foreign-key]') });
    } finally {
      process.chdir(here);
    }
    expect(await run(verifyCommand, [file, '--key', oldKey, '--allow-unsigned'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('leave one of them out'),
    });
  });
});
