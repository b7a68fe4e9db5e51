import { expect } from 'vitest';
import { answers, both, commentsAre, ourComments } from './answers.ts';
import { configured } from './configured.ts';
import { atOnce, grants, isPlannedFor, issueOf, looks, milestone } from './people-steps.ts';
import { type Scene, type Situation, type Step, situations } from './situation.ts';
import { itIs, pushes, says, tested } from './steps.ts';

const command = '/sprintgate approve architecture-review';
const sprint1 = configured({ sprint: 1 });
const spanish = configured({ sprint: 1, locale: 'es' });
const waits = { checkpoint: ['failure', 'To be signed by `ana`'] } as const;
const signed = { checkpoint: ['success', 'Signed by `ana`'] } as const;

/** The reaction to what a person wrote last. */
function reactionIs(content: string) {
  return ({ stage, repository, pull }: Scene): void => {
    const own = [...repository.comments.values()].filter(({ issueNumber, appId }) => issueNumber === pull.number && appId !== stage.github.app.id);
    expect(own.at(-1)?.reactions.map((reaction) => reaction.content)).toEqual([content]);
  };
}

function milestonesAre(count: number) {
  return ({ repository }: Scene): void => expect(repository.milestones.size).toBe(count);
}

const read: readonly Situation[] = [
  { that: 'in English signs', config: sprint1, steps: [says('ana', command)], checks: signed, and: reactionIs('+1') },
  {
    that: 'in Spanish signs, and is answered in the language of the configuration',
    config: spanish,
    steps: [says('ana', '/sprintgate aprobar architecture-review')],
    checks: { checkpoint: ['success', 'Firmado por `ana`'] },
    and: answers('**Aprobado: `architecture-review`**'),
  },
  {
    that: 'in the other language than the configuration’s counts too',
    config: sprint1,
    steps: [says('ana', '/sprintgate aprobar architecture-review')],
    checks: signed,
    and: answers('**Approved'),
  },
  {
    that: 'in capitals, with an accent left out and a please counts',
    config: spanish,
    steps: [says('ana', 'Por favor:\n\n/SprintGate Aprobar architecture-review por favor')],
    checks: { checkpoint: ['success', 'Firmado por `ana`'] },
  },
  {
    that: 'that nobody knows is answered with the nearest one, and with where all of them are',
    config: sprint1,
    steps: [says('ana', '/sprintgate aprove architecture-review')],
    checks: waits,
    and: both(answers('There is no command', 'Did you mean `/sprintgate approve`?', '`/sprintgate help`'), reactionIs('confused')),
  },
  {
    that: 'about a checkpoint that is misspelt decides nothing, and names the nearest',
    config: sprint1,
    steps: [says('ana', '/sprintgate approve architecure-review')],
    checks: waits,
    and: answers('Nothing was decided', 'Did you mean `architecture-review`?'),
  },
  {
    that: 'about nothing is asked what it is about, with what is known',
    config: sprint1,
    steps: [says('ana', '/sprintgate approve')],
    checks: waits,
    and: answers('Say what it is about', '`architecture-review`'),
  },
  {
    that: 'beside others in one comment gets its place in one reply',
    config: sprint1,
    steps: [says('ana', `Hello\n\n${command}\n/sprintgate status\n/sprintgate plna`)],
    checks: signed,
    and: both(answers('**Approved', '| Block |', 'Did you mean `/sprintgate plan`?'), commentsAre(2), reactionIs('confused')),
  },
  { that: 'in a quote is none', config: sprint1, steps: [says('ana', `> ${command}\n\nI do not agree.`)], checks: waits, and: commentsAre(0) },
  { that: 'in a block of code is none', config: sprint1, steps: [says('ana', `Write this:\n\`\`\`\n${command}\n\`\`\``)], checks: waits, and: commentsAre(0) },
  { that: 'in indented code is none', config: sprint1, steps: [says('ana', `Write this:\n\n    ${command}`)], checks: waits, and: commentsAre(0) },
  { that: 'in the middle of a line is none', config: sprint1, steps: [says('ana', `I would ${command}`)], checks: waits, and: commentsAre(0) },
  { that: 'in a list is none', config: sprint1, steps: [says('ana', `- ${command}`)], checks: waits, and: commentsAre(0) },
  { that: 'in an HTML comment is none', config: sprint1, steps: [says('ana', `<!--\n${command}\n-->`)], checks: waits, and: commentsAre(0) },
  {
    that: 'of a bot is none',
    config: sprint1,
    steps: [
      ({ stage }) => void stage.github.people.addUser('helper[bot]', { type: 'Bot' }),
      grants('write', 'helper[bot]'),
      says('helper[bot]', '/sprintgate help'),
    ],
    checks: waits,
    and: commentsAre(0),
  },
  { that: 'that is read twice is done once', config: sprint1, steps: [says('ana', command), looks, looks], checks: signed, and: commentsAre(1) },
  {
    that: 'where there is no configuration is told what to add',
    config: null,
    steps: [says('ana', command)],
    and: answers('There is no `.github/sprintgate.yml`', 'Add it first'),
  },
];

const eva = (body: string): Step => atOnce(grants('read', 'eva'), says('eva', body));

const asked: readonly Situation[] = [
  { that: 'help lists every command', steps: [eva('/sprintgate help')], and: answers('/sprintgate approve', '/sprintgate waive', '/sprintgate override') },
  { that: 'ayuda lists them in Spanish', config: spanish, steps: [eva('/sprintgate ayuda')], and: answers('/sprintgate aprobar', 'MOTIVO') },
  {
    that: 'status lists the checkpoints and how each stands',
    config: sprint1,
    steps: [says('ana', command), eva('/sprintgate status')],
    and: answers('Architecture review (`architecture-review`)', 'approved', 'unsigned', '2027-02-07'),
  },
  {
    that: 'plan shows the dates and changes nothing',
    steps: [eva('/sprintgate plan')],
    and: both(answers(/Sprint 0 .*2027-01-24/, 'Nothing was changed'), milestonesAre(0)),
  },
  {
    that: 'plan with another start says how to plan so',
    steps: [eva('/sprintgate plan 2027-02-01')],
    and: answers(/Sprint 0 .*2027-02-14/, 'set `schedule.start`'),
  },
  { that: 'plan with a start that is no date shows how to write one', steps: [eva('/sprintgate plan monday')], and: answers('`monday` is not a date') },
  {
    that: 'explain says what is missing and who acts',
    config: sprint1,
    steps: [eva('/sprintgate explain checkpoint')],
    and: answers('`checkpoint`', command, '`ana`'),
  },
  {
    that: 'explain of a criterion says who may attest and waive it',
    steps: [eva('/sprintgate explain entry.go-decision')],
    and: answers('Who may attest it', 'Who may waive it', '`ana`'),
  },
  { that: 'explain of a setting says which file set it', steps: [eva('/sprintgate explain tier')], and: answers('`tier`', 'this repository’s file') },
  { that: 'recheck reads everything again', steps: [eva('/sprintgate recheck')], and: answers('read again') },
];

const move = (to: string) => (scene: Scene) => {
  const made = milestone(scene, to);
  scene.stage.github.people.comment({ repository: scene.repository, as: 'ana', number: scene.pull.number, body: `/sprintgate move to ${to}` });
  expect(made).toBeGreaterThan(0);
};
const hold = says('ana', '/sprintgate hold wait for the legal opinion');
const override = says('ana', '/sprintgate override production is down');

const done: readonly Situation[] = [
  {
    that: 'hold closes the policy gate with its reason, and says how it is let go',
    steps: [hold],
    checks: { policy: ['failure', 'Held by `ana`: wait for the legal opinion', '/sprintgate unhold'] },
  },
  { that: 'unhold lets it go', steps: [hold, says('ana', '/sprintgate unhold the opinion is in')], checks: { policy: ['success', 'Nobody holds it'] } },
  {
    that: 'unhold by the author of the work is refused',
    config: configured({ authorities: { 'architecture-review': '{ users: [luis, ana] }' } }),
    steps: [hold, says('luis', '/sprintgate unhold I am done')],
    checks: { policy: ['failure', 'Held by `ana`'] },
    and: answers('nobody signs their own'),
  },
  { that: 'unhold of what is not held is told so', steps: [says('ana', '/sprintgate unhold')], and: answers('This pull request is not held') },
  {
    that: 'hold without a reason is refused',
    steps: [says('ana', '/sprintgate hold')],
    checks: { policy: 'success' },
    and: answers('Give a reason', '/sprintgate hold REASON'),
  },
  {
    that: 'hold by a stranger is refused, and says who may',
    steps: [grants('write', 'eva'), says('eva', '/sprintgate hold wait')],
    checks: { policy: 'success' },
    and: answers('Nothing was decided', '`ana`'),
  },
  {
    that: 'override opens every gate, tops every report and opens a follow-up issue',
    config: sprint1,
    steps: [tested(null), override],
    checks: {
      checkpoint: ['success', 'Overridden by `ana`', 'production is down'],
      coverage: ['success', 'overridden by `ana`'],
      policy: ['success', 'opened the gates for this head commit until 2027-01-13 12:00 (UTC-6)'],
    },
    and: (scene) => void issueOf(scene, /^follow-up\./),
  },
  { that: 'override ends with the next push', config: sprint1, steps: [override, pushes({ 'src/next.ts': 'export const next = 1;\n' })], checks: waits },
  { that: 'override ends after 24 hours', config: sprint1, steps: [override, itIs('2027-01-13T18:00:01Z')], checks: waits },
  {
    that: 'override still holds a minute before its end',
    config: sprint1,
    steps: [override, itIs('2027-01-13T17:59:00Z')],
    checks: { checkpoint: ['success', 'Overridden'] },
  },
  {
    that: 'override of another commit than the head is refused',
    config: sprint1,
    steps: [says('ana', '/sprintgate override 1a2b3c4 production is down')],
    checks: waits,
    and: answers('`1a2b3c4` is not the head commit'),
  },
  {
    that: 'override by the author is refused',
    config: configured({ sprint: 1, authorities: { escalation: '{ users: [luis, ana] }' } }),
    steps: [says('luis', '/sprintgate override production is down')],
    checks: waits,
    and: answers('nobody signs their own'),
  },
  {
    that: 'move puts the pull request into another sprint, which may bind more',
    steps: [move('s03')],
    checks: { checkpoint: ['failure', 'its milestone puts it in Sprint 3', command] },
    and: answers('was moved to `s03`', 'the later of the calendar and its sprint'),
  },
  {
    that: 'move to a sprint that has no milestone says what creates it',
    steps: [says('ana', '/sprintgate move s03')],
    checks: { checkpoint: ['success', 'Sprint 0'] },
    and: answers('`s03` has no milestone', '`/sprintgate seed` creates it'),
  },
  {
    that: 'move to no sprint of the plan shows how to write one',
    steps: [says('ana', '/sprintgate move s99')],
    and: answers('`s99` is not a sprint of this plan'),
  },
  {
    that: 'commit without a seeded plan says what creates it',
    steps: [says('ana', '/sprintgate commit')],
    and: answers('`s00` has no milestone', '`/sprintgate seed` creates it'),
  },
  {
    that: 'commit to an issue outside the plan is refused',
    steps: [isPlannedFor('s00'), says('ana', '/sprintgate commit #1')],
    and: answers('#1 is not an issue of the plan'),
  },
  {
    that: 'override on an issue is told where it belongs',
    steps: [
      ({ stage, repository }) => {
        const { number } = stage.github.people.openIssue({ repository, as: 'ana', title: 'Trouble' });
        stage.github.people.comment({ repository, as: 'ana', number, body: '/sprintgate override production is down' });
      },
    ],
    and: (scene) => expect(ourComments(scene, 2).join()).toContain('is about a pull request: write it there'),
  },
];

situations('a command', read);
situations('whoever asks:', asked);
situations('whoever acts:', done);
