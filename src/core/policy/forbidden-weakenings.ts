import type { LoadedPlaybook } from '../playbook/parse-playbook.ts';
import { buildPolicy } from './build-policy.ts';
import type { ConfigLayerFile } from './check-layer.ts';
import type { Config } from './config-schema.ts';
import { pathText, readConfigSource } from './config-source.ts';
import { configWords, type Words } from './config-words.ts';
import { describeWeakening } from './describe-weakening.ts';
import { findWeakenings } from './find-weakenings.ts';
import { configOf, leavesOf, mergeLayers } from './merge-layers.ts';
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
  const baseline = buildPolicy(
    {
      ...config,
      locale: policy.locale,
      tier: organisation.tier ?? policy.tier,
      product: organisation.product ?? config.product ?? '',
      schedule: { ...config.schedule, start: organisation.schedule?.start ?? policy.schedule.start },
    },
    withoutOwn(loaded),
    {},
  );
  return inOrder(
    findWeakenings(baseline, policy).map((weakening): ConfigProblem => {
      const words = configWords.weakening(weakening.path, { en: describeWeakening(weakening, 'en'), es: describeWeakening(weakening, 'es') });
      const problem = inOwnPlaybook(loaded, weakening.path, words) ?? repository.source.problemAt(weakening.path.split('.'), words);
      return { ...problem, forbidden: true };
    }),
  );
}

/** The playbook without the repository's own changes. A kind of component that only they know is held to the total's floor. */
function withoutOwn(loaded: LoadedPlaybook): LoadedPlaybook {
  if (!loaded.own) return loaded;
  const { base } = loaded.own;
  const known = new Set(base.playbook.componentKinds.map(({ id }) => id));
  const added = loaded.playbook.componentKinds
    .filter(({ id }) => !known.has(id))
    .map((kind) => ({ ...kind, floor: Math.max(kind.floor, base.playbook.coverage.total) }));
  return { ...base, playbook: { ...base.playbook, componentKinds: [...base.playbook.componentKinds, ...added] } };
}

/** What the own playbook weakens is told at its entry there. */
function inOwnPlaybook({ own }: LoadedPlaybook, path: string, words: Words): ConfigProblem | null {
  if (!own) return null;
  const [list = '', ...rest] = path.split('.');
  const source = readConfigSource(own.file, own.text);
  const entries: unknown = source.document?.toJS({ maxAliasCount: 50 });
  const found: unknown = typeof entries === 'object' && entries !== null ? Reflect.get(entries, list) : undefined;
  const id = rest.join('.');
  const index = Array.isArray(found) ? found.findIndex((entry: { id?: unknown }) => id === entry.id || id.startsWith(`${String(entry.id)}.`)) : -1;
  return index < 0 ? null : source.problemAt([list, index, 'id'], words);
}

/** What the playbook itself asks, and a repository could ask less of. */
const choices = /^(coverage|enforce|independence|planning|checkpoints)(\.|$)|^components\.[^.]+\.coverage\./;

/** The repository's facts, without what it chooses between strict and lax, and without what the organisation says too. */
function withoutChoices(config: Config, organisation: Config): Config {
  const ruled = new Set(leavesOf(organisation).map((leaf) => pathText(leaf.path)));
  return configOf(
    leavesOf(config).filter((leaf) => {
      const path = pathText(leaf.path);
      return !ruled.has(path) && !choices.test(path);
    }),
  );
}
