import { mayOnboard, mostSelected } from '../../core/onboarding/may-onboard.ts';
import { onboardingId, renderOnboarding } from '../../core/onboarding/render-onboarding.ts';
import { wrapMarked } from '../../core/markers/marker.ts';
import type { PolicyState } from '../../core/policy/policy.ts';
import { proposeConfig } from '../../core/policy/propose-config.ts';
import type { Write } from '../../core/plan/write.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { announce } from '../../telemetry/announce.ts';
import { carryOut, type Hands } from './carry-out.ts';

/** What onboarding needs of the world. */
export interface InstallPorts extends Hands {
  readonly selection: () => Promise<{ all: boolean; repositories: readonly RepositoryFacts[] }>;
  readonly readPolicy: (repository: RepositoryFacts) => Promise<PolicyState>;
  /** What can be seen of a repository: its files and the teams that have access. */
  readonly sight: (repository: RepositoryFacts) => Promise<{ files: readonly string[]; teams: readonly string[] }>;
  /** Claims a repository's onboarding for good. `first` is true once; `issue` is known when it was finished. */
  readonly claim: (repository: number) => Promise<{ first: boolean; issue: number | null }>;
  readonly findIssue: (repository: RepositoryFacts, markerId: string) => Promise<number | null>;
  readonly finish: (repository: number, issue: number) => Promise<void>;
}

/** Opens one onboarding issue in each newly selected repository that has no configuration; never twice. */
export async function reconcileInstall(ports: InstallPorts, subject: string): Promise<void> {
  const { all, repositories } = await ports.selection();
  if (repositories.length > mostSelected) return;
  for (const repository of repositories) {
    const { files, teams } = await ports.sight(repository);
    if (mayOnboard(repository, { all, selected: repositories.length, files: files.length })) continue;
    if ((await ports.readPolicy(repository)).kind !== 'absent') continue;
    await onboard(ports, subject, { repository, files, teams });
  }
}

/** An attempt that was cut off between claim and finish may have opened the issue: it is looked for before another is opened. */
async function onboard(
  ports: InstallPorts,
  subject: string,
  seen: { repository: RepositoryFacts; files: readonly string[]; teams: readonly string[] },
): Promise<void> {
  const { repository } = seen;
  const claim = await ports.claim(repository.id);
  announce({ what: 'step', key: subject, step: 'onboarding-claimed' });
  if (claim.issue !== null) return;
  const known = claim.first ? null : await ports.findIssue(repository, onboardingId);
  const issue = known ?? (await openIssue(ports, subject, seen));
  await ports.finish(repository.id, issue);
  announce({ what: 'step', key: subject, step: 'onboarding-finished' });
}

async function openIssue(
  ports: InstallPorts,
  subject: string,
  { repository, files, teams }: { repository: RepositoryFacts; files: readonly string[]; teams: readonly string[] },
): Promise<number> {
  const today = ports.now().slice(0, 10);
  const propose = (locale: 'es' | 'en') => proposeConfig({ files, teams, owner: repository.owner, ownerType: repository.ownerType, today, locale });
  const { title, text } = renderOnboarding(repository, { es: propose('es'), en: propose('en') });
  const write: Write = { do: 'create-issue', key: onboardingId, title, body: wrapMarked('.', onboardingId, text), labels: [], milestone: null };
  const [number] = await carryOut(ports, { repository, subject, writes: [write], decision: { onboarding: repository.id } });
  if (number === undefined) throw new Error('the onboarding issue was not created');
  return number;
}
