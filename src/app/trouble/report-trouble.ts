import { deploymentComment } from '../../core/deployments/deployment-comment.ts';
import { planDeployment } from '../../core/deployments/plan-deployment.ts';
import { formatKey, type Key } from '../../core/keys/key.ts';
import { localeOf } from '../../core/policy/locale-of.ts';
import type { PolicyState } from '../../core/policy/policy.ts';
import { inlineCode } from '../../core/report/markdown.ts';
import { planTrouble } from '../../core/trouble/plan-trouble.ts';
import { troubledGates } from '../../core/trouble/troubled-gates.ts';
import type { Trouble } from '../../core/trouble/trouble.ts';
import { troubleWords } from '../../core/trouble/trouble-words.ts';
import { carryOut } from '../../engine/reconcile/carry-out.ts';
import type { OnTrouble } from '../../engine/work-keys.ts';
import { readCheckRuns } from '../../github/snapshot/read-check-runs.ts';
import { deployPorts } from '../ports/deploy-ports.ts';
import { pullPorts } from '../ports/pull-ports.ts';
import { repositoryScope, type ReconcileSettings, type RepositoryScope } from '../ports/repository-scope.ts';
import type { ReconcileContext } from '../reconcile-context.ts';

/**
 * Says on GitHub that we fail at a key again and again: its checks end as "cannot be evaluated", a deployment that waits is
 * told. Keys on which nobody waits are in the list of what was given up alone.
 */
export function reportTrouble(context: ReconcileContext, settings: ReconcileSettings): OnTrouble {
  return async (key, trouble) => {
    if (key.kind !== 'pull' && key.kind !== 'group' && key.kind !== 'deploy') return;
    const scope = await repositoryScope(context, settings, key.repository);
    if (!scope) return;
    if (key.kind === 'deploy') return tellDeployment(scope, key, trouble);
    const headSha = key.kind === 'group' ? key.sha : (await pullPorts(scope).headOf(key.number))?.headSha;
    if (headSha !== undefined) await endChecks(scope, { key, headSha }, trouble);
  };
}

/** The configuration, where it is not what we fail at. */
async function policyOf(scope: RepositoryScope): Promise<PolicyState | null> {
  return scope.readPolicy().catch(() => null);
}

async function endChecks(scope: RepositoryScope, { key, headSha }: { key: Key; headSha: string }, trouble: Trouble): Promise<void> {
  const { repository, context } = scope;
  const subject = formatKey(key);
  await context.store.withLock(`${repository.id}/sha/${headSha}`, async (lost) => {
    const state = await policyOf(scope);
    const runs = await readCheckRuns(scope.github, scope.name, headSha);
    const ours = runs.filter((run) => run.appId === context.appId && run.name.startsWith('sprintgate/'));
    const gates = troubledGates(
      state,
      ours.map(({ name }) => name),
    );
    const writes = planTrouble({ key: subject, headSha, locale: localeOf(state), gates, ours }, trouble);
    await carryOut({ ...scope, lost }, { repository, subject, writes, decision: { trouble }, locale: localeOf(state) });
  });
}

async function tellDeployment(scope: RepositoryScope, key: Extract<Key, { kind: 'deploy' }>, { reason, last }: Trouble): Promise<void> {
  const ports = deployPorts(scope);
  const subject = formatKey(key);
  const waiting = await ports.waiting(key.run);
  const commit = waiting.length > 0 ? await ports.commitOf(key.run) : null;
  if (!commit) return;
  const locale = localeOf(await policyOf(scope));
  const history = (await ports.history(subject)).filter(({ attempt }) => attempt === commit.attempt);
  const obstacle = troubleWords[locale].deployment(inlineCode(reason));
  const [opening = ''] = troubleWords[locale].deployment('').split('(');
  const decision = { state: 'waits', because: 'not-yet', rejectAt: null } as const;
  for (const environment of waiting) {
    const notes = history.filter((note) => note.environment === environment);
    // GitHub takes ten comments: other words of an error are no reason for another.
    if (notes.findLast(({ did, done }) => did === 'told' && done)?.body.includes(opening) === true) continue;
    const tell = (lastWord: boolean) => deploymentComment({ locale, decision, verdicts: [], obstacle, freeze: null, refused: null, sha: commit.sha, lastWord });
    const writes = planDeployment({ run: key.run, environment, decision, notes, tell });
    const seen = { environment, attempt: commit.attempt, commit: commit.sha, trouble: { reason, last } };
    await carryOut(ports, { repository: scope.repository, subject, writes, decision: seen });
  }
}
