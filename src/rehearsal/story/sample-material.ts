import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Change, Files, Material } from './material.ts';

const sample = join(import.meta.dirname, '../../../examples/aval');

/** The sample product, with the reports that real tools made of it (`npm run example:reports` makes them again). */
export async function sampleMaterial(locale: Locale): Promise<Material> {
  const { '.github/sprintgate.yml': config = '', ...files } = await readFolder(join(sample, 'main'));
  return {
    owner: 'aval-mx',
    name: 'aval',
    description:
      locale === 'es' ? 'Decide líneas de crédito con un modelo que se puede explicar' : 'Decides small credit lines with a model that can be explained',
    files,
    config: config.replace(/^locale: .*$/m, `locale: ${locale}`),
    workflow: '.github/workflows/ci.yml',
    coverage: { weak: await readChange('limits'), fixed: await readChange('limits-tested') },
    early: await readChange('explain'),
  };
}

async function readChange(name: string): Promise<Change> {
  return { files: await readFolder(join(sample, 'changes', name)), reports: await readFolder(join(sample, 'reports', name)) };
}

async function readFolder(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files = await Promise.all(paths.map(async (path) => [relative(folder, path).split(sep).join('/'), await readFile(path, 'utf8')] as const));
  return Object.fromEntries(files);
}
