import type { Standing } from '../../../core/standing/standing.ts';
import { findStanding } from '../../../store/standings/find-standing.ts';
import type { Play } from '../play.ts';

/** Longer than a repository rests between two judgements of how it stands. */
const rest = 600_000;

/** Has the app look at the repository as it is now, which its own wake-ups do where time runs by itself. */
export async function look(play: Play): Promise<Standing> {
  const { stage, repository } = play;
  stage.github.advance(rest);
  await stage.app.context.enqueue((['standing', 'sprint'] as const).map((kind) => ({ key: { kind, repository: repository.id }, priority: 'now' })));
  await stage.settle();
  const standing = await findStanding(stage.app.context.store.db, repository.id);
  if (!standing) throw new Error('the rehearsal’s repository was never judged');
  return standing;
}

/** Has the app judge how the repository stands now, so that the day's figures are those after what was merged. */
export async function judge({ stage, repository }: Play): Promise<void> {
  stage.github.advance(rest);
  await stage.app.context.enqueue([{ key: { kind: 'standing', repository: repository.id }, priority: 'now' }]);
  await stage.settle();
}
