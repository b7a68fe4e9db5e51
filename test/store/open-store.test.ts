import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { openTestStore } from '../support/test-store.ts';

const script = `
  import { openStore } from ${JSON.stringify(new URL('../../src/store/open-store.ts', import.meta.url).href)};
  try {
    const store = await openStore(process.argv[1]);
    for (let n = 0; ; n += 1) {
      await store.inbox.append({ id: String(n), event: 'push', body: '{}' });
      console.log('kept ' + n);
    }
  } catch (error) {
    console.log('refused ' + error.message);
  }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sprintgate-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writer(path: string) {
  return spawn(process.execPath, ['--input-type=module', '-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
}

describe('the folder of an embedded database', () => {
  it('is made with the folders above it, and keeps what was written', async () => {
    const path = join(folder, 'deep/er/data');
    const first = await openTestStore(path);
    await first.inbox.append({ id: 'a', event: 'push', body: '{}' });
    await first.close();
    const second = await openStore(path);
    expect(await second.inbox.countWaiting()).toBe(1);
    await second.close();
  });

  it('is refused to a second opener, also by another name, and free after a close', async () => {
    const store = await openTestStore(join(folder, 'data'));
    symlinkSync(join(folder, 'data'), join(folder, 'alias'));
    await expect(openStore(join(folder, 'alias'))).rejects.toThrow(
      /another process has this database folder open; stop it, or give DATABASE_URL another folder/,
    );
    await store.close();
    await (await openStore(join(folder, 'alias'))).close();
  });

  it('is refused to a second process, and survives that its owner is killed: nothing acknowledged is lost', async () => {
    const path = join(folder, 'data');
    await (await openTestStore(path)).close();
    const owner = writer(path);
    let output = '';
    owner.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    while (!output.includes('kept 20\n')) await once(owner.stdout, 'data');
    const second = writer(path);
    const [refusal] = (await once(second.stdout, 'data')) as [Buffer];
    expect(refusal.toString()).toMatch(/^refused .*another process has this database folder open/);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    const acknowledged = output.split('\n').filter((line) => line.startsWith('kept ')).length;
    const store = await openStore(path);
    expect(await store.inbox.countWaiting()).toBeGreaterThanOrEqual(acknowledged);
    await store.close();
  });
});
