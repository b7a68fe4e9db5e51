import { usualScans } from '../evidence/classify/default-scan.ts';
import { capabilitiesOf, scansOf, testTypesOf } from '../playbook/known-ids.ts';
import type { Playbook } from '../playbook/playbook-schema.ts';
import type { Config } from './config-schema.ts';
import { pathText, type ConfigPath, type ConfigSource } from './config-source.ts';
import { configWords, type Words } from './config-words.ts';
import { nearestWord } from '../spelling/nearest-word.ts';
import type { ConfigProblem } from './policy.ts';
import { shown } from './schema-problems.ts';

/** A name of the playbook as a configuration uses it: as a value, or as a key when `value` is null. */
interface NameUse {
  readonly path: ConfigPath;
  readonly value: string | null;
  readonly what: Words;
  /** Where it should be named; left out: the playbook. */
  readonly of?: Words;
  readonly known: readonly string[];
  /** All that is known is listed; the nearest word may be far from what was meant, as `dast` is from `sast`. */
  readonly listed?: true;
}

const what = {
  product: { en: 'a product', es: 'un producto' },
  profile: { en: 'a profile', es: 'un perfil' },
  regulation: { en: 'a regulation', es: 'una regulación' },
  kind: { en: 'a kind of component', es: 'un tipo de componente' },
  checkpoint: { en: 'a checkpoint', es: 'un checkpoint' },
  authority: { en: 'a checkpoint or an authority', es: 'un punto de control ni una autoridad' },
  target: { en: 'a target', es: 'un objetivo' },
  environment: { en: 'a gate, a target or a pilot phase', es: 'un control, un objetivo ni una fase piloto' },
  gate: { en: 'a gate', es: 'un control' },
  block: { en: 'a block', es: 'un bloque' },
  parameter: { en: 'a parameter', es: 'un parámetro' },
  testType: { en: 'a test type', es: 'un tipo de prueba' },
  component: { en: 'a component', es: 'un componente' },
  scan: { en: 'a scan', es: 'un análisis' },
  capability: { en: 'a capability', es: 'una capacidad' },
} as const satisfies Record<string, Words>;

const ofThisFile = { en: ' of this file', es: ' de este archivo' };
const ofRules = { en: ' that a rule or a scanner names', es: ' que nombre una regla o un escáner' };

/** Every name in a configuration that its playbook does not have, with the one that was probably meant. */
export function checkNames(config: Config, playbook: Playbook, source: ConfigSource): ConfigProblem[] {
  return namesUsed(config, playbook).flatMap((use) => {
    const name = use.value ?? String(use.path.at(-1));
    if (use.known.includes(name)) return [];
    const path = pathText(use.path);
    const nearest = use.listed ? null : nearestWord(name, use.known);
    return use.value === null
      ? [source.problemAtKey(use.path, configWords.unknownName({ path, what: use.what, nearest, known: use.known }))]
      : [source.problemAt(use.path, configWords.unknownValue({ path, shown: shown(name), what: use.what, of: use.of, nearest, known: use.known }))];
  });
}

/** What `product` may be: a product of the playbook, or `both` where it has several. */
export function productNames(playbook: Playbook): string[] {
  return playbook.products.length > 1 ? [...playbook.products, 'both'] : [...playbook.products];
}

/** The regulations that anything in the playbook depends on. */
export function regulationNames(playbook: Playbook): string[] {
  return [...new Set([...playbook.criteria, ...playbook.items].flatMap((scoped) => scoped.regulations ?? []))].sort();
}

/** What a deployment environment may wait for. */
export function environmentNames(playbook: Playbook): string[] {
  const phases = playbook.phases.flatMap((phase) => [phase.id, `pilot-${phase.id}`]);
  return [...new Set([...playbook.gates.map((gate) => gate.id), ...playbook.targets, ...phases])];
}

function namesUsed(config: Config, playbook: Playbook): NameUse[] {
  const ids = (entries: readonly { readonly id: string }[]) => entries.map((entry) => entry.id);
  const kinds = ids(playbook.componentKinds);
  const scans = [...new Set([...scansOf(playbook), ...usualScans])].sort();
  const authorities = [...new Set([...ids(playbook.checkpoints), ...ids(playbook.authorities)])];
  const value = (path: ConfigPath, text: string | undefined, kind: Omit<NameUse, 'path' | 'value'>): NameUse[] =>
    text === undefined ? [] : [{ path, value: text, ...kind }];
  const keys = (path: string | ConfigPath, record: object | undefined, kind: Omit<NameUse, 'path' | 'value'>): NameUse[] =>
    Object.keys(record ?? {}).map((key) => ({ path: [...[path].flat(), key], value: null, ...kind }));
  return [
    ...value(['product'], config.product, { what: what.product, known: productNames(playbook) }),
    ...value(['schedule', 'profile'], config.schedule?.profile, { what: what.profile, known: ids(playbook.profiles) }),
    ...keys(['evidence', 'checks'], config.evidence?.checks, { what: what.capability, known: [...capabilitiesOf(playbook)].sort() }),
    ...(config.regulations ?? []).flatMap((name, index) => value(['regulations', index], name, { what: what.regulation, known: regulationNames(playbook) })),
    ...Object.entries(config.components ?? {}).flatMap(([id, component]) =>
      value(['components', id, 'kind'], component.kind, { what: what.kind, known: kinds }),
    ),
    ...(config.evidence?.reports ?? []).flatMap(({ type, component, scan }, index) => [
      ...value(['evidence', 'reports', index, 'type'], type, { what: what.testType, known: [...testTypesOf(playbook)] }),
      ...(config.components
        ? value(['evidence', 'reports', index, 'component'], component, { what: what.component, of: ofThisFile, known: Object.keys(config.components) })
        : []),
      ...value(['evidence', 'reports', index, 'scan'], isSlip(scan, scans) ? scan : undefined, { what: what.scan, of: ofRules, known: scans, listed: true }),
    ]),
    ...keys('checkpoints', config.checkpoints, { what: what.checkpoint, known: ids(playbook.checkpoints) }),
    ...Object.entries(config.checkpoints ?? {}).flatMap(([id, { components = [] }]) =>
      components.flatMap((component, index) =>
        config.components
          ? value(['checkpoints', id, 'components', index], component, { what: what.component, of: ofThisFile, known: Object.keys(config.components) })
          : [],
      ),
    ),
    ...keys('authorities', config.authorities, { what: what.authority, known: authorities }),
    ...value(['weakeningBy'], config.weakeningBy, { what: what.authority, known: authorities }),
    ...Object.entries(config.release?.units ?? {}).flatMap(([id, { components }]) =>
      components.flatMap((component, index) =>
        config.components
          ? value(['release', 'units', id, 'components', index], component, { what: what.component, of: ofThisFile, known: Object.keys(config.components) })
          : [],
      ),
    ),
    ...value(['release', 'target'], config.release?.target, { what: what.target, known: playbook.targets }),
    ...Object.entries(config.environments ?? {}).flatMap(([name, target]) =>
      value(['environments', name], target, { what: what.environment, known: environmentNames(playbook) }),
    ),
    ...keys('enforce', config.enforce, { what: what.gate, known: ids(playbook.gates) }),
    ...Object.entries(config.enforce ?? {}).flatMap(([gate, from]) =>
      typeof from === 'string' ? [] : keys(['enforce', gate], from, { what: what.block, known: ids(playbook.blocks) }),
    ),
    ...keys('parameters', config.parameters, { what: what.parameter, known: ids(playbook.parameters) }),
  ];
}

/** A name of one's own keeps a scan apart from all rules; one that only misses a known name would take its findings out of sight. */
function isSlip(scan: string | undefined, known: readonly string[]): boolean {
  return scan !== undefined && !known.includes(scan) && nearestWord(scan, known) !== null;
}
