import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildAction, staleFiles } from '../../scripts/build-action.ts';
import { staticClosure } from '../../scripts/action/static-closure.ts';

const dist = join(import.meta.dirname, '../../action/dist');
const files = readdirSync(dist);

describe('the bundle that is committed', () => {
  it('is what a rebuild gives; if not, run: npm run build:action', async () => {
    expect(await staleFiles()).toEqual([]);
  });

  it('is the same each time it is built', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sprintgate-build-'));
    try {
      await Promise.all(['one', 'two'].map((name) => buildAction(join(folder, name))));
      const text = (name: string) => readdirSync(join(folder, name)).map((file) => [file, readFileSync(join(folder, name, file), 'utf8')]);
      expect(text('one')).toEqual(text('two'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('loads less than 500 kB before its first line of output, and even before its inputs are read', () => {
    const bytes = (entry: string) => staticClosure(dist, entry).reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
    expect(staticClosure(dist, 'index.js')).toEqual(['index.js']);
    expect(bytes('index.js') + bytes('run.js')).toBeLessThan(500_000);
  });

  it('loads the artifact library only to upload, and GitHub’s client only where it is asked', () => {
    const collect = staticClosure(dist, 'collect-evidence.js');
    expect(collect).not.toContain('artifact.js');
    expect(files).toContain('artifact.js');
    expect(collect).not.toContain('job-client.js');
    // The HTTP client of @actions/core is for a job's identity alone.
    expect(collect.map((file) => readFileSync(join(dist, file), 'utf8')).join('')).not.toContain('EnvHttpProxyAgent');
    expect(staticClosure(dist, 'gate-pulls.js')).not.toContain('collect-evidence.js');
  });

  it('says no path of the machine that built it', () => {
    for (const file of files) expect(readFileSync(join(dist, file), 'utf8')).not.toContain(join(import.meta.dirname, '../..'));
  });

  it('has the notices of what it holds', () => {
    const notices = readFileSync(join(dist, 'licenses.txt'), 'utf8');
    for (const name of ['@actions/core', '@actions/artifact', '@octokit/core', 'undici', 'yaml', 'zod'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(notices).not.toContain(import.meta.dirname.split('/test/')[0]);
  });
});
