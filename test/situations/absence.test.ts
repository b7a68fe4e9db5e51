import { expect } from 'vitest';
import { covered, smallConfig } from '../support/stage.ts';
import { asksFor } from './asking.ts';
import { decidedVerdicts } from './decided-verdicts.ts';
import { databaseRefuses } from './store-steps.ts';
import { commitsToMain, says, tested, trouble } from './steps.ts';
import { type Scene, type Situation, situations } from './situation.ts';

const good = tested({ 'lcov.info': covered('src/work.ts') });
const half = 'TN:\nSF:src/work.ts\nDA:1,1\nDA:2,0\nend_of_record\n';
const config = '.github/sprintgate.yml';
const playbook = '.github/playbook.yml';
const own = smallConfig.replace('construir@1', `./${playbook}`);
const closed = ['failure', 'action_required', 'in_progress'];

/** None of our checks on the head says success, whatever else it says; the gates that are off say nothing. */
function nothingOpens(...gates: readonly string[]) {
  return ({ stage, repository, pull }: Scene) => {
    for (const gate of gates)
      expect(closed, `${gate} of ${repository.name}`).toContain(stage.check(repository, pull.pull.headSha, gate)?.conclusion ?? 'in_progress');
  };
}

/** No pass of coverage was ever decided, not even for a moment. */
async function neverPassed({ stage, repository }: Scene) {
  expect(await decidedVerdicts(stage, repository, 'coverage')).not.toContain('pass');
}

const table: readonly Situation[] = [
  { that: 'no report', steps: [tested({ 'notes.txt': 'nothing here' })], checks: { coverage: ['action_required', 'sprintgate-api'] } },
  { that: 'no upload at all after the workflows ended', steps: [tested(null)], checks: { coverage: ['action_required', 'sprintgate-api'] } },
  {
    that: 'an empty report',
    steps: [tested({ 'lcov.info': '' })],
    checks: { coverage: ['action_required', '`lcov.info` is empty: it proves nothing', 'run the workflow again'] },
  },
  {
    that: 'a report that names no line',
    steps: [tested({ 'lcov.info': 'TN:\nSF:src/work.ts\nend_of_record\n' })],
    checks: { coverage: ['action_required', '`lcov.info` is empty'] },
  },
  {
    that: 'a report of other files',
    steps: [tested({ 'lcov.info': covered('src/other.ts') })],
    checks: { coverage: ['action_required', 'No report mentions the one source file of `api`', 'Have `src/work.ts` measured'] },
  },
  {
    that: 'a cut report',
    steps: [tested({ 'cobertura.xml': '<?xml version="1.0"?><coverage line-rate="1"><packages><package>' })],
    checks: { coverage: ['action_required', '`cobertura.xml` could not be read', 'Look at the step that writes `cobertura.xml`'] },
  },
  {
    that: 'a report whose parser gives up',
    steps: [tested({ 'jacoco.xml': `<report name="x">${'<group name="g">'.repeat(20_000)}` })],
    checks: { coverage: ['action_required', '`jacoco.xml` could not be read', 'Look at the step that writes `jacoco.xml`'] },
  },
  {
    that: 'an upload that is no archive',
    steps: [
      ({ stage, repository, pull }) =>
        void stage.github.people.runWorkflow({
          repository,
          as: 'luis',
          path: '.github/workflows/ci.yml',
          pull: pull.number,
          jobs: ['test'],
          artifacts: [{ name: 'sprintgate-api', files: {}, zip: Buffer.from('not a zip') }],
        }),
    ],
    checks: { coverage: ['action_required', 'The artifact `sprintgate-api` was refused', 'Mend the cause'] },
  },
  {
    that: 'a workflow that failed before it uploaded',
    steps: [tested(null, { conclusion: 'failure' })],
    checks: { coverage: ['action_required', 'name: sprintgate-api'] },
  },
  {
    that: 'no base to hold the change against',
    config: `${smallConfig}coverage: { threshold: 1 }\n`,
    files: { 'src/old.ts': 'export const old = 1;\nexport const older = 2;\n' },
    steps: [tested({ 'lcov.info': covered('src/work.ts', 'src/old.ts') })],
    checks: { coverage: ['action_required', /base/] },
  },
  { that: 'no configuration', config: null, steps: [good], checks: { coverage: 'nothing', policy: 'nothing' } },
  {
    that: 'a configuration that was never good',
    config: 'playbook: construir@1\ntier: 9\n',
    steps: [good],
    checks: {
      coverage: ['action_required', config],
      policy: ['action_required', `${config}:2`, 'tier'],
      readiness: 'action_required',
      checkpoint: 'action_required',
    },
  },
  {
    that: 'a configuration that is no YAML',
    config: 'a: [1\n',
    steps: [good],
    checks: { coverage: ['action_required', `${config}:`], policy: 'action_required' },
  },
  { that: 'an empty configuration', config: '', steps: [good], checks: { coverage: ['action_required', config], policy: ['action_required', config] } },
  {
    that: 'a configuration that breaks later: the last good one stays, and the check says so',
    steps: [commitsToMain({ [config]: 'tier: [' }), says('luis', '/sprintgate recheck')],
    checks: { policy: ['failure', config] },
    and: nothingOpens('coverage'),
  },
  {
    that: 'a configuration that is deleted',
    steps: [commitsToMain({ [config]: null }), says('luis', '/sprintgate recheck')],
    and: nothingOpens('coverage', 'policy'),
  },
  {
    that: 'an unknown playbook',
    config: smallConfig.replace('construir@1', 'demoler@7'),
    steps: [good],
    checks: { coverage: ['action_required', 'demoler@7'], policy: 'action_required' },
  },
  {
    that: 'a component of an unknown kind',
    config: smallConfig.replace('kind: api', 'kind: teapot'),
    steps: [good],
    checks: { coverage: ['action_required', 'teapot'], policy: 'action_required' },
  },
  {
    that: 'no components',
    config: smallConfig.replace(/components:\n.*\n/, ''),
    steps: [good],
    checks: { coverage: ['action_required', 'names no component', 'Write `components`'] },
  },
  {
    that: 'an authority whose team is gone',
    config: smallConfig.replace('architecture-review: { users: [ana] }', 'architecture-review: { teams: [acme/gone] }'),
    steps: [says('ana', '/sprintgate approve architecture-review')],
    and: async ({ stage, repository, pull }) => {
      const said = [...repository.comments.values()]
        .filter(({ issueNumber }) => issueNumber === pull.number)
        .map(({ body }) => body)
        .join('\n');
      expect(said).toContain('acme/gone');
      expect((await stage.ledger(repository)).some(({ payload }) => JSON.stringify(payload).includes('"kind":"approve"'))).toBe(false);
    },
  },
  {
    that: 'a list of files that GitHub does not give',
    steps: [trouble({ kind: 'refuse', status: 502, where: '/files', times: 2 }), good],
    checks: { coverage: ['success', '100 %'] },
  },
  {
    that: 'a deleted playbook of one’s own: the last good one stays, and the check says so',
    config: own,
    files: { [playbook]: 'extends: construir@1\n' },
    steps: [commitsToMain({ [playbook]: null }), says('luis', '/sprintgate recheck')],
    checks: { policy: ['failure', 'the file of the own playbook is not there', 'put it back'], coverage: 'action_required' },
  },
  {
    that: 'a playbook of one’s own that was never there',
    config: own,
    steps: [good],
    checks: {
      coverage: ['action_required', 'the file of the own playbook is not there', `Mend ${config}`],
      policy: ['action_required', 'put it back'],
      checkpoint: 'action_required',
    },
  },
  {
    that: 'a playbook of one’s own that was never good',
    config: own,
    files: { [playbook]: 'extends: construir@1\ncriteria: [{ id: api.contract, block: s99 }]\n' },
    steps: [good],
    checks: { coverage: ['action_required', 's99', `Mend ${playbook}`], policy: ['action_required', 's99'] },
  },
  {
    that: 'an authority for a checkpoint that does not exist',
    config: smallConfig.replace('  escalation:', '  architekture-review:'),
    steps: [good],
    checks: { coverage: ['action_required', 'architekture-review'], policy: 'action_required' },
  },
  {
    that: 'a sign-off that counts for an unknown component',
    config: `${smallConfig}checkpoints: { architecture-review: { void: on-merge, components: [bakery] } }\n`,
    steps: [good],
    checks: { coverage: ['action_required', 'bakery'], policy: 'action_required' },
  },
  {
    that: 'an upload that no component expects, where the component’s own is missing',
    steps: [tested({ 'lcov.info': covered('src/work.ts') }, { upload: 'sprintgate-bakery' })],
    checks: { coverage: ['in_progress', 'Still to come: `api`'] },
  },
  {
    that: 'no criterion of the quality gate that applies: it says so, and from when one binds',
    ...asksFor(['genai.input-safety']),
    steps: [good],
    checks: { quality: ['success', 'Does not apply: None of the 34 quality criteria binds yet', 'the first does from Sprint 15-16'] },
  },
  {
    that: 'a database that is refused while the decision is kept',
    steps: [databaseRefuses(/into sprintgate\.ledger /, 2), tested({ 'lcov.info': half })],
    checks: { coverage: ['failure', 'Cover 1 more line'] },
    and: neverPassed,
  },
  {
    that: 'a database that is refused while evidence is kept',
    steps: [databaseRefuses(/into sprintgate\.bundles/, 2), tested({ 'lcov.info': half })],
    checks: { coverage: ['failure', 'Cover 1 more line'] },
    and: neverPassed,
  },
  {
    that: 'a database that is refused while decisions of people are read',
    steps: [databaseRefuses(/from sprintgate\.decisions/, 2), tested({ 'lcov.info': half })],
    checks: { coverage: ['failure', 'Cover 1 more line'] },
    and: neverPassed,
  },
  {
    that: 'a database that is refused while the last good configuration is read',
    steps: [commitsToMain({ [config]: 'tier: [' }), databaseRefuses(/from sprintgate\.good_policies/, 2), tested({ 'lcov.info': half })],
    checks: { coverage: ['failure', 'Cover 1 more line'], policy: ['failure', config] },
    and: neverPassed,
  },
];

situations('nothing opens by absence:', table);
