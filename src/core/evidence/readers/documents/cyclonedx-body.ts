import type { FlagList } from '../../input/flag-list.ts';
import { textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricTally } from '../../metric-tally.ts';
import type { ReportBody } from '../reader.ts';

interface Bom {
  readonly version: unknown;
  readonly madeAt: unknown;
  readonly flags: FlagList;
  readonly counts: Readonly<Record<string, number>>;
  readonly serialNumber: string | null;
  readonly metadataComponent: boolean;
  /** Of the components at the top. */
  readonly types: readonly string[];
}

/** What a CycloneDX document says, alike for JSON and XML. Empty when it names no component, service or vulnerability, nor what it is of. */
export function cyclonedxBody(bom: Bom): ReportBody {
  const version = textOf(bom.version) ?? '';
  if (!/^1\.\d{1,2}$/.test(version)) throw new ReportProblem(`specVersion is ${JSON.stringify(bom.version)?.slice(0, 40)}; expected 1.2 to 1.7`);
  if (!/^1\.[0-7]$/.test(version)) bom.flags.add(`unknown-version: CycloneDX ${version} is newer than 1.7`);
  const named = ['components_top_level', 'services', 'vulnerabilities'].some((name) => (bom.counts[name] ?? 0) > 0);
  if (!named) bom.flags.add('no-components: the document lists no component');
  if (bom.serialNumber === null) bom.flags.add('no-serial-number: nothing tells this document from another of the same product');
  const tally = metricTally();
  for (const [name, count] of Object.entries(bom.counts)) tally.set(name, count);
  tally.set('serialNumber', bom.serialNumber !== null);
  tally.set('metadata_component', bom.metadataComponent);
  const types = new Map<string, number>();
  for (const type of bom.types) types.set(type, (types.get(type) ?? 0) + 1);
  for (const [type, count] of types) tally.set(`types.${type}`, count);
  const { values, flags } = tally.end();
  const madeAt = textOf(bom.madeAt);
  const outcome = named || bom.metadataComponent ? 'ok' : 'empty';
  return {
    kind: 'document',
    outcome,
    totals: { values: outcome === 'ok' ? values : {} },
    flags: [...bom.flags.list(), ...flags],
    tool: `CycloneDX ${version}`,
    ...(madeAt === null ? {} : { madeAt: madeAt.slice(0, 40) }),
  };
}
