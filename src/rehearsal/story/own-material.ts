import { isSourceFile } from '../../core/evidence/coverage/source-files.ts';
import { ruleNames } from '../../core/people/rule-names.ts';
import type { Component, Policy } from '../../core/policy/policy.ts';
import type { Change, Files, Material } from './material.ts';
import { pathIn } from './path-in.ts';

/** Lines of each file that is made up; enough that one line is one percent. */
const lines = 100;

/** Covered lines by path. */
type Figures = ReadonlyMap<string, number>;

/**
 * A product made up around a configuration: a file in each component, with figures chosen to show its own floors. The
 * figures are invented and say so in the file; everything that judges them is real.
 */
export function ownMaterial(config: string, policy: Policy): Material {
  const base = new Map(policy.components.flatMap((component) => placed(component, 'product', lines)));
  const [first, path] =
    policy.components
      .flatMap((component) => placed(component, 'change', 0).map(([change]) => [component, change] as const))
      .find(([, change]) => !base.has(change)) ?? [];
  const fixed: Figures = new Map(path === undefined ? [] : [[path, lines]]);
  const later: Figures = new Map(first ? placed(first, 'later', lines).filter(([each]) => !base.has(each) && !fixed.has(each)) : []);
  return {
    owner: ownerOf(policy),
    name: 'rehearsal',
    description: policy.locale === 'es' ? 'Un producto inventado alrededor de su configuración' : 'A made-up product around your configuration',
    files: { 'README.md': readme(policy), ...sources(base) },
    config,
    workflow: policy.evidence.workflows.find((workflow) => !/[*?[{(!]/.test(workflow)) ?? '.github/workflows/ci.yml',
    coverage:
      first && path !== undefined
        ? {
            weak: { files: sources(fixed), reports: report(base, new Map([[path, tooFew(first)]])) },
            fixed: { files: sources(fixed, 2), reports: report(base, fixed) },
          }
        : null,
    early: { files: later.size > 0 ? sources(later) : { 'NOTES.md': 'Later work.\n' }, reports: report(base, fixed, later) },
  };
}

function placed(component: Component, name: string, covered: number): [string, number][] {
  const path = pathIn(component, name);
  return path !== null && isSourceFile(path, new Set()) ? [[path, covered]] : [];
}

/** So few that both files of the component together, the other all covered, end a good part below its floor. */
function tooFew({ floor }: Component): number {
  return Math.max(0, Math.floor((floor * 2 * lines) / 10_000) - lines - 10);
}

function sources(figures: Figures, version = 1): Files {
  const text = Array.from({ length: lines }, (_, index) => `// line ${index + 1} of a made-up file, version ${version}`).join('\n');
  return Object.fromEntries([...figures.keys()].map((path) => [path, `${text}\n`]));
}

function report(...figures: readonly Figures[]): Change['reports'] {
  const record = ([path, covered]: readonly [string, number]) =>
    [
      `SF:${path}`,
      ...Array.from({ length: lines }, (_, index) => `DA:${index + 1},${index < covered ? 1 : 0}`),
      `LF:${lines}`,
      `LH:${covered}`,
      'end_of_record',
    ].join('\n');
  return { 'lcov.info': `TN:\n${[...new Map(figures.flatMap((each) => [...each]))].map(record).join('\n')}\n` };
}

function readme({ locale, components }: Policy): string {
  const list = components.map(({ id, kind, paths }) => `- **${id}** (${kind}): ${paths.map((path) => `\`${path}\``).join(', ')}`).join('\n');
  return locale === 'es'
    ? `# Un producto inventado\n\nEl ensayo lo inventó alrededor de su configuración; lo que lo juzga es real.\n\n${list}\n`
    : `# A made-up product\n\nThe rehearsal made it up around your configuration; what judges it is real.\n\n${list}\n`;
}

/** The organisation that most teams of the configuration belong to. */
function ownerOf(policy: Policy): string {
  const owners = Object.values(policy.authorities)
    .flatMap(ruleNames)
    .filter(({ kind }) => kind === 'team')
    .map(({ name }) => name.split('/')[0] ?? '');
  const [most] = [...Map.groupBy(owners, (owner) => owner)].toSorted(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? 'my-organisation';
}
