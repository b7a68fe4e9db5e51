import { addDays } from '../../../core/calendar/calendar-day.ts';
import type { PullIssue } from '../../github/records/find.ts';
import type { WorkflowRun } from '../../github/records/run.ts';
import { mergeIfGreen } from '../merge-if-green.ts';
import { goTo, type Play, runTests } from '../play.ts';
import { homeOf, tellPull, type Told } from '../told.ts';
import { signBlock } from './end-block.ts';
import { look } from './look.ts';
import { datesOf } from './play-sprint.ts';
import { changeOf, measure } from './sprint-pull.ts';
import { wholeWords } from './whole-words.ts';

const sprint = 16;
const environment = 'pre-production';

/** The release: its report is fresh, then says what blocks, then that all is ready; it is merged, held on its way, and let go. */
export async function* releaseWhole(play: Play): AsyncGenerator<Told> {
  const dates = datesOf(play, sprint);
  goTo(play, addDays(dates.end, -2));
  const pull = openRelease(play);
  await play.stage.settle();
  yield tellPull(play, pull, { scene: 'release', gateKind: 'readiness' });
  runTests(play, pull, changeOf(play, { sprint }));
  await play.stage.settle();
  yield tellPull(play, pull, { scene: 'blocked', gateKind: 'readiness' });
  goTo(play, addDays(dates.end, -1));
  // Figures that may be a day old at most are measured again.
  await measure(play, { sprint });
  runTests(play, pull, changeOf(play, { sprint }));
  await play.stage.settle();
  yield await signBlock(play, dates.block, await look(play));
  const merged = await mergeIfGreen(play, pull);
  if (merged) await measure(play, { sprint });
  yield tellPull(play, pull, { scene: 'ready', gateKind: 'readiness', facts: { merged: merged ? play.cast.lead : '' } });
  if (merged) yield* deploy(play, dates.end);
}

function openRelease({ stage, cast, policy, repository }: Play): PullIssue {
  const say = wholeWords[policy.locale];
  const { people } = stage.github;
  people.commit({ repository, as: cast.developer, branch: 'release/1.0', files: { 'CHANGELOG.md': '# 1.0\n' }, message: say.releaseTitle });
  return people.openPull({ repository, as: cast.developer, head: 'release/1.0', title: say.releaseTitle, body: say.releaseBody });
}

/** An incident holds the deployment; when it is over, it goes on by itself. */
async function* deploy(play: Play, day: string): AsyncGenerator<Told> {
  const { stage, cast, policy, repository } = play;
  const { people } = stage.github;
  const say = wholeWords[policy.locale];
  goTo(play, day);
  await measure(play, { sprint });
  people.guardEnvironment({ repository, environment });
  const incident = people.openIssue({ repository, as: cast.lead, title: say.incident, labels: [policy.freezeLabel ?? 'freeze'] });
  const { run } = people.runWorkflow({ repository, as: cast.lead, path: '.github/workflows/deploy.yml', jobs: ['deploy'], conclusion: null });
  people.deploy({ repository, as: cast.lead, run, environment });
  await stage.settle();
  yield tellDeployment(play, run, { scene: 'held', issue: incident.number });
  people.comment({ repository, as: cast.lead, number: incident.number, body: say.incidentOver });
  people.close({ repository, as: cast.lead, number: incident.number, reason: 'completed' });
  await stage.settle();
  if (run.gates.every(({ state }) => state === 'approved')) people.finishWorkflow({ repository, as: cast.lead, run });
  await stage.settle();
  yield tellDeployment(play, run, { scene: 'deployed', issue: incident.number });
}

function tellDeployment(play: Play, run: WorkflowRun, { scene, issue }: { readonly scene: Told['scene']; readonly issue: number }): Told {
  const [gate] = run.gates;
  return {
    scene,
    facts: { environment, state: gate?.state ?? 'none', said: gate?.reports.at(-1) ?? gate?.comment ?? '' },
    check: null,
    path: `${homeOf(play)}/issues/${issue}`,
  };
}
