import { createObjectStore } from '../git/object-store.ts';
import type { World, WorldEvent } from '../records/world.ts';

/** Every kind of thing counts from a place of its own, so that an id taken for a number or for another kind is not found. */
const firstIds: Readonly<Record<string, number>> = {
  account: 500_000,
  repository: 900_000,
  issue: 2_000_000_000,
  pull: 3_000_000_000,
  comment: 4_000_000_000,
  label: 5_000_000_000,
  milestone: 6_000_000,
  check: 7_000_000_000,
  suite: 8_000_000_000,
  run: 9_000_000_000,
  job: 10_000_000_000,
  artifact: 11_000_000_000,
  installation: 40_000_000,
  app: 300_000,
  team: 1_200_000,
  delivery: 12_000_000_000,
  review: 1_300_000_000,
  reaction: 140_000_000,
  timeline: 15_000_000_000,
  status: 16_000_000_000,
  workflow: 17_000_000,
};

export function createWorld(input: { now: () => string; emit: (event: WorldEvent) => void }): World {
  const counters = new Map<string, number>();
  const nextId = (kind: string): number => {
    const next = (counters.get(kind) ?? firstIds[kind] ?? 20_000_000) + 1;
    counters.set(kind, next);
    return next;
  };
  return {
    urls: { api: '', html: '' },
    now: input.now,
    nextId,
    objects: createObjectStore(),
    accounts: new Map(),
    organisations: new Map(),
    teams: new Map(),
    organisationRulesets: new Map(),
    repositories: new Map(),
    issuesById: new Map(),
    apps: new Map(),
    installations: new Map(),
    tokens: new Map(),
    emit: input.emit,
  };
}
