import type { LoadedPlaybook } from '../playbook/parse-playbook.ts';
import { buildPolicy } from './build-policy.ts';
import type { ConfigLayerFile } from './check-layer.ts';
import type { Config } from './config-schema.ts';
import { pathText } from './config-source.ts';
import { configWords } from './config-words.ts';
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
    loaded,
    {},
  );
  return inOrder(
    findWeakenings(baseline, policy).map((weakening) =>
      repository.source.problemAt(
        weakening.path.split('.'),
        configWords.weakening(weakening.path, { en: describeWeakening(weakening, 'en'), es: describeWeakening(weakening, 'es') }),
      ),
    ),
  );
}

/** What the playbook itself asks, and a repository could ask less of. */
const choices = /^(coverage|enforce|independence|planning)(\.|$)|^components\.[^.]+\.coverage\./;

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
