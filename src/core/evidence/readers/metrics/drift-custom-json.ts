import type { JsonReader } from '../reader.ts';
import { figuresBody } from './figures-body.ts';
import { mostlyFigures } from './mostly-figures.ts';

const ofDrift = /(^|[._ -])(ks_?(statistic|stat|test)|p_?value|psi|drift_(detected|score)|(data|dataset|overall)_drift\w*|wasserstein\w*|jensen_?shannon\w*)$/i;

/**
 * A team's own drift report (scipy, alibi-detect and the like; there is no standard): an object of figures of which at
 * least one is named as drift is (`ks_statistic`, `p_value`, `psi`, `drift_detected`, …). Each figure is under its dotted
 * name as written: which of them is the statistic and which the p-value, its name says; nothing is converted.
 */
export const driftCustomJson: JsonReader = {
  format: 'drift-custom-json',
  kind: 'metrics',
  recognises: (document) => (mostlyFigures(document) ?? []).some((leaf) => typeof leaf.value !== 'string' && ofDrift.test(leaf.name.slice(-100))),
  read: (document) => figuresBody(mostlyFigures(document) ?? []),
};
