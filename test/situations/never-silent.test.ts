import { covered, smallConfig } from '../support/stage.ts';
import { checkOf } from './answers.ts';
import { code } from './reports.ts';
import { situations, type Step } from './situation.ts';
import { commitsToMain, itIs, pushes, says, tested, trouble, uploads } from './steps.ts';
import { finishes, groupSays, oneCheckEach, pullFrom, queues, reruns } from './work-steps.ts';

const good = tested({ 'lcov.info': covered('src/work.ts') });
const half = tested({ 'lcov.info': 'TN:\nSF:src/work.ts\nDA:1,1\nDA:2,0\nend_of_record\n' });
const trusted = `${smallConfig}evidence: { trusted: acme/ci/.github/workflows/test.yml@refs/heads/main }\n`;

const closes: Step = ({ stage, repository, pull }) => stage.github.people.close({ repository, as: 'luis', number: pull.number });
const reopens: Step = ({ stage, repository, pull }) => stage.github.people.reopen({ repository, as: 'luis', number: pull.number });
const into =
  (base: string): Step =>
  ({ stage, repository, pull }) =>
    stage.github.people.changeBase({ repository, as: 'luis', number: pull.number, base });
const branches =
  (branch: string): Step =>
  ({ stage, repository }) =>
    stage.github.people.createBranch({ repository, as: 'ana', branch });

/** The branch is rewritten: its one commit is another. */
const rewrites: Step = ({ stage, repository, pull }) => {
  const other = stage.github.people.commit({ repository, as: 'luis', branch: 'rewritten', from: 'main', files: { 'src/work.ts': code(3) } });
  stage.github.people.moveBranch({ repository, as: 'luis', branch: pull.pull.headRef, sha: other.sha });
};

/** A bot opens a pull request of its own, from the branch `bump`. */
function proposes(login: string): Step {
  return ({ stage, repository }) => {
    const known = [...stage.github.state.accounts.values()].some((account) => account.login === login);
    if (!known) stage.github.people.addUser(login, { type: 'Bot' });
    stage.github.people.grantRole({ repository, login, role: 'write' });
    stage.github.people.commit({ repository, as: login, branch: 'bump', files: { 'src/bump.ts': code(2) } });
    stage.github.people.openPull({ repository, as: login, head: 'bump' });
  };
}

/** A step of this pull request, done for the one from another branch. */
function onPullFrom(branch: string, step: Step): Step {
  return (scene) => step({ ...scene, pull: pullFrom(scene, branch) });
}

situations('no check stays silent:', [
  {
    that: 'a push while the old commit is tested makes the check of the new one, and its report is not that of the new one',
    steps: [
      tested(null, { conclusion: null }),
      pushes({ 'src/more.ts': code(2) }),
      finishes({ 'sprintgate-api': { 'lcov.info': covered('src/work.ts') } }),
      itIs('2027-01-12T19:30:00Z'),
    ],
    checks: { coverage: ['action_required', 'name: sprintgate-api'], policy: 'success', readiness: 'success', checkpoint: 'success' },
  },
  {
    that: 'a force-push to a commit that nobody tested takes the pass away, and says what is missing',
    steps: [good, rewrites, tested(null)],
    checks: { coverage: ['action_required', 'name: sprintgate-api'] },
  },
  {
    that: 'a force-push is judged by the tests of the new commit',
    steps: [half, rewrites, tested({ 'lcov.info': 'TN:\nSF:src/work.ts\nDA:1,1\nDA:2,1\nDA:3,1\nend_of_record\n' })],
    checks: { coverage: ['success', '100 % (3 of 3 lines)'] },
  },
  {
    that: 'a push to a closed pull request is judged when it is reopened',
    steps: [good, closes, pushes({ 'src/more.ts': code(2) }), reopens, tested({ 'lcov.info': covered('src/work.ts') })],
    checks: { coverage: ['action_required', 'files that no report mentions: `src/more.ts`'] },
  },
  {
    that: 'a pull request that is closed and reopened keeps its verdict',
    steps: [half, closes, reopens],
    checks: { coverage: ['failure', 'Cover 1 more line'] },
  },
  {
    that: 'a new base that nobody judges takes the pass away, and the check names it',
    steps: [good, branches('side'), into('side')],
    checks: { coverage: ['action_required', 'Pull requests into `side` are not judged'], checkpoint: 'action_required', readiness: 'action_required' },
  },
  {
    that: 'a new base is judged by the configuration of the default branch, whatever its own says',
    config: smallConfig.replace('branches: [main]', 'branches: [main, lax]'),
    steps: [
      half,
      branches('lax'),
      ({ stage, repository }) =>
        void stage.github.people.commit({
          repository,
          as: 'ana',
          branch: 'lax',
          files: { '.github/sprintgate.yml': smallConfig.replace('coverage: block', 'coverage: off') },
        }),
      into('lax'),
    ],
    checks: { coverage: ['failure', 'Cover 1 more line'] },
  },
  {
    that: 'a conflict with the base does not keep the checks away',
    files: { 'src/work.ts': code(1) },
    pull: { files: { 'src/work.ts': code(2) } },
    steps: [commitsToMain({ 'src/work.ts': 'export const other = 1;\n' }), says('luis', '/sprintgate recheck'), tested(null)],
    checks: { coverage: ['action_required', 'name: sprintgate-api'], policy: 'success' },
  },
  {
    that: 'a workflow that is cancelled brings nothing, and that is said at once',
    steps: [tested(null, { conclusion: 'cancelled' })],
    checks: { coverage: ['action_required', 'name: sprintgate-api'] },
  },
  {
    that: 'a workflow that is skipped brings nothing, and that is said at once',
    steps: [tested(null, { conclusion: 'skipped' })],
    checks: { coverage: ['action_required', 'name: sprintgate-api'] },
  },
  {
    that: 'a workflow that waits for approval, as of first-time contributors, is told',
    steps: [tested(null, { conclusion: 'action_required' })],
    checks: { coverage: ['action_required', 'name: sprintgate-api'] },
  },
  {
    that: 'a workflow that timed out brings nothing, and running it again mends that',
    steps: [tested(null, { conclusion: 'timed_out' }), reruns({ 'sprintgate-api': { 'lcov.info': covered('src/work.ts') } })],
    checks: { coverage: ['success', '100 %'] },
  },
  {
    that: 'a second run of the same workflow is waited for although the first passed',
    steps: [good, tested(null, { conclusion: null })],
    checks: { coverage: ['in_progress', 'waited for until'] },
  },
  {
    that: 'Dependabot’s pull request is judged like any other, and needs no plan',
    config: `${smallConfig}planning: { unplanned: block }\n`,
    steps: [proposes('dependabot[bot]'), onPullFrom('bump', tested({ 'lcov.info': covered('src/bump.ts') }, { as: 'dependabot[bot]' }))],
    and: checkOf('bump', 'coverage', 'success', '100 %'),
  },
  {
    that: 'Dependabot’s pull request, whose token proves no identity, names who runs the trusted workflow again',
    config: trusted,
    steps: [proposes('dependabot[bot]'), onPullFrom('bump', tested({ 'lcov.info': covered('src/bump.ts') }, { as: 'dependabot[bot]' }))],
    and: checkOf('bump', 'coverage', 'action_required', 'is demanded, and what came is self-reported', 'A maintainer runs'),
  },
  {
    that: 'self-reported evidence is no pass where a trusted workflow is demanded',
    config: trusted,
    steps: [good],
    checks: { coverage: ['action_required', 'Verified evidence of `acme/ci/.github/workflows/test.yml', 'A maintainer runs'] },
  },
  {
    that: 'a release that a workflow’s token opened is judged once somebody runs its workflow',
    steps: [
      ({ stage, repository }) => {
        const login = 'github-actions[bot]';
        stage.github.people.grantRole({ repository, login, role: 'write' });
        stage.github.people.commit({ repository, as: login, branch: 'release/1.0', files: { 'src/version.ts': code(2) } });
        stage.github.people.openPull({ repository, as: login, head: 'release/1.0' });
      },
      onPullFrom('release/1.0', tested({ 'lcov.info': covered('src/version.ts') })),
    ],
    and: checkOf('release/1.0', 'coverage', 'success', '100 %'),
  },
  {
    that: 'a pull request in the queue has every gate on the group’s commit, also those without evidence',
    steps: [good, queues],
    and: async (scene) => {
      for (const gate of ['checkpoint', 'readiness', 'policy']) await groupSays(gate, 'success')(scene);
      await groupSays('coverage', 'in_progress')(scene);
    },
  },
  {
    that: 'a group that is dissolved leaves the pull request’s own verdict as it was',
    steps: [half, queues, ({ stage, repository, pull }) => stage.github.people.dequeue({ repository, as: 'luis', number: pull.number, reason: 'invalidated' })],
    checks: { coverage: ['failure', 'Cover 1 more line'] },
  },
  {
    that: 'a check whose answer was lost is not posted twice',
    steps: [
      pushes({ 'src/more.ts': code(2) }),
      trouble({ kind: 'lose-answer', status: 502, where: 'checks/create', times: 1 }),
      pushes({ 'src/most.ts': code(2) }),
    ],
    checks: { coverage: ['action_required', 'name: sprintgate-api'] },
    and: oneCheckEach,
  },
  {
    that: 'checks that GitHub did not take at first are posted all the same',
    steps: [trouble({ kind: 'hang-up', where: 'checks/create', times: 2 }), pushes({ 'src/more.ts': code(2) }), tested(null)],
    checks: { coverage: ['action_required', 'name: sprintgate-api'], checkpoint: 'success', policy: 'success', readiness: 'success' },
    and: oneCheckEach,
  },
  {
    that: 'a limit of GitHub’s is waited for, and the check comes after it',
    steps: [trouble({ kind: 'refuse', status: 429, retryAfter: 1, where: 'checks/update', times: 1 }), half],
    checks: { coverage: ['failure', 'Cover 1 more line'] },
  },
  {
    that: 'workflows that bring no evidence are not waited for',
    config: `${smallConfig}evidence: { workflows: [.github/workflows/ci.yml] }\n`,
    steps: [half, uploads({}, { workflow: 'deploy.yml', conclusion: null })],
    checks: { coverage: ['failure', 'Cover 1 more line'] },
  },
  {
    that: 'recheck is for everybody who can comment, and changes nothing where nothing changed',
    steps: [half, ({ stage, repository }) => stage.github.people.grantRole({ repository, login: 'vera', role: 'read' }), says('vera', '/sprintgate recheck')],
    checks: { coverage: ['failure', 'Cover 1 more line'] },
    and: oneCheckEach,
  },
]);
