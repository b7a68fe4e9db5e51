import { checkOf } from '../answers.ts';
import { configured } from '../configured.ts';
import { closesIssuesOf, isPlannedFor, issueOf, looks, opens, seeded } from '../people-steps.ts';
import { type Situation, situations } from '../situation.ts';
import { itIs, says } from '../steps.ts';

const sign = says('ana', '/sprintgate approve architecture-review');
const command = '/sprintgate approve architecture-review';
const sprint1 = configured({ sprint: 1 });

const sprints: readonly Situation[] = [
  { that: 'of the first sprint has none before it', checks: { checkpoint: ['success', 'No checkpoint lies before it', 'Sprint 0'] } },
  {
    that: 'of Sprint 1 waits for the architecture review, and the check says who signs it, with what, and how to move the dates',
    config: sprint1,
    checks: { checkpoint: ['failure', 'The calendar moved on to Sprint 1', 'due on 2027-01-10', 'To be signed by `ana`', command, '`schedule`'] },
  },
  {
    that: 'of Sprint 2 needs no more than that of Sprint 1, since both are one block',
    config: configured({ sprint: 2 }),
    steps: [sign],
    checks: { checkpoint: ['success', 'The one checkpoint before it is signed', 'Signed by `ana` on 2027-01-12'] },
  },
  {
    that: 'of Sprint 3 goes on waiting when the first of two is signed, for the second',
    config: configured({ sprint: 3, authorities: { 'model-performance': '{ users: [eva] }' } }),
    steps: [sign],
    checks: { checkpoint: ['failure', 'To be signed by `eva`', '/sprintgate approve model-performance'] },
  },
  {
    that: 'that nobody may sign cannot be evaluated, and the check says which setting is missing',
    config: configured({ sprint: 3 }),
    steps: [sign],
    checks: { checkpoint: ['action_required', '`authorities.model-performance` is not set', 'Set `authorities.model-performance`'] },
  },
  { that: 'before the first day of the schedule is of Sprint 0', config: configured({ sprint: -2 }), checks: { checkpoint: ['success', 'Sprint 0'] } },
  {
    that: 'after the last day of the schedule is of the last sprint, and needs all eight before it',
    config: configured({ sprint: 20 }),
    checks: { checkpoint: ['failure', '8 checkpoints are not signed', 'Sprint 16', command] },
  },
  {
    that: 'turns red on the day on which the calendar moves on',
    steps: [itIs('2027-01-25T18:00:00Z')],
    checks: { checkpoint: ['failure', 'The calendar moved on to Sprint 1', command] },
  },
  {
    that: 'is not late while the last day of the sprint lasts in the schedule’s time zone, which UTC has left already',
    steps: [itIs('2027-01-25T05:30:00Z')],
    checks: { checkpoint: ['success', 'Sprint 0'] },
  },
  {
    that: 'is due later when there are holidays in its sprint',
    config: sprint1.replace('timezone:', 'holidays: [2026-12-28..2027-01-01], timezone:'),
    checks: { checkpoint: ['success', 'Sprint 0'] },
  },
];

const places: readonly Situation[] = [
  {
    that: 'with the milestone of a later sprint needs what that sprint needs',
    steps: [isPlannedFor('s03')],
    checks: { checkpoint: ['failure', '2 checkpoints are not signed', 'its milestone puts it in Sprint 3', command] },
  },
  {
    that: 'with the milestone of an earlier sprint gains nothing by it',
    config: sprint1,
    steps: [isPlannedFor('s00')],
    checks: { checkpoint: ['failure', 'The calendar moved on to Sprint 1', command] },
  },
  {
    that: 'with a milestone that only bears the title of a sprint is of today’s',
    steps: [
      ({ stage, repository, pull }) => {
        const { number } = stage.github.people.createMilestone({ repository, as: 'ana', title: 'Sprint 3' });
        stage.github.people.setMilestone({ repository, as: 'ana', number: pull.number, milestone: number });
      },
    ],
    checks: { checkpoint: ['success', 'by the calendar it belongs to Sprint 0'] },
  },
  {
    that: 'that closes an issue of a later sprint needs what that sprint needs',
    steps: [closesIssuesOf('s01')],
    checks: { checkpoint: ['failure', 'an issue that it closes puts it in Sprint 1', command] },
  },
  {
    that: 'that closes issues of several sprints belongs to the latest of them',
    steps: [closesIssuesOf('s00', 's03', 's01')],
    checks: { checkpoint: ['failure', 'an issue that it closes puts it in Sprint 3', '2 checkpoints are not signed'] },
  },
  {
    that: 'belongs by its milestone when the issues that it closes are of another sprint',
    steps: [closesIssuesOf('s03'), isPlannedFor('s00')],
    checks: { checkpoint: ['success', 'its milestone puts it in Sprint 0'] },
  },
  {
    that: 'of a pilot phase comes after the last sprint and needs every checkpoint',
    steps: [isPlannedFor('pilot-alpha')],
    checks: { checkpoint: ['failure', '9 checkpoints are not signed', 'pilot phase', command] },
  },
  {
    that: 'that closes an item of an earlier sprint that is still open belongs there, until the item is closed',
    config: sprint1,
    steps: [
      seeded,
      (scene) => {
        const { number } = issueOf(scene, /^s00\.(?!block|checkpoint)/);
        scene.stage.github.people.editIssue({ repository: scene.repository, as: 'luis', number: scene.pull.number, body: `Closes #${number}` });
      },
    ],
    checks: { checkpoint: ['success', 'it closes an item of Sprint 0 that is still open'] },
    and: async (scene) => {
      const { number } = issueOf(scene, /^s00\.(?!block|checkpoint)/);
      scene.stage.github.people.close({ repository: scene.repository, as: 'ana', number, reason: 'completed' });
      await scene.stage.settle();
      checkOf('work', 'checkpoint', 'failure', 'Sprint 1', command)(scene);
    },
  },
  {
    that: 'is not signed by closing its issue and ticking its boxes',
    config: sprint1,
    steps: [
      seeded,
      (scene) => {
        const { number, body } = issueOf(scene, 's00.checkpoint');
        scene.stage.github.people.editIssue({ repository: scene.repository, as: 'ana', number, body: (body ?? '').replaceAll('[ ]', '[x]') });
        scene.stage.github.people.close({ repository: scene.repository, as: 'ana', number, reason: 'completed' });
      },
      looks,
    ],
    checks: { checkpoint: ['failure', 'To be signed by `ana`', /on #\d+/] },
  },
  {
    that: 'against a branch outside `branches` is never passed',
    steps: [({ stage, repository }) => stage.github.people.createBranch({ repository, as: 'ana', branch: 'lax' }), opens('astray', 'lax')],
    checks: { checkpoint: 'success' },
    and: checkOf('astray', 'checkpoint', 'action_required', 'Pull requests into `lax` are not judged', 'Add `lax` to `branches`'),
  },
];

situations('the checkpoint of a pull request', sprints);
situations('the sprint: a pull request', places);
