import type { LoadedPlaybook } from '../playbook/parse-playbook.ts';
import { buildPolicy } from './build-policy.ts';
import type { ConfigLayerFile } from './check-layer.ts';
import type { Config } from './config-schema.ts';
import { configWords } from './config-words.ts';
import { describeWeakening } from './describe-weakening.ts';
import { findWeakenings } from './find-weakenings.ts';
import { mergeLayers } from './merge-layers.ts';
import { inOrder } from './parse-config.ts';
import type { ConfigProblem, Policy } from './policy.ts';

interface Ruled {
  readonly policy: Policy;
  readonly loaded: LoadedPlaybook;
  readonly organisation: Config;
  readonly repository: ConfigLayerFile;
}

/**
 * Where a repository asks for less than the organisation's file and the playbook do, in an organisation that forbids it.
 * Compared with the same repository without the values in question, so that its own facts (start, components, people
 * whom the organisation does not name) are never held against it.
 */
export function forbiddenWeakenings({ policy, loaded, organisation, repository }: Ruled): ConfigProblem[] {
  const { config } = mergeLayers(organisation, withoutChoices(repository.config, organisation));
  const baseline = buildPolicy({
    ...config, locale: policy.locale, tier: organisation.tier ?? policy.tier, product: organisation.product ?? config.product ?? '',
    schedule: { ...config.schedule, start: organisation.schedule?.start ?? policy.schedule.start },
  }, loaded, {});
  return inOrder(findWeakenings(baseline, policy).map((weakening) =>
    repository.source.problemAt(weakening.path.split('.'), configWords.weakening(weakening.path, {
      en: describeWeakening(weakening, 'en'), es: describeWeakening(weakening, 'es'),
    }))));
}

/** The repository's facts, without what it chooses between strict and lax. */
function withoutChoices(config: Config, organisation: Config): Config {
  const components = Object.fromEntries(Object.entries(config.components ?? {}).map(([id, component]) =>
    [id, { kind: component.kind, paths: component.paths, ...(component.exclude ? { exclude: component.exclude } : {}), ...(component.uploads ? { uploads: component.uploads } : {}) }]));
  const named = new Set(Object.keys(organisation.authorities ?? {}));
  const authorities = Object.fromEntries(Object.entries(config.authorities ?? {}).filter(([id]) => !named.has(id)));
  const parameters = Object.fromEntries(Object.entries(config.parameters ?? {}).filter(([id]) => organisation.parameters?.[id] === undefined));
  const { playbook, locale, tier, product, schedule, environments, seed } = config;
  const facts = { playbook, locale, tier, product, schedule, environments, seed, components, authorities, parameters };
  const written = Object.fromEntries(Object.entries({ ...facts, regulations: organisation.regulations ?? config.regulations }).filter(([, value]) => value !== undefined));
  return written;
}
