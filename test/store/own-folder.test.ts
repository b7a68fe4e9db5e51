import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tidyPglite } from '../../src/store/keep-pglite-tidy.ts';
import { ownFolder } from '../../src/store/own-folder/own-folder.ts';
import { storeTemplate } from '../support/test-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sprintgate-own-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const file = () => join(folder, 'sprintgate.pid');
const owner = (given: object) => writeFileSync(file(), JSON.stringify({ pid: 4_194_000, host: hostname(), started: null, beat: 1, ...given }));

describe('whose folder it is', () => {
  test('stands in a file while it is owned, and in none afterwards', async () => {
    const release = await ownFolder(folder);
    expect(existsSync(file())).toBe(true);
    await release();
    expect(existsSync(file())).toBe(false);
  });

  test('is not taken from a process of this host that lives, however long ago it wrote', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' });
    owner({ pid: other.pid });
    await expect(ownFolder(folder)).rejects.toThrow(new RegExp(`open \\(process ${other.pid} on ${hostname()}\\); stop it`));
    other.kill('SIGKILL');
    await once(other, 'exit');
    await (
      await ownFolder(folder)
    )();
  });

  test('is taken from a killed process, also when a later one has its number', async () => {
    owner({ pid: process.pid, started: 'another-boot 1' });
    await (
      await ownFolder(folder)
    )();
    // Cut while it was written.
    writeFileSync(file(), '{"pid": 1');
    const release = await ownFolder(folder);
    expect(existsSync(file())).toBe(true);
    await release();
  });

  test('is refused while a process of another host writes to it, and taken when it is silent', async () => {
    owner({ host: 'another-container', beat: 7 });
    await expect(ownFolder(folder, { wait: async () => owner({ host: 'another-container', beat: 8 }) })).rejects.toThrow(/on another-container/);
    await (
      await ownFolder(folder, { wait: async () => undefined })
    )();
  });
});

describe('of two that start at the same moment', () => {
  // Two containers see the same files, and not each other's sockets: another spelling of the path makes another socket.
  const elsewhere = () => `${folder}/.`;
  const outcome = (taking: Promise<() => Promise<void>>) =>
    taking.then(
      (release) => release,
      (error: Error) => error.message,
    );

  test.each([
    ['a new folder', () => undefined],
    ['the folder of one of another host that is silent', () => owner({ host: 'gone' })],
    ['one where the file is broken', () => writeFileSync(file(), '{"pid": 1')],
  ])('one gets %s, and the other is told so', async (_name, before) => {
    before();
    const both = Promise.withResolvers<void>();
    let waiting = 0;
    const wait = async () => {
      waiting += 1;
      if (waiting === 2) both.resolve();
      await both.promise;
    };
    const found = await Promise.all([outcome(ownFolder(folder, { wait })), outcome(ownFolder(elsewhere(), { wait }))]);
    const refused = found.filter((each) => typeof each === 'string');
    expect(refused).toEqual([expect.stringContaining(`process ${process.pid} on ${hostname()}`)]);
    for (const release of found) if (typeof release === 'function') await release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('the number of a process in another container of the same name says nothing: it is listened for', async () => {
    owner({ space: 'pid:[1]', beat: 7 });
    await expect(ownFolder(folder, { wait: async () => owner({ space: 'pid:[1]', beat: 8 }) })).rejects.toThrow(/another process has/);
  });
});

describe('the write-ahead log of an embedded database', () => {
  test('stays bounded under writes', { timeout: 60_000 }, async () => {
    const pglite = await PGlite.create({ dataDir: join(folder, 'data'), loadDataDir: storeTemplate() });
    const tidy = tidyPglite(pglite);
    const sizes: number[] = [];
    await pglite.exec('create table filler (text text); alter table filler alter column text set storage external');
    for (let round = 0; round < 5; round += 1) {
      await pglite.exec('insert into filler select repeat(md5(g::text), 2000) from generate_series(1, 620) g');
      await tidy.look();
      sizes.push(logBytes());
    }
    await pglite.exec('truncate filler');
    await tidy.vacuum();
    await pglite.close();
    // 200 MB were written.
    expect(Math.max(...sizes) >> 20).toBeLessThanOrEqual(112);
    expect(sizes.at(-1)).toBe(sizes.at(-2));
  });
});

function logBytes(): number {
  const log = join(folder, 'data/pg_wal');
  return readdirSync(log).reduce((sum, name) => sum + statSync(join(log, name)).size, 0);
}
