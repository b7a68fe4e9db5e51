import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '../../../src/app/read-environment.ts';
import { settingNames, unknownSettings } from '../../../src/app/settings/unknown-settings.ts';

const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
let folder: string;
const file = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sprintgate-settings-'));
  writeFileSync(file('key'), pem);
  writeFileSync(file('secret'), 'from-a-file\n');
  writeFileSync(file('database'), 'postgres://a:b@db/c\n');
  writeFileSync(file('empty'), '\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function faultsOf(variables: Record<string, string>): string[] {
  try {
    readEnvironment(variables);
    return [];
  } catch (error) {
    return String((error as Error).message).split('\n');
  }
}

describe('settings', () => {
  it('come from files, as container platforms hand over secrets', () => {
    const environment = readEnvironment({
      APP_ID: '1',
      PRIVATE_KEY_FILE: file('key'),
      WEBHOOK_SECRET_FILE: file('secret'),
      DATABASE_URL_FILE: file('database'),
    });
    expect(environment).toMatchObject({ privateKey: pem, webhookSecret: 'from-a-file', databaseUrl: 'postgres://a:b@db/c' });
  });

  it('that are missing or wrong are all said at once, each with its name and what to write', () => {
    const faults = faultsOf({ APP_ID: 'x', WEBHOOK_SECRET_FILE: file('nowhere'), PORT: '-1', LOG_LEVEL: 'loud', METRICS_TOKEN: 'a b' });
    expect(faults).toEqual([
      expect.stringMatching(/^PRIVATE_KEY \(or PRIVATE_KEY_PATH\) is not set; set /),
      expect.stringMatching(/^WEBHOOK_SECRET_FILE: .*nowhere cannot be read; write the path/),
      expect.stringMatching(/^APP_ID is not a number; write/),
      expect.stringMatching(/^PORT is not a port; write/),
      expect.stringMatching(/^METRICS_TOKEN is too easy to guess; write/),
      expect.stringMatching(/^LOG_LEVEL is not a level; write/),
    ]);
  });

  it.each([
    [{ WEBHOOK_SECRET_FILE: 'secret', WEBHOOK_SECRET: 'x' }, /^WEBHOOK_SECRET and WEBHOOK_SECRET_FILE are both set; leave one/],
    [{ WEBHOOK_SECRET_FILE: 'empty' }, /^WEBHOOK_SECRET_FILE: .*empty is empty; write/],
    [{ WEBHOOK_SECRET: 'x', PORT: '9464', METRICS_PORT: '9464' }, /^METRICS_PORT is the same as PORT; write another/],
  ])('that contradict each other are refused: %j', (given: Record<string, string>, message) => {
    const paths = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, name.endsWith('_FILE') ? file(value) : value]));
    expect(faultsOf({ APP_ID: '1', PRIVATE_KEY: pem, ...paths })).toEqual([expect.stringMatching(message)]);
  });

  it('that nobody reads are warned of, with what was meant', () => {
    const given = {
      SPRINTGATE_ROLL: 'worker',
      SPRINTGATE_PORT: '1',
      SPRINTGATE_COLOUR: 'red',
      WEBHOOK_SECRT: 'x',
      PATH: '/bin',
      APP_ID: '1',
      SPRINTGATE_APP_SLUG: 'x',
    };
    expect(unknownSettings(given)).toEqual([
      'SPRINTGATE_COLOUR is no setting of Sprintgate, and is not read',
      'SPRINTGATE_PORT is no setting of Sprintgate, and is not read; write PORT',
      'SPRINTGATE_ROLL is no setting of Sprintgate, and is not read; did you mean SPRINTGATE_ROLE?',
      'WEBHOOK_SECRT is no setting of Sprintgate, and is not read; did you mean WEBHOOK_SECRET?',
    ]);
  });

  it('are all documented, and the documentation names no other', () => {
    const section = /## Settings\n([^]*?)\n## /.exec(readFileSync('docs/operations.md', 'utf8'))?.[1] ?? '';
    const documented = [...section.matchAll(/^\|((?: ?`[A-Z_]+`,?)+) \|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name),
    );
    const read = [...readFileSync('src/app/settings/settings-schema.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name = '']) => name);
    expect(read.length).toBeGreaterThan(14);
    expect(documented.toSorted()).toEqual([...settingNames].toSorted());
    expect(settingNames).toEqual(expect.arrayContaining(read));
  });

  it('that are wrong stop `serve` with exit code 2 and these sentences, and no stack', () => {
    const env = { PATH: process.env['PATH'] ?? '', APP_ID: 'x', PRIVATE_KEY: 'hunter2', SPRINTGATE_ROLL: 'worker' };
    const run = spawnSync(process.execPath, ['src/cli/sprintgate.ts', 'serve'], { encoding: 'utf8', env });
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/^WEBHOOK_SECRET is not set.*\nAPP_ID is not a number.*\nPRIVATE_KEY is not an RSA private key/m);
    expect(run.stderr).not.toMatch(/hunter2|\n {4}at /);
  });
});
