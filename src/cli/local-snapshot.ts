import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { matchGlobs } from '../core/globs/match-globs.ts';
import type { Locale } from '../core/playbook/text-schema.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { ChangedFile, PullFacts } from '../core/snapshot/facts.ts';
import type { PullSnapshot } from '../core/snapshot/pull-snapshot.ts';
import { listFiles } from './list-files.ts';
import { localApiDocuments } from './local-api-documents.ts';
import { readLocalBundle } from './read-local-bundle.ts';
import { reportedTree } from './reported-tree.ts';

export interface LocalInput {
  readonly policy: Policy;
  readonly config: string;
  /** Report files, or folders that are searched for them. */
  readonly evidence: readonly string[];
  /** The repository's folder; undefined: the checkout whose `.github` holds the configuration, if it is one. */
  readonly root: string | undefined;
  readonly now: string;
  readonly changed: readonly ChangedFile[];
}

/**
 * The world as this machine shows it: files and reports. Nothing is known of sign-offs, issues or other checks; what rests
 * on them cannot be evaluated here, and says that GitHub has to be asked.
 */
export async function localSnapshot(input: LocalInput): Promise<PullSnapshot> {
  const root = input.root ?? (await repositoryRoot(input.config));
  const bundles = await readLocalBundle(input.evidence, input.now, localOrigin);
  const pull: PullFacts = {
    number: 0,
    title: 'local',
    url: '',
    state: 'open',
    merged: false,
    author: { id: 0, login: 'local', type: 'User' },
    head: { sha: localSha, ref: 'local', repositoryId: 0 },
    base: { sha: localSha, ref: gatedBranch(input.policy.branches) },
    labels: [],
    milestone: null,
    closes: [],
    files: input.changed,
  };
  const why = offline[input.policy.locale];
  return {
    now: input.now,
    repository: {
      id: 0,
      owner: 'local',
      name: basename(root ?? process.cwd()),
      ownerType: 'User',
      defaultBranch: 'main',
      fork: false,
      archived: false,
      hasIssues: false,
      htmlUrl: '',
    },
    policy: { kind: 'in-force', policy: input.policy, commit: null, problems: [], lastGood: false },
    headSha: localSha,
    pulls: [pull],
    ...(root === null ? { tree: reportedTree(input.policy, bundles), treeIsPartial: true as const } : { tree: await listFiles(root) }),
    evidence: { bundles, runningWorkflows: [], refused: [] },
    ...(await localApiDocuments(input.policy, root)),
    decisions: [],
    seeded: [],
    milestones: [],
    openIssuesByLabel: {},
    checkRuns: [],
    reportComments: {},
    knownReleases: [],
    unavailable: ['decisions', 'issues', 'checkRuns'].map((what) => ({ what, why })),
    appId: null,
  };
}

/** A branch that the gates bind on: one that the configuration names, else `main` where a pattern covers it. */
function gatedBranch(patterns: readonly string[]): string {
  const named = patterns.find((pattern) => !/[*?[\]{}!]/.test(pattern));
  return named ?? (matchGlobs(patterns)('main') ? 'main' : (patterns[0] ?? 'main'));
}

const offline: Readonly<Record<Locale, string>> = {
  en: 'offline: ask GitHub with --repo and --pull',
  es: 'sin conexión: pregunte a GitHub con --repo y --pull',
};

const localSha = '0'.repeat(40);
const localOrigin = { repositoryId: 0, headSha: localSha, workflowPath: 'local' };

/** The checkout whose `.github` folder holds the configuration, or null when it stands elsewhere. */
export async function repositoryRoot(config: string): Promise<string | null> {
  const folder = dirname(resolve(config));
  if (basename(folder) !== '.github') return null;
  const isCheckout = await stat(join(dirname(folder), '.git')).then(
    () => true,
    () => false,
  );
  return isCheckout ? dirname(folder) : null;
}
