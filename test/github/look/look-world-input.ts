import { Octokit } from '@octokit/rest';
import type { KeptKind, KeptReads } from '../../../src/github/look/kept-reads.ts';
import type { LookWorldInput } from '../../../src/github/look/look-world-input.ts';
import type { Look, LookedRun } from '../../../src/github/look/look.ts';
import type { World } from '../../../src/github/look/world.ts';

export const headSha = 'a'.repeat(40);

/** A memory in this process. */
export function memory(): KeptReads {
  const kept = new Map<string, string>();
  const at = (kind: KeptKind, key: string) => `${kind} ${key}`;
  return {
    get: async (kind, key) => JSON.parse(kept.get(at(kind, key)) ?? 'null') as unknown,
    put: async (kind, key, value) => void kept.set(at(kind, key), JSON.stringify(value)),
  };
}

/** A look that was told of a repository and of nothing else, unless it is given. */
export function lookOf(told: Partial<Look>): Look {
  const repository = {
    id: 7,
    owner: 'acme',
    name: 'shop',
    ownerType: 'Organization' as const,
    defaultBranch: 'main',
    fork: false,
    archived: false,
    hasIssues: true,
    htmlUrl: 'https://github.com/acme/shop',
  };
  const tip = { sha: 'c'.repeat(40), tree: 'd'.repeat(40) };
  const head = { value: { sha: headSha, tree: 'e'.repeat(40), parents: [] } };
  return { repository, tip, head, config: null, organisation: null, open: null, pull: null, others: [], backlog: null, suites: null, ...told };
}

/** What REST would be asked, which answers what is given and refuses all else. */
export function restOf(answers: Partial<World>): World {
  const refuse = (what: string) => () => Promise.reject(new Error(`REST was asked for ${what}`));
  const names = [
    'config',
    'organisationConfig',
    'pullsOfHead',
    'pull',
    'pullHead',
    'tip',
    'checkRuns',
    'rerequested',
    'tree',
    'commit',
    'runs',
    'uploads',
    'compare',
  ];
  return { ...(Object.fromEntries([...names, 'mergeBase', 'baseChanges', 'backlog'].map((name) => [name, refuse(name)])) as unknown as World), ...answers };
}

export function inputOf(given: Partial<LookWorldInput> & { readonly look: Look }): LookWorldInput {
  return { github: new Octokit(), kept: memory(), rest: restOf({}), now: '2027-01-12T18:00:00Z', ...given };
}

/** A completed run in its first attempt, as a look sees it. */
export const seenRun: LookedRun = {
  id: 5,
  path: '.github/workflows/ci.yml',
  event: 'push',
  status: 'completed',
  conclusion: 'failure',
  headBranch: 'work',
  createdAt: '2027-01-12T17:00:00Z',
  updatedAt: '2027-01-12T17:59:00Z',
  checks: 2,
  again: true,
  waits: false,
};
