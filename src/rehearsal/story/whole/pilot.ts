import { addDays } from '../../../core/calendar/calendar-day.ts';
import { pilotCalendar } from '../../../core/calendar/sprint-calendar.ts';
import { readMarked } from '../../../core/markers/marker.ts';
import { goTo, type Play } from '../play.ts';
import { homeOf, type Told } from '../told.ts';
import { attestMissing } from './attest-missing.ts';
import { look } from './look.ts';
import { blockEnd } from './sign-checkpoint.ts';
import { measure } from './sprint-pull.ts';

/** How many use it in each phase; of the rollout, a tenth of the applications. */
const usersIn: Readonly<Record<string, number>> = { alpha: 10, 'beta-closed': 50, 'beta-open': 200, rollout: 320 };
const sprint = 16;

/** The phases of the pilot, one after the other: their figures come in, their issues are closed, and what runs out is stated anew. */
export async function* pilot(play: Play): AsyncGenerator<Told> {
  for (const { phase, start, end } of pilotCalendar(play.policy)) {
    const users = usersIn[phase] ?? 0;
    goTo(play, addDays(start, 2));
    await measure(play, { sprint, users: Math.ceil(users / 2) });
    await look(play);
    goTo(play, addDays(end, -1));
    await measure(play, { sprint, users });
    const closed = closePhase(play, phase);
    await play.stage.settle();
    const { issue } = blockEnd(play, play.policy.playbook.blocks.at(-1)?.id ?? '');
    const attested = attestMissing(play, await look(play), { issue, except: new Set() });
    await play.stage.settle();
    const { percent } = await look(play);
    const title = play.policy.text.phases[phase]?.title ?? phase;
    yield { scene: 'phase', facts: { phase: title, users, closed, attested, percent }, check: null, path: `${homeOf(play)}/milestones` };
  }
}

function closePhase({ stage, cast, policy, repository }: Play, phase: string): number {
  const ids = new Set(policy.playbook.items.filter(({ id }) => id.startsWith(`pilot.${phase}`)).map(({ id }) => id));
  const open = [...repository.issues.values()].filter(({ state, body }) => state === 'open' && ids.has(readMarked(body)?.marker.id ?? ''));
  for (const { number } of open) stage.github.people.close({ repository, as: cast.lead, number, reason: 'completed' });
  return open.length;
}
