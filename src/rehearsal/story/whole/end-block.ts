import { addDays } from '../../../core/calendar/calendar-day.ts';
import type { SprintDates } from '../../../core/calendar/sprint-calendar.ts';
import type { Standing } from '../../../core/standing/standing.ts';
import { mergeIfGreen } from '../merge-if-green.ts';
import { goTo, type Play, runTests } from '../play.ts';
import { homeOf, type Told } from '../told.ts';
import { attestMissing } from './attest-missing.ts';
import { look } from './look.ts';
import { blockEnd, signCheckpoint } from './sign-checkpoint.ts';
import { changeOf, measure } from './sprint-pull.ts';
import { wholeWords } from './whole-words.ts';

/** The checkpoint of this sprint's block is signed only when work of the next sprint waits for it. */
export const lateSprint = 6;
/** Security rejects its checkpoint first. */
const rejectedSprint = 10;
/** Let go for seven weeks in that block: the firewall is not there yet. */
const waived = 'security.waf';
const waivedDays = 49;

/** The end of a block: what people have to state is stated, and the checkpoint is signed; late once, and once rejected first. */
export async function* endBlock(play: Play, dates: SprintDates, standing: Standing): AsyncGenerator<Told> {
  if (dates.sprint === lateSprint) return yield tellBlock(play, dates.block, { scene: 'slipped' });
  if (dates.sprint === rejectedSprint) {
    yield await waive(play, dates);
    yield* rejectAndMend(play, dates);
  }
  yield await signBlock(play, dates.block, await (dates.sprint === rejectedSprint ? look(play) : standing));
}

/** What the standing lacks and people may state is stated, and the block's checkpoint is signed. */
export async function signBlock(play: Play, block: string, standing: Standing): Promise<Told> {
  const end = blockEnd(play, block);
  const attested = attestMissing(play, standing, { issue: end.issue, except: new Set(block === 's09' ? [waived] : []) });
  await play.stage.settle();
  await signCheckpoint(play, end);
  await look(play);
  return tellBlock(play, block, { scene: 'signed', facts: { attested } });
}

function tellBlock(play: Play, block: string, { scene, facts = {} }: { readonly scene: Told['scene']; readonly facts?: Told['facts'] }): Told {
  const { title, issue, signers } = blockEnd(play, block);
  return {
    scene,
    facts: { checkpoint: title, who: signers.join(', '), count: signers.length, ...facts },
    check: null,
    path: `${homeOf(play)}/issues/${issue}`,
  };
}

async function waive(play: Play, { block, end }: SprintDates): Promise<Told> {
  const { stage, repository, policy } = play;
  const { issue, signers } = blockEnd(play, block);
  const until = addDays(end, waivedDays);
  const body = wholeWords[policy.locale].waive(waived, until);
  for (const signer of signers) stage.github.people.comment({ repository, as: signer, number: issue, body });
  await stage.settle();
  return tellBlock(play, block, { scene: 'waived', facts: { criterion: waived, until } });
}

/** A dependency has a hole: the checkpoint is rejected, the hole is mended by a pull request of its own. */
async function* rejectAndMend(play: Play, { block, end, sprint }: SprintDates): AsyncGenerator<Told> {
  const { stage, cast, repository, policy } = play;
  const say = wholeWords[policy.locale];
  const { people } = stage.github;
  const { checkpoint, issue, signers } = blockEnd(play, block);
  people.comment({ repository, as: signers[0] ?? cast.lead, number: issue, body: say.reject(checkpoint.id) });
  await stage.settle();
  yield tellBlock(play, block, { scene: 'rejected', facts: { who: signers[0] ?? cast.lead } });
  goTo(play, addDays(end, -1));
  people.commit({ repository, as: cast.developer, branch: 'mend', files: { 'package-lock.json': '{ "lockfileVersion": 3 }\n' }, message: say.mendMessage });
  const pull = people.openPull({ repository, as: cast.developer, head: 'mend', title: say.mended });
  const state = { sprint, mended: true };
  runTests(play, pull, changeOf(play, state));
  await stage.settle();
  if (await mergeIfGreen(play, pull)) await measure(play, state);
}
