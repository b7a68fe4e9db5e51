import { isObject, memberOf } from '../../input/json-shape.ts';
import type { JsonReader } from '../reader.ts';
import { gatlingFigures, isGatlingStats } from './gatling-figures.ts';

/** `js/stats.json` of a Gatling report: the whole run in `stats`, groups and requests in `contents`. See `gatlingFigures`. */
export const gatlingStats: JsonReader = {
  format: 'gatling-stats',
  kind: 'metrics',
  recognises: (document) => memberOf(document, 'type') === 'GROUP' && isGatlingStats(memberOf(document, 'stats')),
  read(document) {
    const contents = memberOf(document, 'contents');
    return gatlingFigures(memberOf(document, 'stats'), { children: isObject(contents) ? Object.keys(contents).length : 0 });
  },
};
