import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '../core/errors/input-error.ts';
import { type Case, caseSchema } from '../core/explain/case-schema.ts';
import { addWorld } from '../core/explain/case-world.ts';
import { readYaml } from '../core/playbook/read-yaml.ts';

// A base of a base of a base: more than anybody follows, and a circle ends here.
const mostBases = 10;

export interface ReadCase {
  readonly name: string;
  /** What the case and its bases tell, with paths as this process finds them. */
  readonly world: Case;
  readonly config: string;
  readonly expect: NonNullable<Case['expect']>;
  /** `file:line:column` of a path in the case's own file. */
  readonly place: (path: readonly string[]) => string;
}

/** The files of cases in a folder and below it; those whose name begins with `_` are bases and no cases. */
export async function listCases(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /^[^_.].*\.ya?ml$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  if (files.length === 0) throw new InputError(`${folder}: there is no case here; a case is a file such as coverage-below-floor.yml.`);
  return files.toSorted();
}

/** Reads a case with its bases. Throws an InputError that names file, line and column. */
export async function readCase(file: string): Promise<ReadCase> {
  const { source, world } = await readWorld(file, 0);
  const place = (path: readonly string[]) => source.place({ path, message: '' }).trimEnd();
  const missing = (['config', 'date', 'expect'] as const).find((key) => world[key] === undefined || Object.keys(world[key]).length === 0);
  if (missing !== undefined) throw new InputError(`${place([])} ${missing}: is missing${missing === 'expect' ? '' : ', here and in the base'}`);
  const { config = '', expect = {} } = world;
  return { name: world.name, world, config, expect, place };
}

async function readWorld(file: string, depth: number): Promise<{ source: ReturnType<typeof readYaml<Case>>; world: Case }> {
  const source = readYaml({ file, text: await readFile(file, 'utf8') }, caseSchema);
  const own = withPaths(source.value, dirname(file));
  if (own.base === undefined) return { source, world: own };
  if (depth === mostBases)
    throw new InputError(source.place({ path: ['base'], message: `base: there are more than ${mostBases} on top of each other, or they go in a circle` }));
  const below = await readWorld(own.base, depth + 1);
  return { source, world: addWorld(below.world, own) };
}

function withPaths(value: Case, folder: string): Case {
  const from = (path: string) => resolve(folder, path);
  return {
    ...value,
    ...(value.base === undefined ? {} : { base: from(value.base) }),
    ...(value.config === undefined ? {} : { config: from(value.config) }),
    ...(value.root === undefined ? {} : { root: from(value.root) }),
    ...(value.evidence === undefined ? {} : { evidence: value.evidence.map(from) }),
  };
}
