import { comparePlans } from '../../core/backlog/compare-plans.ts';
import { planBacklog } from '../../core/backlog/plan-backlog.ts';
import type { ConfigPreview } from '../../core/policy/config-preview.ts';
import { configPath } from '../../core/policy/config-path.ts';
import { findWeakenings } from '../../core/policy/find-weakenings.ts';
import type { Policy, PolicyState } from '../../core/policy/policy.ts';
import type { PullFacts, RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { PolicySources } from './policy-sources.ts';
import { readFile } from './read-file.ts';
import { readOrganisation } from './read-organisation.ts';
import { resolveLayers } from './read-policy-state.ts';

/**
 * What the configuration would be that each of these pull requests changes, by number. It is read at the head to be told
 * about, never to rule. Pull requests that leave the file alone cost nothing; one with more files than GitHub lists may
 * change it, so its head is read too.
 */
export async function readConfigPreviews(
  sources: PolicySources,
  repository: RepositoryFacts,
  seen: { state: PolicyState; pulls: readonly PullFacts[] },
): Promise<Record<number, ConfigPreview>> {
  const previews: Record<number, ConfigPreview> = {};
  const own = seen.state.kind === 'in-force' ? seen.state.policy.ownPlaybook?.file : undefined;
  const changing = seen.pulls.filter((pull) => mayChange(pull, [configPath, ...(own === undefined ? [] : [own])]));
  if (changing.length === 0) return previews;
  const organisation = await readOrganisation(sources, repository);
  for (const pull of changing) {
    // A fork's commit can be read through the repository that the pull request is against.
    const file = await readFile(sources.github, { owner: repository.owner, repo: repository.name }, { path: configPath, ref: pull.head.sha });
    if (!file) {
      previews[pull.number] = { problems: [removed], weakenings: [] };
      continue;
    }
    const { policy, problems } = await resolveLayers(sources, { repository, ref: pull.head.sha, config: file }, organisation);
    const before = seen.state.kind === 'in-force' ? seen.state.policy : null;
    previews[pull.number] = policy
      ? {
          problems: [],
          notices: [...organisation.problems, ...problems],
          ...changes(before, policy),
          ...(await flipsOf(sources, pull, { before, after: policy })),
        }
      : { problems, notices: organisation.problems, weakenings: [] };
  }
  return previews;
}

/** What the pull request would change; nothing can be said where no configuration is in force yet. */
function changes(before: Policy | null, after: Policy): Pick<ConfigPreview, 'weakenings' | 'plan'> {
  if (!before) return { weakenings: [] };
  return { weakenings: findWeakenings(before, after), plan: comparePlans(planBacklog(before), planBacklog(after)) };
}

/** A configuration that changes no demand makes nothing come out otherwise. */
async function flipsOf(
  { flips }: PolicySources,
  pull: PullFacts,
  { before, after }: { before: Policy | null; after: Policy },
): Promise<Pick<ConfigPreview, 'flips'>> {
  if (!before || before.digest === after.digest) return {};
  return { flips: flips ? await flips({ headSha: pull.head.sha, before, after }) : { kind: 'not-computed', why: 'needs-app' } };
}

function mayChange({ files, filesLeftOut }: PullFacts, paths: readonly string[]): boolean {
  return (filesLeftOut ?? 0) > 0 || files.some(({ path, previousPath }) => paths.includes(path) || (previousPath !== null && paths.includes(previousPath)));
}

const removed = {
  file: configPath,
  line: 1,
  column: 1,
  path: '',
  message: 'this pull request removes the file; put it back, or uninstall the app to end the gates.',
  messages: {
    en: 'this pull request removes the file; put it back, or uninstall the app to end the gates.',
    es: 'este pull request elimina el archivo; restáurelo, o desinstale la aplicación para terminar con las compuertas.',
  },
} as const;
