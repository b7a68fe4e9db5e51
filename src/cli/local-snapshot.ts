import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { sha256 } from '../core/markers/digest.ts';
import type { EvidenceBundle } from '../core/evidence/bundle/bundle.ts';
import { readReport } from '../core/evidence/read-report.ts';
import type { Locale } from '../core/playbook/text-schema.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { ChangedFile, PullFacts } from '../core/snapshot/facts.ts';
import type { PullSnapshot } from '../core/snapshot/pull-snapshot.ts';
import { listFiles } from './list-files.ts';
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
  const bundles = await bundlesOf(input);
  const pull: PullFacts = {
    number: 0,
    title: 'local',
    url: '',
    state: 'open',
    merged: false,
    author: { id: 0, login: 'local', type: 'User' },
    head: { sha: localSha, ref: 'local', repositoryId: 0 },
    base: { sha: localSha, ref: input.policy.branches[0] ?? 'main' },
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

const offline: Readonly<Record<Locale, string>> = {
  en: 'offline: ask GitHub with --repo and --pull',
  es: 'sin conexión: pregunte a GitHub con --repo y --pull',
};

const localSha = '0'.repeat(40);

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

/** One bundle that stands for every expected upload: who runs this by hand has chosen the reports. */
async function bundlesOf(input: LocalInput): Promise<EvidenceBundle[]> {
  const files = (await Promise.all(input.evidence.map(filesBelow))).flat();
  if (files.length === 0) return [];
  const read = await Promise.all(files.map(async (path) => ({ path: shown(path), bytes: await readFile(path) })));
  const content = {
    provenance: { kind: 'self-reported' } as const,
    files: read.map(({ path, bytes }) => ({ path, sha256: sha256(bytes), bytes: bytes.length })),
    reports: read.map(({ path, bytes }) => readReport(path, bytes)),
    completedAt: input.now,
  };
  const identity = {
    repositoryId: 0,
    headSha: localSha,
    testedSha: localSha,
    testedTree: null,
    baseSha: null,
    workflowPath: 'local',
    event: 'local',
    job: 'local',
    uploadName: '*',
    runId: 0,
    runAttempt: 1,
  };
  return [{ ...content, identity }];
}

async function filesBelow(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function shown(path: string): string {
  return relative(process.cwd(), resolve(path)).split(sep).join('/');
}
