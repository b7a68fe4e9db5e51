import type { Component, Policy } from '../../core/policy/policy.ts';
import type { Change, Files, Material } from './material.ts';

/** Lines of each file that is made up; enough that one line is one percent. */
const lines = 100;

/**
 * A product made up around a configuration: a file in each component, with figures chosen to show its own floors. The
 * figures are invented and say so in the file; everything that judges them is real.
 */
export function ownMaterial(config: string, policy: Policy): Material {
  const [first] = policy.components;
  const base = new Map(policy.components.map((component) => [pathIn(component, 'product'), lines]));
  return {
    owner: ownerOf(policy),
    name: 'rehearsal',
    description: 'A made-up product around your configuration',
    files: { 'README.md': '# A made-up product\n', ...sources(base) },
    config,
    workflow: '.github/workflows/ci.yml',
    coverage: first ? weakAndFixed(first, base) : null,
    early: changeWith(base, first ? new Map([[pathIn(first, 'later'), lines]]) : new Map()),
  };
}

function weakAndFixed(component: Component, base: ReadonlyMap<string, number>): { weak: Change; fixed: Change } {
  // Both files of the component together end a good part below its floor.
  const covered = Math.max(0, Math.floor((component.floor * 2 * lines) / 10_000) - lines - 10);
  const path = pathIn(component, 'change');
  return { weak: changeWith(base, new Map([[path, covered]])), fixed: changeWith(base, new Map([[path, lines]])) };
}

function changeWith(base: ReadonlyMap<string, number>, added: ReadonlyMap<string, number>): Change {
  return { files: added.size > 0 ? sources(added) : { 'NOTES.md': 'Later work.\n' }, reports: { 'lcov.info': lcov(new Map([...base, ...added])) } };
}

function sources(files: ReadonlyMap<string, number>): Files {
  const text = Array.from({ length: lines }, (_, index) => `// line ${index + 1} of a made-up file`).join('\n');
  return Object.fromEntries([...files.keys()].map((path) => [path, `${text}\n`]));
}

function lcov(files: ReadonlyMap<string, number>): string {
  const record = ([path, covered]: readonly [string, number]) => [
    `SF:${path}`,
    ...Array.from({ length: lines }, (_, index) => `DA:${index + 1},${index < covered ? 1 : 0}`),
    `LF:${lines}`, `LH:${covered}`, 'end_of_record',
  ].join('\n');
  return `TN:\n${[...files].map(record).join('\n')}\n`;
}

/** A path that the component's first pattern matches, e.g. `src/api/change.ts` for `src/api/**`. */
function pathIn(component: Component, name: string): string {
  const [pattern = '**'] = component.paths;
  const folder = pattern.split('/').filter((part) => !/[*?[{(!]/.test(part));
  const last = folder.at(-1);
  const isFile = last !== undefined && /\.\w+$/.test(last) && !pattern.includes('*');
  const extension = /\*(\.\w+)$/.exec(pattern)?.[1] ?? '.ts';
  return isFile ? folder.join('/') : [...folder, `${name}${extension}`].join('/');
}

function ownerOf(policy: Policy): string {
  const [team] = JSON.stringify(policy.authorities).match(/"teams":\["([^/"]+)\//)?.slice(1) ?? [];
  return team ?? 'my-organisation';
}
