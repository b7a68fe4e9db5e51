import { configSchema, type Config } from './config-schema.ts';
import { pathText, type ConfigPath } from './config-source.ts';
import type { ConfigLayer } from './policy.ts';

export interface MergedConfig {
  readonly config: Config;
  /** Which file set a value, by its path. */
  readonly origins: Readonly<Record<string, ConfigLayer>>;
  /** Values of the repository that have no effect, because the organisation locked their path. */
  readonly locked: readonly ConfigPath[];
}

/**
 * Lays the repository's file over the organisation's: maps are merged key by key; scalars, lists and whole authorities
 * replace, except under a path that the organisation locked, where nothing of the repository counts.
 */
export function mergeLayers(organisation: Config | null, repository: Config): MergedConfig {
  const origins = new Map<string, ConfigLayer>();
  const refused: ConfigPath[] = [];
  const locks = locksOf(organisation);
  const base = new Map(leavesOf(organisation ?? {}).map((leaf) => [pathText(leaf.path), leaf]));
  const merged = new Map(base);
  for (const text of base.keys()) origins.set(text, 'organisation');
  for (const leaf of leavesOf(repository)) {
    const text = pathText(leaf.path);
    if (locks.some((lock) => touchesLock(text, lock))) {
      refused.push(leaf.path);
    } else {
      merged.set(text, leaf);
      origins.set(text, 'repository');
    }
  }
  return { config: configOf([...merged.values()]), origins: Object.fromEntries(origins), locked: refused };
}

/**
 * Where the organisation says who approves weaker demands and who they are, that stays as well: else whoever asks for less
 * would name themselves first.
 */
function locksOf(organisation: Config | null): readonly string[] {
  const { locked = [], weakeningBy, authorities = {} } = organisation ?? {};
  return weakeningBy !== undefined && Object.hasOwn(authorities, weakeningBy) ? [...locked, pathText(['authorities', weakeningBy])] : locked;
}

/** A value under a locked path, or one above it: whoever replaced an authority would replace its locked count with it. */
function touchesLock(path: string, lock: string): boolean {
  return path === lock || path.startsWith(`${lock}.`) || lock.startsWith(`${path}.`);
}

/** A value that one layer replaces as a whole. */
export interface ConfigLeaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** The scalars, lists and whole authorities of a configuration. */
export function leavesOf(value: unknown, path: readonly string[] = []): ConfigLeaf[] {
  if (!isRecord(value) || isWhole(path)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : leavesOf(inner, [...path, key])));
}

/** An authority, what a gate does from which block on and the tools of a scan make sense as one: parts of two files would be neither's. */
function isWhole(path: readonly string[]): boolean {
  return path.join('.') === 'evidence.codeScanning' || ((path[0] === 'authorities' || path[0] === 'enforce') && path.length === 2);
}

/** The configuration that has just these values. */
export function configOf(leaves: readonly ConfigLeaf[]): Config {
  return configSchema.parse(build(leaves));
}

function build(leaves: readonly ConfigLeaf[]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const { path, value } of leaves) {
    let place = root;
    for (const step of path.slice(0, -1)) {
      const next = Object.hasOwn(place, step) ? place[step] : undefined;
      const map = isRecord(next) ? next : {};
      place[step] = map;
      place = map;
    }
    place[path.at(-1) ?? ''] = value;
  }
  return root;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
