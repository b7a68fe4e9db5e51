import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProcess } from '../support/run-process.ts';

const root = join(import.meta.dirname, '../..');
const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('serve, and start as the app', () => {
  it.each([
    ['serve', 'nothing is set', {}, /APP_ID, PRIVATE_KEY and WEBHOOK_SECRET are not set/],
    ['serve', 'one is missing', { APP_ID: '1', PRIVATE_KEY: pem }, /^WEBHOOK_SECRET is not set/],
    ['start', 'two are missing', { WEBHOOK_SECRET: 'x' }, /^APP_ID and PRIVATE_KEY \(or PRIVATE_KEY_PATH\) are not set/],
    ['serve', 'the secret is Probot’s own', { APP_ID: '1', PRIVATE_KEY: pem, WEBHOOK_SECRET: 'development' }, /^WEBHOOK_SECRET is Probot’s public default/],
    ['serve', 'the port is none', { APP_ID: '1', PRIVATE_KEY: pem, WEBHOOK_SECRET: 'x', PORT: 'http' }, /^PORT is not a port/],
  ])('%s ends with 2 and says what to mend when %s', async (command, _when, env, message) => {
    const ended = await runProcess(
      command === 'serve' ? { script: join(root, 'src/cli/sprintgate.ts'), arguments: ['serve'], env } : { script: join(root, 'src/cli/start.ts'), env },
    );
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
    expect(ended.stderr).not.toMatch(/ {4}at |PRIVATE KEY-/);
  });
});
