import type { JsonReader } from '../reader.ts';
import { gatlingFigures, isGatlingStats } from './gatling-figures.ts';

/** `js/global_stats.json` of a Gatling report (2.0 to 3.x): the statistics of the whole run. See `gatlingFigures`. */
export const gatlingGlobalStats: JsonReader = {
  format: 'gatling-global-stats',
  kind: 'metrics',
  recognises: isGatlingStats,
  read: (document) => gatlingFigures(document),
};
