import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '../../../core/playbook/text-schema.ts';
import type { Files, Material } from '../material.ts';
import { sampleMaterial } from '../sample-material.ts';
import { filesOf, sprintWork } from './sprint-work.ts';

const folder = join(import.meta.dirname, '../../../../examples/aval/whole');

/** The sample product with a configuration for all of the method, and with its figures made up from the first sprint to the last. */
export async function wholeMaterial(locale: Locale): Promise<Material> {
  const sample = await sampleMaterial(locale);
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const config = (await read('sprintgate.yml')).replace(/^locale: .*$/m, `locale: ${locale}`);
  return {
    ...sample,
    config,
    files: { ...sample.files, 'docs/openapi.yaml': await read('openapi.yaml') },
    jobs: ['test', 'lint-and-types'],
    coverage: null,
    early: { files: {}, reports: {} },
  };
}

/** What the default branch holds once the pull requests of these sprints are merged. */
export function filesUntil(material: Material, sprint: number): Files {
  return Object.assign({}, material.files, ...sprintWork.slice(0, sprint + 1).map(filesOf));
}
