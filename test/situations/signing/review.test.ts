import { answers, both, commentsAre, saysNothingOf } from '../answers.ts';
import { configured } from '../configured.ts';
import { atOnce, dismisses, grants, passes, reviews } from '../people-steps.ts';
import { type Situation, situations } from '../situation.ts';
import { labels, pushes, says } from '../steps.ts';

const command = '/sprintgate approve architecture-review';
const config = configured({ sprint: 1 });
const forArchitects = labels('checkpoint:architecture-review');
const approval = reviews('ana', 'APPROVE');
const waits = { checkpoint: ['failure', 'To be signed by `ana`', command] } as const;
const signed = { checkpoint: ['success', 'Signed by `ana`'] } as const;

const table: readonly Situation[] = [
  {
    that: 'of who has the authority signs, and leaves a receipt that names the review',
    config,
    steps: [forArchitects, approval],
    checks: signed,
    and: answers('**Approved: `architecture-review`**', 'approving review', 'Accepted as `d-'),
  },
  { that: 'without the label is a review and no more', config, steps: [approval], checks: waits, and: commentsAre(0) },
  {
    that: 'before the label signs nothing, and says to approve once more',
    config,
    steps: [approval, passes(60_000), forArchitects],
    checks: waits,
    and: answers('was not there when the review was given', 'Approve once more'),
  },
  { that: 'once more after the label signs', config, steps: [approval, passes(60_000), forArchitects, passes(60_000), approval], checks: signed },
  {
    that: 'of an earlier commit signs nothing, and says to look at the head',
    config,
    steps: [forArchitects, atOnce(approval, pushes({ 'src/later.ts': 'export const later = 1;\n' }))],
    checks: waits,
    and: answers('of another commit than the head', 'approve once more'),
  },
  {
    that: 'that was dismissed before it was read signs nothing',
    config,
    steps: [forArchitects, atOnce(approval, dismisses)],
    checks: waits,
    and: saysNothingOf('**Approved'),
  },
  {
    that: 'that is dismissed after it was accepted stays, and says how to take it back',
    config,
    steps: [forArchitects, approval, dismisses],
    checks: signed,
    and: answers('was dismissed after it was accepted', '/sprintgate revoke'),
  },
  {
    that: 'that is followed by a request for changes before it was read signs nothing',
    config,
    steps: [forArchitects, atOnce(approval, reviews('ana', 'REQUEST_CHANGES'))],
    checks: waits,
    and: saysNothingOf('**Approved'),
  },
  {
    that: 'that is followed by a request for changes later stays',
    config,
    steps: [forArchitects, approval, reviews('ana', 'REQUEST_CHANGES')],
    checks: signed,
  },
  { that: 'that only comments signs nothing', config, steps: [forArchitects, reviews('ana', 'COMMENT')], checks: waits, and: commentsAre(0) },
  {
    that: 'of who lacks the authority is not answered',
    config,
    steps: [forArchitects, grants('write', 'eva'), reviews('eva', 'APPROVE')],
    checks: waits,
    and: commentsAre(0),
  },
  {
    that: 'of who pushed to the pull request signs nothing, and says who else may',
    config: configured({ sprint: 1, authorities: { 'architecture-review': '{ users: [pia, ana] }' } }),
    steps: [
      forArchitects,
      grants('write', 'pia'),
      ({ stage, repository, pull }) => void stage.github.people.pushToPull({ repository, as: 'pia', number: pull.number, files: { 'src/b.ts': 'b' } }),
      reviews('pia', 'APPROVE'),
    ],
    checks: { checkpoint: ['failure', command] },
    and: both(answers('nobody signs their own', 'Others may: `ana`'), saysNothingOf('**Approved')),
  },
  {
    that: 'that is one of two signatures says how many are missing',
    config: configured({ sprint: 1, authorities: { 'architecture-review': '{ users: [ana, eva], count: 2 }' } }),
    steps: [forArchitects, approval],
    checks: { checkpoint: ['failure', 'Signed by `ana`; still missing', command] },
    and: answers('It does not count yet (signature 1 of 2)'),
  },
  {
    that: 'and a command make up two signatures together',
    config: configured({ sprint: 1, authorities: { 'architecture-review': '{ users: [ana, eva], count: 2 }' } }),
    steps: [forArchitects, approval, grants('write', 'eva'), says('eva', command)],
    checks: { checkpoint: ['success', 'Signed by `ana`, `eva`'] },
  },
  {
    that: 'of a pull request labelled for a checkpoint that does not exist signs nothing',
    config,
    steps: [labels('checkpoint:architektur-review'), approval],
    checks: waits,
    and: saysNothingOf('**Approved'),
  },
];

situations('an approving review', table);
