import { flagList } from '../../input/flag-list.ts';
import { xmlSink } from '../../input/xml-sink.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { cyclonedxBody } from './cyclonedx-body.ts';

/** CycloneDX 1.0 to 1.7, XML: counted as `cyclonedx-json` is. The namespace names the version. */
export const cyclonedxXml: StreamReader = {
  format: 'cyclonedx-xml',
  kind: 'document',
  recognises: (head) => /^(\w+:)?bom$/.test(head.xml?.root ?? '') && Object.values(head.xml?.attributes ?? {}).some((value) => namespace.test(value)),
  open,
};

const namespace = /^https?:\/\/cyclonedx\.org\/schema\/bom\/(\d+\.\d+)$/;
const component = /^bom\/components\/component(\/components\/component)*$/;

/** Elements that are counted by where they stand. */
const counted: ReadonlyMap<string, string> = new Map([
  ['bom/components/component', 'components_top_level'],
  ['bom/dependencies/dependency', 'dependencies'],
  ['bom/vulnerabilities/vulnerability', 'vulnerabilities'],
  ['bom/services/service', 'services'],
]);

/** With the prefixes that writers use; under another one the document has no time. */
const timestamps: ReadonlySet<string> = new Set(['timestamp', 'bom:timestamp', 'cdx:timestamp', 'cyclonedx:timestamp']);

function open(): ReportSink {
  const counts: Record<string, number> = {
    components_top_level: 0,
    components_with_nested: 0,
    dependencies: 0,
    vulnerabilities: 0,
    services: 0,
    model_cards: 0,
  };
  const types: string[] = [];
  let version: string | null = null;
  let serialNumber: string | null = null;
  let metadataComponent = false;
  let madeAt = '';
  const count = (name: string): void => void (counts[name] = (counts[name] ?? 0) + 1);
  const sink = xmlSink({
    textOf: timestamps,
    open(path, attributes) {
      const place = placeOf(path);
      if (path.length === 1) {
        serialNumber = attributes.get('serialNumber') ?? null;
        const prefix = path[0]?.includes(':') ? `xmlns:${path[0].split(':')[0]}` : 'xmlns';
        version = namespace.exec(attributes.get(prefix) ?? '')?.[1] ?? null;
      }
      const name = counted.get(place);
      if (name) count(name);
      if (component.test(place)) count('components_with_nested');
      if (name === 'components_top_level') types.push(attributes.get('type') ?? 'unknown');
      if (place.endsWith('/component/modelCard') && place.startsWith('bom/components/')) count('model_cards');
      if (place === 'bom/metadata/component') metadataComponent = true;
    },
    text(path, text) {
      if (path.length === 3 && placeOf(path) === 'bom/metadata/timestamp' && madeAt.length < 40) madeAt += text;
    },
  });
  return {
    push: (bytes) => sink.push(bytes),
    end() {
      sink.end();
      return cyclonedxBody({ version, madeAt: madeAt.trim() || null, flags: flagList(), counts, serialNumber, metadataComponent, types });
    },
  };
}

/** Without the prefix of the root, whose namespace is CycloneDX's. Others belong to extensions, such as `v:vulnerabilities` of 1.2. */
function placeOf(path: readonly string[]): string {
  const prefix = /^\w+:/.exec(path[0] ?? '')?.[0] ?? '';
  return path.map((name) => (prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name)).join('/');
}
