import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Mutant } from './mutant.ts';

interface Instrumented {
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly mutants: readonly (Omit<Mutant, 'file'> & { readonly fileName: string })[];
}

interface Instrumenter {
  instrument(files: readonly { name: string; mutate: boolean; content: string }[], options: object): Promise<Instrumented>;
}

/** Whose every change the tests must notice. Texts are read by people, and by the tests that quote them. */
export const mutated = ['src/core/gates/**/*.ts', 'src/core/rules/**/*.ts', 'src/core/verdict/**/*.ts'];

/** Copies source and tests, with every mutant of Stryker built in and none of them active. Answers the mutants. */
export async function makeSandbox(root: string, sandbox: string, patterns: readonly string[]): Promise<readonly Mutant[]> {
  const names = patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).filter((name) => !/words|\.test\./.test(name));
  const instrumenter = await loadInstrumenter();
  const contents = names.map((name) => ({ name: join(root, name), mutate: true, content: readFileSync(join(root, name), 'utf8') }));
  const { files, mutants } = await instrumenter.instrument(contents, { plugins: null, ignorers: [], excludedMutations: [] });
  rmSync(sandbox, { recursive: true, force: true });
  mkdirSync(sandbox, { recursive: true });
  for (const folder of ['src', 'test']) cpSync(join(root, folder), join(sandbox, folder), { recursive: true });
  for (const name of ['templates', 'node_modules', 'package.json', 'tsconfig.json', 'docs', 'schema', 'examples']) {
    if (existsSync(join(root, name))) symlinkSync(join(root, name), join(sandbox, name));
  }
  for (const name of ['judge-mutants.test.ts', 'collect-tests.ts', 'mutant.ts']) cpSync(join(root, 'mutation', name), join(sandbox, name));
  for (const file of files) writeFileSync(join(sandbox, relative(root, file.name)), file.content);
  const found = mutants.map(({ id, fileName, location, replacement }) => ({ id, file: relative(root, fileName), location, replacement }));
  writeFileSync(join(sandbox, 'mutants.json'), JSON.stringify(found));
  return found;
}

/** It is made for Stryker's own injector, and asks it for a log. */
async function loadInstrumenter(): Promise<Instrumenter> {
  const from = createRequire(import.meta.url);
  const load = async (name: string) => (await import(pathToFileURL(from.resolve(name)).href)) as Record<string, unknown>;
  const { createInstrumenter } = await load('@stryker-mutator/instrumenter');
  const { createInjector } = (await load('typed-inject')) as { createInjector: () => Injector };
  const log = new Proxy({}, { get: (_target, name) => (String(name).startsWith('is') ? () => false : () => undefined) });
  return createInjector().provideValue('logger', log).provideValue('options', {}).injectFunction(createInstrumenter) as Instrumenter;
}

interface Injector {
  provideValue(name: string, value: unknown): Injector;
  injectFunction(make: unknown): unknown;
}
