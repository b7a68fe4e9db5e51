import type { ConfigPreview } from '../../policy/config-preview.ts';
import type { GateInput } from '../gate-input.ts';

export interface PolicyGateInput extends GateInput {
  /** Only where the pull request changes the configuration. */
  readonly preview?: ConfigPreview;
}
