import type { InstallPorts } from '../../engine/reconcile/reconcile-install.ts';
import { applyWrite } from '../../github/apply/apply-write.ts';
import { type GitHub, statusOf } from '../../github/client.ts';
import { readMarked } from '../../core/markers/marker.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { readOwnIssues } from '../../github/snapshot/read-own-issues.ts';
import { readPolicyState } from '../../github/snapshot/read-policy-state.ts';
import { readTree } from '../../github/snapshot/read-tree.ts';
import { toRepository } from '../../github/snapshot/to-facts.ts';
import { beginOnboarding } from '../../store/known/begin-onboarding.ts';
import { finishOnboarding } from '../../store/known/finish-onboarding.ts';
import type { ReconcileContext } from '../reconcile-context.ts';
import { configMemory, type ReconcileSettings, storeLedger } from './repository-scope.ts';

/** GitHub and the store as onboarding the repositories of an installation needs them. */
export async function installPorts(context: ReconcileContext, settings: ReconcileSettings, installation: number): Promise<InstallPorts> {
  const github = await context.installation(installation);
  const { db } = context.store;
  const botLogin = `${await context.appSlug()}[bot]`;
  return {
    now: () => context.now(),
    ledger: storeLedger(db),
    apply: (where, write) => applyWrite(github, { owner: where.owner, repo: where.name }, write),
    async selection() {
      const app = await context.app();
      const { data } = await app.rest.apps.getInstallation({ installation_id: installation });
      const listed = await github.paginate(github.rest.apps.listReposAccessibleToInstallation, { per_page: 100 });
      return { all: data.repository_selection === 'all', repositories: listed.map(toRepository) };
    },
    readPolicy: (repository) => readPolicyState({ github, loadPlaybook: settings.loadPlaybook, memory: configMemory(db) }, repository),
    sight: async (repository) => ({
      files: (await readTree(github, { owner: repository.owner, repo: repository.name }, repository.defaultBranch)) ?? [],
      teams: await readTeams(github, repository),
    }),
    claim: (id) => beginOnboarding(db, id),
    async findIssue(repository, markerId) {
      const { issues } = await readOwnIssues(github, { owner: repository.owner, repo: repository.name }, [botLogin]);
      return issues.find(({ body }) => readMarked(body)?.marker.id === markerId)?.number ?? null;
    },
    finish: (id, issue) => finishOnboarding(db, id, issue),
  };
}

/** The organisation's teams, for the proposal; a user has none, and without the permission none are proposed. */
async function readTeams(github: GitHub, repository: RepositoryFacts): Promise<string[]> {
  if (repository.ownerType !== 'Organization') return [];
  try {
    const teams = await github.paginate(github.rest.teams.list, { org: repository.owner, per_page: 100 });
    return teams.map(({ slug }) => slug);
  } catch (error) {
    if (statusOf(error) === 403 || statusOf(error) === 404) return [];
    throw error;
  }
}
