import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OutputChunk, rolldown } from 'rolldown';
import { lazyIdentity } from './action/lazy-identity.ts';
import { bundledLicences } from './action/bundled-licences.ts';

const committed = fileURLToPath(new URL('../action/dist', import.meta.url));
const licences = 'licenses.txt';

/**
 * Bundles the Action into one folder: GitHub runs what is committed and installs nothing. `index.js` holds next to nothing;
 * all else lies in files beside it that are loaded when they are needed. The same sources give the same bytes.
 */
export async function buildAction(folder: string): Promise<void> {
  const input = fileURLToPath(new URL('../action/src/main.ts', import.meta.url));
  const bundle = await rolldown({ input, platform: 'node', logLevel: 'warn', plugins: [lazyIdentity()] });
  try {
    const { output } = await bundle.generate({
      format: 'esm',
      entryFileNames: 'index.js',
      chunkFileNames: '[name].js',
      // Names stay: a stack trace in somebody's log says where it was, and a reader of the bundle can follow it.
      minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
      comments: false,
    });
    const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const { fileName, code } of chunks) await writeFile(join(folder, fileName), code);
    await writeFile(join(folder, licences), await bundledLicences(chunks.flatMap(({ moduleIds }) => moduleIds)));
  } finally {
    await bundle.close();
  }
}

/** The files in which two folders differ, by name. */
async function differences(left: string, right: string): Promise<string[]> {
  const names = new Set([...(await filesIn(left)), ...(await filesIn(right))]);
  const read = (folder: string, name: string) => readFile(join(folder, name), 'utf8').catch(() => null);
  const differ = await Promise.all([...names].map(async (name) => ((await read(left, name)) === (await read(right, name)) ? [] : [name])));
  return differ.flat().sort();
}

async function filesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

/** Builds anew beside what is committed, and names the files that differ. */
export async function staleFiles(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sprintgate-build-'));
  try {
    await buildAction(join(folder, 'dist'));
    return await differences(committed, join(folder, 'dist'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  if (!process.argv.includes('--check')) await buildAction(committed);
  else {
    const stale = await staleFiles();
    if (stale.length > 0) console.error(`action/dist is stale (${stale.join(', ')}); run: npm run build:action`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  }
}
