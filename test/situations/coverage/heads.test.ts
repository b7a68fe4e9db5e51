import { covered, smallConfig } from '../../support/stage.ts';
import { checkOf } from '../answers.ts';
import { code, lcov } from '../reports.ts';
import { situations } from '../situation.ts';
import { commitsToMain, itIs, says, tested } from '../steps.ts';
import { alsoInto, forks, groupSays, pullFrom, queues } from '../work-steps.ts';

const good = tested({ 'lcov.info': covered('src/work.ts') });
const bad = tested({ 'lcov.info': lcov({ 'src/work.ts': [1, 2] }) });
const lax = smallConfig.replace('branches: [main]', 'branches: [main, side]');

function groupTested(report: string, conclusion: string | null = 'success') {
  return ({ stage, repository }: Parameters<ReturnType<typeof tested>>[0]) => {
    stage.github.people.runWorkflow({
      repository,
      as: 'luis',
      path: '.github/workflows/ci.yml',
      event: 'merge_group',
      headSha: repository.queue.at(-1)?.headSha ?? '',
      jobs: ['test'],
      conclusion,
      artifacts: conclusion === null ? [] : [{ name: 'sprintgate-api', files: { 'lcov.info': report } }],
    });
  };
}

situations('the coverage of a head', [
  {
    that: 'of a draft is judged like any other',
    steps: [({ stage, repository, pull }) => stage.github.people.setDraft({ repository, as: 'luis', number: pull.number, draft: true }), bad],
    checks: { coverage: ['failure', '50 %', 'Cover 1 more line'] },
  },
  {
    that: 'with a base outside the configured branches is never passed, and the check names the base',
    config: smallConfig.replace('branches: [main]', 'branches: [trunk]'),
    steps: [good],
    checks: { coverage: ['action_required', 'Pull requests into `main` are not judged', 'Add `main` to `branches`'], policy: 'action_required' },
  },
  {
    that: 'is not opened by a second pull request with the same head and a base that nobody judges',
    steps: [bad, alsoInto('side')],
    checks: { coverage: ['failure', 'Not judged, since their base is not among the configured branches: #2', '50 %', 'Cover 1 more line'] },
  },
  {
    that: 'says which pull request with the same head is not judged, and by which setting',
    steps: [good, alsoInto('side')],
    checks: { coverage: ['success', 'Not judged, since their base is not among the configured branches: #2'] },
  },
  {
    that: 'shows both pull requests by name where both are judged',
    config: lax,
    steps: [good, alsoInto('side')],
    checks: { coverage: ['success', '2 pull requests share this commit', 'Work on work', 'Work for side'] },
  },
  {
    that: 'is that of the pull requests that are open: a closed one with the same head counts no more',
    steps: [
      good,
      alsoInto('side'),
      (scene) => {
        const second = [...scene.repository.issues.values()].filter((issue) => issue.pull !== null).at(-1);
        scene.stage.github.people.close({ repository: scene.repository, as: 'luis', number: second?.number ?? 0 });
      },
      says('luis', '/sprintgate recheck'),
    ],
    checks: { coverage: ['success', '100 %'] },
  },
  {
    that: 'of a fork without any run cannot be judged once its time is up, and the check says what to add',
    steps: [
      forks('eva', { 'src/forked.ts': code(2) }),
      async (scene) => {
        scene.stage.github.now = '2027-01-12T19:01:00Z';
        await scene.stage.look(scene.repository, pullFrom(scene, 'forked').number);
      },
    ],
    and: checkOf('forked', 'coverage', 'action_required', 'name: sprintgate-api'),
  },
  {
    that: 'of a fork is judged by the workflow that ran for it',
    steps: [
      forks('eva', { 'src/forked.ts': code(2) }),
      (scene) => {
        const { number } = pullFrom(scene, 'forked');
        return tested({ 'lcov.info': covered('src/forked.ts') }, { as: 'eva' })({ ...scene, pull: { ...scene.pull, number } });
      },
    ],
    and: checkOf('forked', 'coverage', 'success', '100 %'),
  },
  {
    that: 'of a fork whose branch is deleted ends with a verdict',
    steps: [
      forks('eva', { 'src/forked.ts': code(2) }),
      (scene) => {
        scene.stage.github.people.deleteBranch({ repository: `eva/${scene.repository.name}`, as: 'eva', branch: 'forked' });
      },
      async (scene) => {
        scene.stage.github.now = '2027-01-12T19:01:00Z';
        await scene.stage.look(scene.repository, pullFrom(scene, 'forked').number);
      },
    ],
    and: checkOf('forked', 'coverage', 'action_required', 'sprintgate-api'),
  },
  {
    that: 'in the merge queue is judged anew: a report of the pull request’s own head does not count',
    steps: [good, queues],
    checks: { coverage: 'success' },
    and: groupSays('coverage', 'in_progress', '`api`'),
  },
  {
    that: 'in the merge queue passes with the report of the group’s commit',
    steps: [good, queues, groupTested(covered('src/work.ts'))],
    and: groupSays('coverage', 'success', '100 %'),
  },
  {
    that: 'in the merge queue fails where what it is merged with takes it below the floor',
    files: { 'src/old.ts': code(100) },
    steps: [
      tested({ 'lcov.info': lcov({ 'src/old.ts': [100, 100], 'src/work.ts': [2, 2] }) }),
      commitsToMain({ 'src/late.ts': code(40) }),
      queues,
      groupTested(lcov({ 'src/old.ts': [100, 100], 'src/work.ts': [2, 2], 'src/late.ts': [0, 40] })),
    ],
    checks: { coverage: 'success' },
    and: groupSays('coverage', 'failure', 'api 71.83 %', 'Cover 26 more lines'),
  },
  {
    that: 'in the merge queue ends when no evidence comes in time',
    steps: [
      good,
      queues,
      groupTested('', null),
      async ({ stage, repository }) => {
        stage.github.advance(61 * 60_000);
        const sha = repository.queue.at(-1)?.headSha ?? '';
        await stage.app.context.enqueue([{ key: { kind: 'group', repository: repository.id, sha }, priority: 'now' }]);
      },
    ],
    and: groupSays('coverage', 'action_required', 'did not come in time', 'name: sprintgate-api'),
  },
  {
    that: 'that is the base’s own, with nothing changed, still has to be tested',
    pull: { files: { 'docs/notes.md': 'Notes\n' } },
    files: { 'src/old.ts': code(10) },
    steps: [tested(null)],
    checks: { coverage: ['action_required', 'name: sprintgate-api'] },
  },
  { that: 'stays judged when time passes and nothing else happens', steps: [good, itIs('2027-01-14T18:00:00Z')], checks: { coverage: ['success', '100 %'] } },
  {
    that: 'is told in Spanish while it waits',
    config: smallConfig.replace('locale: en', 'locale: es'),
    steps: [tested(null, { conclusion: null })],
    checks: { coverage: ['in_progress', 'Falta por llegar: `api`'] },
  },
  {
    that: 'is told in Spanish when no report came',
    config: smallConfig.replace('locale: en', 'locale: es'),
    steps: [tested(null)],
    checks: { coverage: ['action_required', 'Agregue al workflow', 'name: sprintgate-api'] },
  },
  {
    that: 'is told in Spanish when a change falls short',
    config: smallConfig.replace('locale: en', 'locale: es'),
    steps: [bad],
    checks: { coverage: ['failure', 'Cubra 1 línea más en `src`', '50 %'] },
  },
]);
