import { expect } from 'vitest';
import { covered, smallConfig } from '../support/stage.ts';
import { commitsToMain, says, tested, trouble } from './steps.ts';
import { type Scene, type Situation, situations } from './situation.ts';

const good = tested({ 'lcov.info': covered('src/work.ts') });
const config = '.github/sprintgate.yml';
const closed = ['failure', 'action_required', 'in_progress'];

/** None of our checks on the head says success, whatever else it says; the gates that are off say nothing. */
function nothingOpens(...gates: readonly string[]) {
  return ({ stage, repository, pull }: Scene) => {
    for (const gate of gates)
      expect(closed, `${gate} of ${repository.name}`).toContain(stage.check(repository, pull.pull.headSha, gate)?.conclusion ?? 'in_progress');
  };
}

const table: readonly Situation[] = [
  { that: 'no report', steps: [tested({ 'notes.txt': 'nothing here' })], checks: { coverage: ['action_required', 'sprintgate-api'] } },
  { that: 'no upload at all after the workflows ended', steps: [tested(null)], checks: { coverage: ['action_required', 'sprintgate-api'] } },
  { that: 'an empty report', steps: [tested({ 'lcov.info': '' })], checks: { coverage: 'action_required' } },
  { that: 'a report that names no line', steps: [tested({ 'lcov.info': 'TN:\nSF:src/work.ts\nend_of_record\n' })], checks: { coverage: 'action_required' } },
  { that: 'a report of other files', steps: [tested({ 'lcov.info': covered('src/other.ts') })], checks: { coverage: 'action_required' } },
  {
    that: 'a cut report',
    steps: [tested({ 'cobertura.xml': '<?xml version="1.0"?><coverage line-rate="1"><packages><package>' })],
    checks: { coverage: 'action_required' },
  },
  {
    that: 'a report whose parser gives up',
    steps: [tested({ 'jacoco.xml': `<report name="x">${'<group name="g">'.repeat(20_000)}` })],
    checks: { coverage: 'action_required' },
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
    checks: { coverage: 'action_required' },
  },
  { that: 'a workflow that failed before it uploaded', steps: [tested(null, { conclusion: 'failure' })], checks: { coverage: 'action_required' } },
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
    checks: { coverage: ['action_required', config], policy: 'action_required', readiness: 'action_required', checkpoint: 'action_required' },
  },
  {
    that: 'a configuration that is no YAML',
    config: 'a: [1\n',
    steps: [good],
    checks: { coverage: ['action_required', `${config}:`], policy: 'action_required' },
  },
  { that: 'an empty configuration', config: '', steps: [good], checks: { coverage: 'action_required', policy: 'action_required' } },
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
  { that: 'no components', config: smallConfig.replace(/components:\n.*\n/, ''), steps: [good], checks: { coverage: 'action_required' } },
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
    checks: { coverage: 'success' },
  },
];

situations('nothing opens by absence:', table);
