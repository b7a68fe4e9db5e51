import type { Play } from '../play.ts';
import { homeOf, type Told } from '../told.ts';

/** Somebody with authority has the backlog created; where the configuration names nobody, it is asked for directly. */
export async function* seed(play: Play): AsyncGenerator<Told> {
  const { stage, cast, policy, repository, words } = play;
  const signer = Object.values(policy.authorities)
    .flatMap((rule) => cast.signersOf(rule))
    .find((login) => !cast.outsiders.has(login));
  if (signer === undefined) {
    await stage.app.context.enqueue([{ key: { kind: 'seed', repository: repository.id, unit: policy.unit }, priority: 'now' }]);
  } else stage.github.people.comment({ repository, as: signer, number: 1, body: words.seed });
  await stage.settle();
  const issues = [...repository.issues.values()].filter((issue) => issue.pull === null).length;
  yield {
    scene: signer === undefined ? 'not-seeded' : 'seeded',
    facts: { who: signer ?? cast.lead, issues, milestones: repository.milestones.size },
    check: null,
    path: `${homeOf(play)}/milestones`,
  };
}
