import type { LoadedPlaybook } from '../playbook/parse-playbook.ts';
import { buildPolicy, type CompleteConfig } from './build-policy.ts';
import { capProblems } from './cap-problems.ts';
import { checkLayer, type ConfigLayerFile } from './check-layer.ts';
import { productNames } from './check-names.ts';
import { readConfigSource, pathText } from './config-source.ts';
import type { Config } from './config-schema.ts';
import { configWords } from './config-words.ts';
import { forbiddenWeakenings } from './forbidden-weakenings.ts';
import { mergeLayers, type MergedConfig } from './merge-layers.ts';
import { idleReports } from './idle-reports.ts';
import { inOrder, parseSource } from './parse-config.ts';
import type { ConfigProblem, Policy } from './policy.ts';

export interface ConfigFile {
  readonly file: string;
  readonly text: string;
}

export interface PolicyLayers {
  readonly loaded: LoadedPlaybook;
  readonly organisation: ConfigFile | null;
  readonly repository: ConfigFile;
}

/**
 * Playbook, organisation's file and repository's file, resolved. Problems leave no policy, save what only has no
 * effect: a value under a path that the organisation locked, whose own stays in force, and entries that say nothing.
 */
export function resolvePolicy(layers: PolicyLayers): { policy: Policy | null; problems: ConfigProblem[] } {
  const organisation = layers.organisation ? readLayer(layers.organisation, 'organisation') : null;
  const repository = readLayer(layers.repository, 'repository');
  const { playbook } = layers.loaded;
  const files = [organisation, repository].filter((layer) => layer !== null);
  const unread = files.flatMap((layer) => layer.problems);
  const wrong = files.flatMap(({ file }) => (file ? capProblems(inOrder(checkLayer(file, playbook))) : []));
  if (!repository.file || (organisation && !organisation.file)) return { policy: null, problems: [...unread, ...wrong] };

  const merged = mergeLayers(organisation?.file?.config ?? null, repository.file.config);
  const { source } = repository.file;
  const missing = missingProblems(merged.config, repository.file, productNames(playbook));
  const notices = merged.locked.map((path) => source.problemAtKey(path, configWords.locked(pathText(path))));
  const fatal = [...wrong, ...missing];
  const config = completed(merged);
  if (fatal.length > 0 || !config) return { policy: null, problems: [...fatal, ...notices] };

  const policy = buildPolicy(config, layers.loaded, merged.origins);
  const forbidden =
    organisation?.file && policy.forbidWeakening
      ? forbiddenWeakenings({ policy, loaded: layers.loaded, organisation: organisation.file.config, repository: repository.file })
      : [];
  const idle = files.flatMap(({ file }) => (file ? idleReports(file.config, playbook, file.source) : []));
  return forbidden.length > 0 ? { policy: null, problems: [...forbidden, ...notices] } : { policy, problems: inOrder([...notices, ...idle]) };
}

function readLayer({ file, text }: ConfigFile, layer: ConfigLayerFile['layer']): { file: ConfigLayerFile | null; problems: readonly ConfigProblem[] } {
  const source = readConfigSource(file, text);
  const { config, problems } = parseSource(source, text);
  // An organisation's file may be empty: it then adds nothing.
  const isBlank = layer === 'organisation' && text.replace(/^\s*#.*$/gm, '').trim() === '';
  const value: Config | null = isBlank ? {} : config;
  return { file: value ? { layer, config: value, source } : null, problems: isBlank ? [] : problems };
}

function missingProblems(config: Config, { source }: ConfigLayerFile, products: readonly string[]): ConfigProblem[] {
  const examples = [
    ['playbook', config.playbook, 'playbook: construir@1'],
    ['locale', config.locale, 'locale: es, or locale: en'],
    ['tier', config.tier, 'tier: followed by 1 (most critical) to 4'],
    ['product', config.product, `product: followed by ${products.join(', ')}`],
    ['schedule.start', config.schedule?.start, 'the first day of Sprint 0 under schedule, such as start: 2027-01-11'],
  ] as const;
  return examples.filter(([, value]) => value === undefined).map(([path, , write]) => source.problemAt(path.split('.'), configWords.missing(path, write)));
}

/** The merged configuration with what must be there known to be there; null when it is not. */
function completed({ config }: Pick<MergedConfig, 'config'>): CompleteConfig | null {
  const { locale, tier, product, schedule } = config;
  const start = schedule?.start;
  if (locale === undefined || tier === undefined || product === undefined || start === undefined) return null;
  return { ...config, locale, tier, product, schedule: { ...schedule, start } };
}
