import { answers, both, checkOf, saysNothingOf } from '../answers.ts';
import { configured } from '../configured.ts';
import { closesIssuesOf, isPlannedFor, looks, merges } from '../people-steps.ts';
import { type Situation, situations } from '../situation.ts';
import { itIs, labels, says } from '../steps.ts';

const sign = says('ana', '/sprintgate approve architecture-review');
const command = '/sprintgate approve architecture-review';
const sprint1 = configured({ sprint: 1 });
const planned = (unplanned: string) => configured({ more: `planning: { unplanned: ${unplanned} }\n` });

const unplanned: readonly Situation[] = [
  { that: 'passes without a word where that is allowed', config: planned('allow'), checks: { checkpoint: ['success', /^(?![^]*planned)/] } },
  {
    that: 'passes with a warning that tells how to plan it',
    config: planned('warn'),
    checks: { checkpoint: ['success', 'This work is not planned', 'Write `Closes #N`'] },
  },
  {
    that: 'fails where it is blocked, and the check tells how to plan it',
    config: planned('block'),
    checks: { checkpoint: ['failure', 'it is not planned: no milestone, and it closes no item', 'Write `Closes #N`'] },
  },
  { that: 'is planned by a milestone of the plan', config: planned('block'), steps: [isPlannedFor('s00')], checks: { checkpoint: ['success', 'Sprint 0'] } },
  {
    that: 'is planned by an issue with a milestone of the plan',
    config: planned('block'),
    steps: [closesIssuesOf('s00')],
    checks: { checkpoint: ['success', 'an issue that it closes puts it in Sprint 0'] },
  },
  { that: 'may be a release, which brings what was planned before', config: planned('block'), steps: [labels('release')], checks: { checkpoint: 'success' } },
  {
    that: 'may come from Dependabot, which needs no plan',
    config: planned('block'),
    steps: [
      ({ stage, repository }) => {
        const login = 'dependabot[bot]';
        stage.github.people.addUser(login, { type: 'Bot' });
        stage.github.people.grantRole({ repository, login, role: 'write' });
        stage.github.people.commit({ repository, as: login, branch: 'bump', files: { 'package.json': '{}' } });
        stage.github.people.openPull({ repository, as: login, head: 'bump', title: 'Bump' });
      },
    ],
    checks: { checkpoint: 'failure' },
    and: checkOf('bump', 'checkpoint', 'success', '`dependabot[bot]` needs no plan'),
  },
];

const fromBlock = (modes: string) => (sprint: number) => configured({ sprint, enforce: { checkpoint: `{ ${modes} }` } });

const enforced: readonly Situation[] = [
  {
    that: 'warns in an early block, with the true verdict in its title',
    config: fromBlock('s00: warn, s05: block')(1),
    checks: { checkpoint: ['success', 'Warning', command] },
  },
  { that: 'blocks from the block that is named', config: fromBlock('s00: warn, s01: block')(1), checks: { checkpoint: ['failure', command] } },
  {
    that: 'blocks a pull request that is planned for the block that is named, though today’s only warns',
    config: fromBlock('s00: warn, s03: block')(0),
    steps: [isPlannedFor('s03')],
    checks: { checkpoint: ['failure', command] },
  },
  { that: 'is not posted where it is off', config: configured({ sprint: 1, enforce: { checkpoint: 'off' } }), checks: { checkpoint: 'nothing' } },
  {
    that: 'is posted as not applicable where it is off in some blocks alone, since it may be required',
    config: fromBlock('s00: off, s05: block')(1),
    checks: { checkpoint: ['success', /off/i] },
  },
];

const void_ = (settings: string) => configured({ sprint: 1, more: `checkpoints:\n  architecture-review: ${settings}\n` });
const more = { 'src/more.ts': 'export const more = 1;\n' };

const voided: readonly Situation[] = [
  {
    that: 'does not end with what is merged later, unless the configuration says so',
    config: sprint1,
    steps: [sign, merges('pia', more), looks],
    checks: { checkpoint: ['success', 'Signed by `ana`', 'It saw the commits'] },
  },
  {
    that: 'ends with the next merge where it is void on merge, and names what was merged and who signs anew',
    config: void_('{ void: on-merge }'),
    steps: [sign, merges('pia', more), looks],
    checks: { checkpoint: ['failure', 'The sign-off by `ana` no longer counts', /since then #\d+ was merged/, command] },
  },
  {
    that: 'is given anew by one more approval after that merge',
    config: void_('{ void: on-merge }'),
    steps: [sign, merges('pia', more), looks, sign],
    checks: { checkpoint: ['success', 'Signed by `ana`'] },
  },
  {
    that: 'stays when what is merged is outside the components that it is about',
    config: void_('{ void: on-merge, components: [api] }'),
    steps: [sign, merges('pia', { 'docs/more.md': 'more' }), looks],
    checks: { checkpoint: ['success', 'Signed by `ana`'] },
  },
  {
    that: 'ends when one of the components that it is about changes, and names it',
    config: void_('{ void: on-merge, components: [api] }'),
    steps: [sign, merges('pia', more), looks],
    checks: { checkpoint: ['failure', '`api`', command] },
  },
  {
    that: 'counts until its last day, which the check shows',
    config: void_('{ void: 7d }'),
    steps: [sign, itIs('2027-01-19T17:00:00Z')],
    checks: { checkpoint: ['success', 'It counts until 2027-01-19'] },
  },
  {
    that: 'ends by itself after its days',
    config: void_('{ void: 7d }'),
    steps: [sign, itIs('2027-01-20T18:00:00Z')],
    checks: { checkpoint: ['failure', 'its time was over after 2027-01-19', command] },
  },
];

const adopted: readonly Situation[] = [
  {
    that: 'accepts the blocks before it as a marked baseline',
    config: configured({ sprint: 3 }),
    steps: [says('ana', '/sprintgate adopt s03 reviewed on paper in 2026')],
    checks: { checkpoint: ['success', 'Accepted as a baseline by `ana`', 'without a review here'] },
    and: answers('**Accepted as a baseline: `s00`**', '**Accepted as a baseline: `s01`**'),
  },
  {
    that: 'is for the tier’s authority alone, and the reply says who that is',
    config: configured({ sprint: 1 }),
    steps: [says('luis', '/sprintgate adopt s01 we are late')],
    checks: { checkpoint: 'failure' },
    and: answers('Nothing was decided: this needs', '`ana`'),
  },
  {
    that: 'needs a reason',
    config: configured({ sprint: 1 }),
    steps: [says('ana', '/sprintgate adopt s01')],
    checks: { checkpoint: 'failure' },
    and: both(answers('Give a reason', '/sprintgate adopt SPRINT REASON'), saysNothingOf('Accepted')),
  },
  {
    that: 'of the first sprint accepts nothing, and the reply says so',
    steps: [says('ana', '/sprintgate adopt s00 nothing yet')],
    checks: { checkpoint: 'success' },
    and: answers('no block ends before `s00`'),
  },
];

situations('work without a plan', unplanned);
situations('the checkpoint gate', enforced);
situations('a sign-off', voided);
situations('adoption in mid-course', adopted);
