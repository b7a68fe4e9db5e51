import { answers, both, ourComments, saysNothingOf } from '../answers.ts';
import { configured } from '../configured.ts';
import { closes, grants, issueOf, lastComment, leaves, passes, looks, team } from '../people-steps.ts';
import { type Scene, type Situation, situations } from '../situation.ts';
import { itIs, says } from '../steps.ts';

const command = '/sprintgate approve architecture-review';
const sprint1 = configured({ sprint: 1 });
const approves = says('ana', command);
const waits = (...words: readonly string[]) => ({ checkpoint: ['failure', `To be signed by \`ana\``, command, ...words] }) as const;
const condition = /^condition\..*\.1$/;
const withCondition = says('ana', `${command} until 2027-01-20 with: add the ADR`);
const after = itIs('2027-01-21T18:00:00Z');

const conditions: readonly Situation[] = [
  {
    that: 'opens the gate, and its condition becomes an issue with its text and day',
    config: sprint1,
    steps: [withCondition],
    checks: { checkpoint: ['success', 'Signed by `ana` with conditions until 2027-01-20', /add the ADR \(#\d+\)/, 'Conditions are still to be met'] },
    and: both(answers('**Approved with conditions: `architecture-review`**'), (scene) => {
      if (!issueOf(scene, condition).title.includes('condition: add the ADR')) throw new Error(issueOf(scene, condition).title);
    }),
  },
  {
    that: 'is a plain one once its condition’s issue is closed as completed',
    config: sprint1,
    steps: [withCondition, closes(condition, 'completed'), after],
    checks: { checkpoint: ['success', 'Its condition is met'] },
  },
  {
    that: 'no longer counts when the day has passed and its issue is open, and names the issue and who signs anew',
    config: sprint1,
    steps: [withCondition, after],
    checks: waits('The approval by `ana` no longer counts: not closed as completed by 2027-01-20', 'add the ADR'),
  },
  {
    that: 'no longer counts when its issue was closed as not planned',
    config: sprint1,
    steps: [withCondition, closes(condition, 'not_planned'), after],
    checks: waits('no longer counts', 'add the ADR'),
  },
  {
    that: 'no longer counts when its issue was closed after the day',
    config: sprint1,
    steps: [withCondition, after, closes(condition, 'completed'), looks],
    checks: waits('no longer counts'),
  },
  {
    that: 'still counts when its issue was closed late in the evening of the last day',
    config: sprint1,
    steps: [withCondition, itIs('2027-01-21T05:30:00Z'), closes(condition, 'completed'), after],
    checks: { checkpoint: ['success', 'Its condition is met'] },
  },
  {
    that: 'no longer counts when its issue is open again on the day',
    config: sprint1,
    steps: [
      withCondition,
      closes(condition, 'completed'),
      (scene) => scene.stage.github.people.reopen({ repository: scene.repository, as: 'luis', number: issueOf(scene, condition).number }),
      after,
    ],
    checks: waits('no longer counts'),
  },
  {
    that: 'is due with the next checkpoint where no day is written',
    config: sprint1,
    steps: [says('ana', `${command} with: add the ADR; name an owner`)],
    checks: { checkpoint: ['success', 'until 2027-02-07', /add the ADR \(#\d+\); name an owner \(#\d+\)/] },
  },
  {
    that: 'is a plain one after a plain approval of the same person',
    config: sprint1,
    steps: [withCondition, approves, after],
    checks: { checkpoint: ['success', 'The one checkpoint before it is signed'] },
  },
  {
    that: 'with a day that is over is refused, and says which days do',
    config: sprint1,
    steps: [says('ana', `${command} until 2027-01-10 with: add the ADR`)],
    checks: waits(),
    and: answers('`2027-01-10` is over already', 'Give a day from today on'),
  },
  {
    that: 'with a day that is none is refused, and shows how to write one',
    config: sprint1,
    steps: [says('ana', `${command} until 31/01/2027 with: add the ADR`)],
    checks: waits(),
    and: answers('`31/01/2027` is not a date', '`2027-01-31`'),
  },
  {
    that: 'with more conditions than anybody reads is refused',
    config: sprint1,
    steps: [says('ana', `${command} until 2027-01-20 with: ${Array.from({ length: 21 }, (_, index) => `thing ${index}`).join('; ')}`)],
    checks: waits(),
    and: answers('more than 20 are too many', 'Put the rest into one of them'),
  },
];

const refusals: readonly Situation[] = [
  {
    that: 'A rejection closes the gate with its reason, and says who signs',
    config: sprint1,
    steps: [says('ana', '/sprintgate reject architecture-review the batch path is missing')],
    checks: waits('Rejected by `ana`: the batch path is missing'),
  },
  {
    that: 'A rejection without a reason is refused',
    config: sprint1,
    steps: [says('ana', '/sprintgate reject architecture-review')],
    checks: waits('is unsigned'),
    and: answers('Give a reason', '/sprintgate reject [CHECKPOINT'),
  },
  {
    that: 'A rejection wipes out the approval before it',
    config: sprint1,
    steps: [approves, says('ana', '/sprintgate reject architecture-review on second thoughts')],
    checks: waits('Rejected by `ana`: on second thoughts'),
  },
  {
    that: 'An approval after a rejection starts anew',
    config: sprint1,
    steps: [says('ana', '/sprintgate reject architecture-review not yet'), approves],
    checks: { checkpoint: ['success', 'Signed by `ana`'] },
  },
  {
    that: 'A rejection may come from the author of the work, since it opens nothing',
    config: configured({ sprint: 1, authorities: { 'architecture-review': '{ users: [luis, ana] }' } }),
    steps: [says('luis', '/sprintgate reject architecture-review it is mine and it is not good')],
    checks: { checkpoint: ['failure', 'Rejected by `luis`', 'To be signed by'] },
  },
  {
    that: 'A rejection by a stranger closes nothing',
    config: sprint1,
    steps: [approves, grants('write', 'eva'), says('eva', '/sprintgate reject architecture-review no')],
    checks: { checkpoint: ['success', 'Signed by `ana`'] },
    and: answers('Nothing was decided: this needs `ana`'),
  },
  {
    that: 'A revocation takes the approval back, with its reason and who signs anew',
    config: sprint1,
    steps: [approves, says('ana', '/sprintgate revoke architecture-review signed on the wrong commit')],
    checks: waits('Its sign-off was revoked by `ana`: signed on the wrong commit'),
  },
  {
    that: 'A revocation by the id of the receipt takes that decision back',
    config: sprint1,
    steps: [
      approves,
      (scene) => {
        const id = /`(d-[0-9a-f]{16})`/.exec(ourComments(scene).join())?.[1] ?? '';
        scene.stage.github.people.comment({ repository: scene.repository, as: 'ana', number: scene.pull.number, body: `/sprintgate revoke ${id} a slip` });
      },
    ],
    checks: waits('revoked by `ana`: a slip'),
  },
  {
    that: 'A revocation without a reason is refused',
    config: sprint1,
    steps: [approves, says('ana', '/sprintgate revoke architecture-review')],
    checks: { checkpoint: ['success', 'Signed by `ana`'] },
    and: answers('Give a reason', '/sprintgate revoke'),
  },
  {
    that: 'A revocation by a stranger takes nothing back',
    config: sprint1,
    steps: [approves, grants('write', 'eva'), says('eva', '/sprintgate revoke architecture-review no')],
    checks: { checkpoint: ['success', 'Signed by `ana`'] },
    and: answers('this needs `ana`'),
  },
  {
    that: 'A revocation of what was never signed is told so',
    config: sprint1,
    steps: [says('ana', '/sprintgate revoke architecture-review a slip')],
    checks: waits(),
    and: answers('There is no standing decision `architecture-review`'),
  },
  {
    that: 'A revoked approval can be given anew',
    config: sprint1,
    steps: [approves, says('ana', '/sprintgate revoke architecture-review a slip'), approves],
    checks: { checkpoint: ['success', 'Signed by `ana`'] },
  },
];

const edits = (as: string, body: string) => (scene: Scene) => {
  scene.stage.github.people.editComment({ repository: scene.repository, as, comment: lastComment(scene), body });
};

const later: readonly Situation[] = [
  {
    that: 'A comment that was edited before it was read decides nothing, and says what to do',
    config: sprint1,
    steps: [says('ana', 'Looks good.'), passes(60_000), edits('luis', command)],
    checks: waits(),
    and: both(answers('edited before it was read', 'Write the command in a new comment'), saysNothingOf('**Approved')),
  },
  {
    that: 'A comment that is edited after it was accepted changes nothing, and it is told',
    config: sprint1,
    steps: [approves, passes(60_000), edits('luis', '/sprintgate reject architecture-review never')],
    checks: { checkpoint: ['success', 'Signed by `ana`'] },
    and: answers('was edited after it was accepted', 'only `/sprintgate revoke`'),
  },
  {
    that: 'A comment that is deleted after it was accepted changes nothing, and it is told',
    config: sprint1,
    steps: [approves, (scene) => scene.stage.github.people.deleteComment({ repository: scene.repository, as: 'luis', comment: lastComment(scene) })],
    checks: { checkpoint: ['success', 'Signed by `ana`'] },
    and: answers('was deleted after it was accepted', 'only `/sprintgate revoke`'),
  },
  {
    that: 'Who leaves the team after signing takes no signature with them, and the explanation says that they left',
    config: configured({ sprint: 1, authorities: { 'architecture-review': '{ teams: [acme/weavers] }' } }),
    steps: [team('weavers', 'teo', 'uma'), says('uma', command), leaves('weavers', 'uma'), says('luis', '/sprintgate explain architecture-review')],
    checks: { checkpoint: ['success', 'Signed by `uma`'] },
    and: answers('No longer of its authority, which takes no signature back: `uma`'),
  },
  {
    that: 'A configuration that asks for more people tomorrow unsigns nothing of today',
    config: sprint1,
    steps: [
      approves,
      ({ stage, repository }) => {
        const files = { '.github/sprintgate.yml': configured({ sprint: 1, authorities: { 'architecture-review': '{ users: [ana, eva], count: 2 }' } }) };
        stage.github.people.commit({ repository, as: 'ana', files });
      },
      looks,
    ],
    checks: { checkpoint: ['success', 'Signed by `ana`'] },
  },
];

situations('an approval with conditions', conditions);
situations('taking a decision back:', refusals);
situations('what comes after a signature:', later);
