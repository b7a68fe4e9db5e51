import type { JsonReader } from '../reader.ts';
import { figuresBody } from './figures-body.ts';
import { mostlyFigures } from './mostly-figures.ts';

/**
 * Any JSON that holds figures and that nothing else knows (DVC `metrics.json`, DVCLive, CML, Hugging Face
 * `all_results.json`, a team's own): each number and boolean under its dotted name, as written. Neither unit nor direction
 * is declared: the policy names path, unit and direction. Lists are not read; `step` and `epoch` are kept, and measure
 * nothing. Comes last of all readers: see `mostlyFigures` for what it leaves alone.
 */
export const metricsJson: JsonReader = {
  format: 'metrics-json',
  kind: 'metrics',
  recognises: (document) => mostlyFigures(document) !== null,
  read: (document) => figuresBody(mostlyFigures(document) ?? []),
};
