import { execFile } from 'node:child_process';
import { access, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** An action that is on npm with its bundle, as GitHub would run it. */
export interface Peer {
  readonly name: string;
  readonly entry: string;
}

const known: readonly Peer[] = [
  { name: '@cypress/github-action@7.3.0', entry: 'dist/index.js' },
  // A script of CommonJS in a package of ES modules: Node takes it under this name.
  { name: '@technote-space/release-github-actions@8.0.3', entry: 'lib/main.cjs' },
];
const run = promisify(execFile);

/** Fetches the peers once, without their dependencies: a bundle needs none. */
export async function peersIn(folder: string): Promise<Peer[]> {
  return Promise.all(
    known.map(async ({ name, entry }) => {
      const own = join(folder, name.replaceAll(/[@/]/g, '-'));
      const file = join(own, 'package', entry);
      const isThere = await access(file).then(
        () => true,
        () => false,
      );
      if (!isThere) await fetchInto(name, own);
      return { name, entry: file };
    }),
  );
}

async function fetchInto(name: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { stdout } = await run('npm', ['pack', name, '--silent', '--pack-destination', folder]);
  await run('tar', ['xzf', stdout.trim().split('\n').at(-1) ?? ''], { cwd: folder });
  const scripts = join(folder, 'package/lib');
  await copyFile(join(scripts, 'main.js'), join(scripts, 'main.cjs')).catch(() => undefined);
}
