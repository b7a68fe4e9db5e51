import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** Bundles the Action into one folder: GitHub runs what is committed and installs nothing. */
export async function buildAction(folder: string): Promise<void> {
  const bundle = await rolldown({ input: fileURLToPath(new URL('../action/src/main.ts', import.meta.url)), platform: 'node', logLevel: 'warn' });
  try {
    await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'index.js', chunkFileNames: '[name].js', minify: false });
  } finally {
    await bundle.close();
  }
}

if (process.argv[1] === import.meta.filename) await buildAction(fileURLToPath(new URL('../action/dist', import.meta.url)));
