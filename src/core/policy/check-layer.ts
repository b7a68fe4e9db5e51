import picomatch from 'picomatch';
import type { Playbook } from '../playbook/playbook-schema.ts';
import { isBoundedGlob } from '../globs/split-glob.ts';
import { checkAuthorities } from './check-authorities.ts';
import { checkMetricDirections } from './check-metric-directions.ts';
import { checkNames } from './check-names.ts';
import { configSchema, type Config } from './config-schema.ts';
import { pathText, type ConfigPath, type ConfigSource } from './config-source.ts';
import { configWords, expectation, type Expectation, type Words } from './config-words.ts';
import { schemaAt } from './known-keys.ts';
import type { ConfigProblem } from './policy.ts';
import { shown } from './schema-problems.ts';

export interface ConfigLayerFile {
  readonly layer: 'organisation' | 'repository';
  readonly config: Config;
  readonly source: ConfigSource;
}

/** Checks one configuration file against its playbook; its places are that file's own. */
export function checkLayer({ layer, config, source }: ConfigLayerFile, playbook: Playbook): ConfigProblem[] {
  return [
    ...checkPlace(layer, config, source),
    ...checkPlaybook(config, playbook, source),
    ...checkNames(config, playbook, source),
    ...checkAuthorities(config, source),
    ...checkGlobs(config, source),
    ...checkMetricDirections(config, playbook, source),
    ...checkValues(config, playbook, source),
  ];
}

function checkPlace(layer: ConfigLayerFile['layer'], config: Config, source: ConfigSource): ConfigProblem[] {
  if (layer === 'repository') {
    return (['locked', 'forbid', 'weakeningBy'] as const)
      .filter((key) => config[key] !== undefined)
      .map((key) => source.problemAtKey([key], configWords.organisationOnly(key)));
  }
  return (config.locked ?? []).flatMap((path, index) =>
    schemaAt(configSchema, path.split('.')) ? [] : [wrong(source, ['locked', index], { value: path, write: 'locked-path' })],
  );
}

function checkPlaybook(config: Config, playbook: Playbook, source: ConfigSource): ConfigProblem[] {
  const loaded = `${playbook.id}@${playbook.version}`;
  const written = config.playbook;
  if (written === undefined || written.startsWith('.') || written === loaded) return [];
  return [source.problemAt(['playbook'], configWords.playbookMismatch(written, loaded))];
}

function checkGlobs(config: Config, source: ConfigSource): ConfigProblem[] {
  const components = Object.entries(config.components ?? {}).flatMap(([id, component]) => [
    ...patternProblems(component.paths, ['components', id, 'paths'], source),
    ...patternProblems(component.exclude, ['components', id, 'exclude'], source),
  ]);
  const lists = [
    [config.branches, ['branches']],
    [config.release?.branches, ['release', 'branches']],
    [config.release?.heads, ['release', 'heads']],
    [config.release?.always, ['release', 'always']],
    ...Object.entries(config.release?.units ?? {}).map(([id, { heads }]) => [heads, ['release', 'units', id, 'heads']] as const),
    [config.evidence?.workflows, ['evidence', 'workflows']],
    ...(config.evidence?.reports ?? []).flatMap(({ files, uploads, suites }, index) => [
      [files, ['evidence', 'reports', index, 'files']] as const,
      [uploads, ['evidence', 'reports', index, 'uploads']] as const,
      [suites, ['evidence', 'reports', index, 'suites']] as const,
    ]),
  ] as const;
  return [...components, ...lists.flatMap(([patterns, path]) => patternProblems(patterns, path, source))];
}

function patternProblems(patterns: readonly string[] | undefined, path: ConfigPath, source: ConfigSource): ConfigProblem[] {
  return (patterns ?? []).flatMap((pattern, index) => {
    const place = [...path, index];
    if (!canMatch(pattern)) return [source.problemAt(place, configWords.badGlob(pathText(place), shown(pattern)))];
    return isBoundedGlob(pattern) ? [] : [source.problemAt(place, configWords.unboundedGlob(pathText(place), shown(pattern)))];
  });
}

function canMatch(pattern: string): boolean {
  // GitHub's paths have no leading slash, no dots to resolve and no backslashes; `!` would turn a list of paths inside out.
  if (/^(\/|\.{1,2}\/|!)|\\|(^|\/)\.\.(\/|$)|\/\/|\/$|^\s|\s$/.test(pattern)) return false;
  try {
    picomatch.makeRe(pattern, { strictBrackets: true });
    return true;
  } catch {
    return false;
  }
}

function checkValues(config: Config, playbook: Playbook, source: ConfigSource): ConfigProblem[] {
  const parameters = Object.entries(config.parameters ?? {}).flatMap(([id, value]) => {
    const open = playbook.parameters.find((parameter) => parameter.id === id);
    const write =
      typeof open?.value === 'number' && typeof value !== 'number'
        ? 'number'
        : typeof open?.value === 'boolean' && typeof value !== 'boolean'
          ? 'boolean'
          : null;
    return write ? [wrong(source, ['parameters', id], { value, write })] : [];
  });
  const freezes = (config.freeze ?? []).flatMap(({ from, to }, index) =>
    to < from ? [source.problemAt(['freeze', index, 'to'], configWords.reversed(pathText(['freeze', index]), from, to))] : [],
  );
  const idle = Object.entries(config.checkpoints ?? {}).flatMap(([id, { void: rule, components }]) =>
    components && rule !== undefined && rule !== 'on-merge'
      ? [source.problemAtKey(['checkpoints', id, 'components'], configWords.idleComponents(pathText(['checkpoints', id, 'components']), rule))]
      : [],
  );
  const empty = config.components && Object.keys(config.components).length === 0 ? [wrong(source, ['components'], { value: {}, write: 'components' })] : [];
  return [...parameters, ...freezes, ...idle, ...empty];
}

function wrong(source: ConfigSource, path: ConfigPath, problem: { value: unknown; write: Expectation }): ConfigProblem {
  const write: Words = expectation(problem.write) ?? { en: '', es: '' };
  return source.problemAt(path, configWords.wrong(pathText(path), shown(problem.value), write));
}
