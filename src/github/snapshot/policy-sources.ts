import type { LoadedPlaybook } from '../../core/playbook/parse-playbook.ts';
import type { OpenPullFlips } from '../../core/policy/open-pull-flips.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { GitHub } from '../client.ts';
import type { World } from '../look/world.ts';
import type { ConfigText } from './config-text.ts';

/** Where configurations are remembered. Where there is no store, nothing is: then a broken file leaves no policy. */
export interface ConfigMemory {
  lastGood(repository: number): Promise<ConfigText | null>;
  remember(repository: number, config: ConfigText): Promise<void>;
  lastOrganisation(owner: string): Promise<ConfigText | null>;
  rememberOrganisation(owner: string, config: ConfigText): Promise<void>;
}

export interface PolicySources {
  readonly github: GitHub;
  readonly loadPlaybook: (reference: string) => Promise<LoadedPlaybook>;
  readonly memory: ConfigMemory | null;
  /** Who answers for the files on default branches; left out, the REST API. */
  readonly world?: World;
  /** Which other open pull requests a proposed configuration would make come out otherwise; left out where nobody can tell. */
  readonly flips?: (proposed: { readonly headSha: string; readonly before: Policy; readonly after: Policy }) => Promise<OpenPullFlips>;
}
