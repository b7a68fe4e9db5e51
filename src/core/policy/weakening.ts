/** How one policy asks for less than another: the closed list of docs/configuration.md. */
export const weakeningKinds = [
  'floor-lower',
  'total-lower',
  'tolerance-wider',
  'carry-longer',
  'criterion-off',
  'criterion-later',
  'criterion-easier',
  'validity-longer',
  'tier-lower',
  'authority-loosened',
  'name-added',
  'schedule-later',
  'component-removed',
  'component-narrowed',
  'component-kind',
  'upload-dropped',
  'product-dropped',
  'regulation-dropped',
  'enforce-lower',
  'gate-dropped',
  'release-narrowed',
  'branches-narrowed',
  'environment-dropped',
  'evidence-loosened',
  'independence-loosened',
  'void-loosened',
  'unplanned-loosened',
  'freeze-shortened',
  'parameter-changed',
  'checkpoint-dropped',
  'seed-owner-added',
  'rule-lifted',
] as const;

export type WeakeningKind = (typeof weakeningKinds)[number];

/** One way in which the later of two policies asks for less. */
export interface Weakening {
  readonly kind: WeakeningKind;
  /** Dotted path in the configuration, or `criteria.<id>` for the playbook's. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
  /** Names that an authority gained (`user:ciso`, `team:acme/x`, `role:admin`): to be compared with the author's own. */
  readonly names?: readonly string[];
}
