import type { Key } from '../../core/keys/key.ts';
import type { KeyedWork } from '../../core/keys/keyed-work.ts';
import { refusalOf } from '../../github/refusal-of.ts';
import { closePullsExcept } from '../../store/known/close-pulls-except.ts';
import { findPulls } from '../../store/known/find-pulls.ts';
import { forgetInstallation } from '../../store/known/forget-installation.ts';
import { rememberRepository } from '../../store/known/remember-repository.ts';
import { savePull } from '../../store/known/save-pull.ts';
import { enqueueMissed } from '../enqueue-missed.ts';
import type { ReconcileContext } from '../reconcile-context.ts';
import { installedOn } from './installed-on.ts';

/**
 * Before a policy or an installation is reconciled, brings the directory in line with GitHub, so that pull requests and
 * repositories whose webhook was lost are found by the sweep. Enqueues the pull requests that were not known with their head,
 * and now and then the commands and merge groups that may have been missed. `gone`: the app is not installed there any more.
 */
export async function mendDirectory(key: Key, context: ReconcileContext): Promise<'there' | 'gone'> {
  if (key.kind === 'install') return mendInstallation(key.installation, context);
  if (key.kind === 'policy') await mendPulls(key.repository, context);
  return 'there';
}

/** What GitHub does not list any more is forgotten as well: the webhook that told of it may have been lost. */
async function mendInstallation(installation: number, context: ReconcileContext): Promise<'there' | 'gone'> {
  const { db, directory } = context.store;
  const known = await directory.repositories(installation);
  const repositories = await installedOn(context, installation);
  if (repositories === null) {
    await forgetInstallation(db, installation);
    return 'gone';
  }
  const left = known.filter(({ id }) => !repositories.some((listed) => listed.id === id)).map(({ id }) => id);
  if (left.length > 0) await forgetInstallation(db, installation, left);
  for (const repository of repositories) await rememberRepository(db, repository);
  await context.enqueue(repositories.map(({ id }) => ({ key: { kind: 'policy', repository: id }, priority: 'later' })));
  return 'there';
}

async function mendPulls(id: number, context: ReconcileContext): Promise<void> {
  const access = await context.access(id);
  if (!access) return;
  const { github, repository } = access;
  const { db } = context.store;
  // A minute earlier, for GitHub's clock is not ours: what it closed in that minute is left to the next sweep.
  const begunAt = new Date(Date.parse(context.now()) - 60_000).toISOString();
  const pulls = await github
    .paginate(github.rest.pulls.list, { owner: repository.owner, repo: repository.name, state: 'open', per_page: 100 })
    .catch((error: unknown) => {
      if (refusalOf(error) !== 'forbidden') throw error;
      context.log.error({ repository: id }, 'GitHub does not let the app read pull requests: grant it `pull_requests: write`');
      return null;
    });
  if (pulls === null) return enqueueMissed(context, access);
  const missed: KeyedWork[] = [];
  for (const pull of pulls) {
    const known = await findPulls(db, id, pull.head.sha);
    if (!known.includes(pull.number)) missed.push({ key: { kind: 'pull', repository: id, number: pull.number }, priority: 'later' });
    await savePull(db, { repository: id, number: pull.number, headSha: pull.head.sha, baseRef: pull.base.ref, open: true, updatedAt: pull.updated_at });
  }
  await closePullsExcept(db, id, { open: pulls.map((pull) => pull.number), begunAt });
  await context.enqueue(missed);
  await enqueueMissed(context, access);
}
