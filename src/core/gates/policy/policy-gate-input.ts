import type { ConfigProblem } from '../../policy/policy.ts';
import type { Weakening } from '../../policy/weakening.ts';
import type { GateInput } from '../gate-input.ts';

/** What the configuration that a pull request changes would be. It is never in force before it is merged. */
export interface ConfigPreview {
  readonly problems: readonly ConfigProblem[];
  readonly weakenings: readonly Weakening[];
}

export interface PolicyGateInput extends GateInput {
  /** Only where the pull request changes the configuration. */
  readonly preview?: ConfigPreview;
}
