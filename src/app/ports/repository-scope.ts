import { configPath } from '../../core/policy/config-path.ts';
import type { PolicyState } from '../../core/policy/policy.ts';
import type { LoadedPlaybook } from '../../core/playbook/parse-playbook.ts';
import type { Write } from '../../core/plan/write.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { Ledger } from '../../engine/reconcile/ports.ts';
import { applyWrite } from '../../github/apply/apply-write.ts';
import type { GitHub, RepositoryName } from '../../github/client.ts';
import type { EvidenceWork } from '../evidence/evidence-work.ts';
import type { IdentityIssuer } from '../../github/artifacts/identity-issuer.ts';
import type { readHolders } from '../../github/authorities/read-holders.ts';
import type { SeedProgress } from '../../github/seeding/apply-seeding.ts';
import { restWorld } from '../../github/look/rest-world.ts';
import type { World } from '../../github/look/world.ts';
import type { ConfigMemory } from '../../github/snapshot/policy-sources.ts';
import { readPolicyState } from '../../github/snapshot/read-policy-state.ts';
import { readKnownRepository } from '../../github/snapshot/read-repository.ts';
import { findGoodOrganisationConfig } from '../../store/known/find-good-organisation-config.ts';
import { findGoodPolicy } from '../../store/known/find-good-policy.ts';
import type { GoodConfig } from '../../store/known/good-config.ts';
import { saveGoodOrganisationConfig } from '../../store/known/save-good-organisation-config.ts';
import { saveGoodPolicy } from '../../store/known/save-good-policy.ts';
import { appendLedgerEntry } from '../../store/ledger/append-ledger-entry.ts';
import type { Database } from '../../store/database.ts';
import type { Access, ReconcileContext } from '../reconcile-context.ts';
import { keptReads } from './kept-reads.ts';

/** What reconciling is told once, beside the context that the app gives it. */
export interface ReconcileSettings {
  readonly loadPlaybook: (reference: string) => Promise<LoadedPlaybook>;
  /** Who signs the identities of workflow jobs. */
  readonly issuer: IdentityIssuer;
  /** Opens uploads and judges by them. */
  readonly evidence: EvidenceWork;
  /** Whether a look at a pull request asks GraphQL for all at once, as usual, or REST for each thing. */
  readonly looks?: 'graphql' | 'rest';
  /** Told of each snapshot that a look gave, with what REST gave right before and after: for comparing the two. */
  readonly onLook?: (byLook: unknown, byRest: { readonly before: unknown; readonly after: unknown }) => void;
  /** Who holds an authority, a minute old at most: for explaining alone. */
  readonly explainHolders: typeof readHolders;
  /** Seconds between two judgements of how a repository stands; five minutes when left out. */
  readonly standingRestSeconds?: number;
  readonly onSeedProgress?: (progress: SeedProgress) => void;
  /** Where people reach the pages, without a slash at its end; null where there are none. */
  readonly pagesUrl?: () => string | null;
}

/** One repository with all that its reconcilers share. */
export interface RepositoryScope {
  readonly context: ReconcileContext;
  readonly settings: ReconcileSettings;
  readonly github: GitHub;
  readonly installation: number;
  readonly repository: RepositoryFacts;
  readonly name: RepositoryName;
  /** The login under which the app writes. */
  readonly botLogin: string;
  readonly now: () => string;
  readonly ledger: Ledger;
  readonly apply: (repository: RepositoryFacts, write: Write) => Promise<number>;
  readonly readPolicy: () => Promise<PolicyState>;
  /** Who answers what is asked about the repository. */
  readonly world: World;
}

/** Opens the scope of a repository by its id; null when the app is not installed on it. */
export async function repositoryScope(context: ReconcileContext, settings: ReconcileSettings, id: number): Promise<RepositoryScope | null> {
  const access = await context.access(id);
  if (!access) return null;
  const name = { owner: access.repository.owner, repo: access.repository.name };
  return scopeOf(context, settings, { access, repository: await readKnownRepository(access.github, id, name) });
}

/**
 * The same for a look at a pull request, which tells of the repository itself: until then it is as it was seen last. One
 * that was never looked at is read.
 */
export async function lookedScope(context: ReconcileContext, settings: ReconcileSettings, id: number): Promise<RepositoryScope | null> {
  const kept = settings.looks === 'rest' ? null : await keptReads(context.store.db, id, () => context.now()).get('repository', '');
  const access = kept === null ? null : await context.access(id);
  return access ? scopeOf(context, settings, { access, repository: kept as RepositoryFacts }) : repositoryScope(context, settings, id);
}

interface Opened {
  readonly access: Access;
  readonly repository: RepositoryFacts | null;
}

async function scopeOf(context: ReconcileContext, settings: ReconcileSettings, { access, repository }: Opened): Promise<RepositoryScope | null> {
  const { github } = access;
  if (!repository) return null;
  const sources = { github, loadPlaybook: settings.loadPlaybook, memory: configMemory(context.store.db) };
  return {
    context,
    settings,
    github,
    repository,
    installation: access.repository.installation,
    name: { owner: repository.owner, repo: repository.name },
    botLogin: `${await context.appSlug()}[bot]`,
    now: () => context.now(),
    ledger: storeLedger(context.store.db),
    apply: (where, write) => applyWrite(github, { owner: where.owner, repo: where.name }, write),
    readPolicy: () => readPolicyState(sources, repository),
    world: restWorld(github, repository),
  };
}

/** The ledger of one database, as the engine appends to it. */
export function storeLedger(db: Database): Ledger {
  return { append: (record) => appendLedgerEntry(db, record) };
}

/** The last good configurations of one database. */
export function configMemory(db: Database): ConfigMemory {
  const toText = (config: GoodConfig | null) => config && { text: config.text, sha: config.commit, ...(config.playbook ? { playbook: config.playbook } : {}) };
  return {
    lastGood: async (repository) => toText(await findGoodPolicy(db, repository)),
    remember: (repository, { text, sha, playbook }) =>
      saveGoodPolicy(db, repository, { file: configPath, text, commit: sha, ...(playbook ? { playbook } : {}) }),
    lastOrganisation: async (owner) => toText(await findGoodOrganisationConfig(db, owner)),
    rememberOrganisation: (owner, { text, sha }) => saveGoodOrganisationConfig(db, owner, { file: configPath, text, commit: sha }),
  };
}
