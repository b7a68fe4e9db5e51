import { canonicalJson } from '../markers/digest.ts';
import type { Playbook } from '../playbook/playbook-schema.ts';
import { walkRule } from '../playbook/walk-rule.ts';
import { metricGroup } from '../standing/metric-groups.ts';
import type { Config } from './config-schema.ts';
import type { ConfigSource } from './config-source.ts';
import type { Words } from './config-words.ts';
import type { ConfigProblem } from './policy.ts';

type Entry = NonNullable<NonNullable<Config['evidence']>['reports']>[number];

const words = {
  silent: (path: string): Words => ({
    en: `${path} says nothing of the reports that it names, so it has no effect; write type, component, scan or metrics, or remove it.`,
    es: `${path} no dice nada de los reportes que nombra, así que no tiene efecto; escriba type, component, scan o metrics, o quítelo.`,
  }),
  shadowed: (path: string, earlier: string): Words => ({
    en: `${path} names the same reports as ${earlier}, which goes first, so it has no effect; join them or remove it.`,
    es: `${path} nombra los mismos reportes que ${earlier}, que va antes, así que no tiene efecto; únalos o quítelo.`,
  }),
  unused: (path: string): Words => ({
    en: `${path} is a figure that no criterion of the playbook asks for and no page shows, so it has no effect; correct its name or remove it.`,
    es: `${path} es una medida que ningún criterio del playbook pide ni ninguna página muestra, así que no tiene efecto; corrija su nombre o quítela.`,
  }),
};

/** Entries of `evidence.reports` that change nothing: told, since whoever wrote them meant something. They break nothing either. */
export function idleReports(config: Config, playbook: Playbook, source: ConfigSource): ConfigProblem[] {
  const entries = config.evidence?.reports ?? [];
  const asked = new Set(playbook.criteria.flatMap(({ rule }) => walkRule(rule).flatMap((leaf) => ('metric' in leaf.rule ? [leaf.rule.metric.name] : []))));
  return entries.flatMap((entry, index): ConfigProblem[] => {
    const at = (place: number): string => `evidence.reports[${place}]`;
    const path = ['evidence', 'reports', index] as const;
    if (facetsOf(entry).length === 0) return [source.problemAt(path, words.silent(at(index)))];
    const earlier = entries.slice(0, index).findIndex((other) => covers(other, entry));
    if (earlier >= 0) return [source.problemAt(path, words.shadowed(at(index), at(earlier)))];
    return Object.keys(entry.metrics ?? {})
      .filter((name) => !asked.has(name) && metricGroup(name) === null)
      .map((name) => source.problemAtKey([...path, 'metrics', name], words.unused(`${at(index)}.metrics.${name}`)));
  });
}

function facetsOf({ type, component, scan, metrics = {} }: Entry): string[] {
  const said = { type, component, scan };
  return [...(['type', 'component', 'scan'] as const).filter((key) => said[key] !== undefined), ...Object.keys(metrics).map((name) => `metrics.${name}`)];
}

/** Only the very same choice of reports is compared: whether two patterns meet is not for a notice to guess. */
function covers(earlier: Entry, later: Entry): boolean {
  const choice = ({ files = [], uploads = [], suites = [] }: Entry) => canonicalJson({ files, uploads, suites });
  const said = new Set(facetsOf(earlier));
  return choice(earlier) === choice(later) && facetsOf(later).every((facet) => said.has(facet));
}
