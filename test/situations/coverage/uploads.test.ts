import { covered, smallConfig } from '../../support/stage.ts';
import { code, lcov } from '../reports.ts';
import { situations } from '../situation.ts';
import { itIs, says, tested, uploads } from '../steps.ts';
import { finishes, reruns } from '../work-steps.ts';

const shards = smallConfig.replace('uploads: [api]', 'uploads: [one, two]');
const half = { 'lcov.info': 'TN:\nSF:src/work.ts\nDA:1,1\nDA:2,0\nend_of_record\n' };
const otherHalf = { 'lcov.info': 'TN:\nSF:src/work.ts\nDA:1,0\nDA:2,1\nend_of_record\n' };
const whole = { 'lcov.info': covered('src/work.ts') };
const cobertura = `<?xml version="1.0"?><coverage><packages><package name="src"><classes>
<class name="work" filename="src/work.ts"><lines><line number="1" hits="0"/><line number="2" hits="4"/></lines></class></classes></package></packages></coverage>`;

situations('the uploads of a component', [
  {
    that: 'in two shards are merged line by line: what either ran is covered, and a file counts once',
    config: shards,
    steps: [uploads({ 'sprintgate-one': half, 'sprintgate-two': otherHalf })],
    checks: { coverage: ['success', '100 % (2 of 2 lines)'] },
  },
  {
    that: 'are no total while one of them is missing, and it is named',
    config: shards,
    steps: [uploads({ 'sprintgate-one': whole })],
    checks: { coverage: ['in_progress', 'Still to come: `two`'] },
  },
  {
    that: 'may come from two workflows',
    config: shards,
    steps: [uploads({ 'sprintgate-one': half }, { workflow: 'unit.yml' }), uploads({ 'sprintgate-two': otherHalf }, { workflow: 'e2e.yml' })],
    checks: { coverage: ['success', '100 % (2 of 2 lines)'] },
  },
  {
    that: 'that stay incomplete end at the deadline, with what did not come and what to do',
    config: shards,
    steps: [uploads({ 'sprintgate-one': whole }), itIs('2027-01-12T19:01:00Z')],
    checks: { coverage: ['action_required', '`two` did not come in time', 'name: sprintgate-two'] },
  },
  {
    that: 'are waited for as long as the configuration says',
    config: `${smallConfig}coverage: { deadline: 2h }\n`,
    steps: [tested(null, { conclusion: null }), itIs('2027-01-12T19:59:00Z')],
    checks: { coverage: ['in_progress', 'until 2027-01-12'] },
  },
  {
    that: 'of a workflow that does not end are given up at the deadline',
    steps: [tested(null, { conclusion: null }), itIs('2027-01-12T19:01:00Z')],
    checks: { coverage: ['action_required', '`api` did not come in time', 'name: sprintgate-api'] },
  },
  {
    that: 'that come after the deadline count all the same',
    steps: [tested(null, { conclusion: null }), itIs('2027-01-12T19:01:00Z'), finishes({ 'sprintgate-api': whole })],
    checks: { coverage: ['success', '100 %'] },
  },
  {
    that: 'are judged while another workflow runs that brings none of them',
    steps: [tested(whole), uploads({}, { workflow: 'lint.yml', conclusion: null })],
    checks: { coverage: ['success', '100 %'] },
  },
  {
    that: 'of another workflow than the configuration names do not count',
    config: `${smallConfig}evidence: { workflows: [.github/workflows/ci.yml] }\n`,
    steps: [tested(whole, { workflow: 'mine.yml' })],
    checks: { coverage: ['action_required', 'sprintgate-api'] },
  },
  {
    that: 'of another name than the configuration expects do not count',
    steps: [tested(whole, { upload: 'sprintgate-web' }), itIs('2027-01-12T19:01:00Z')],
    checks: { coverage: ['action_required', '`api` did not come in time', 'name: sprintgate-api'] },
  },
  {
    that: 'without the prefix of ours are nobody’s evidence',
    steps: [tested(whole, { upload: 'api' })],
    checks: { coverage: ['action_required', 'name: sprintgate-api'] },
  },
  {
    that: 'of a push to the default branch are not those of the head',
    steps: [tested(whole, { branch: 'main' })],
    checks: { coverage: ['action_required', 'sprintgate-api'] },
  },
  { that: 'of a push to the branch are those of the head', steps: [tested(whole, { branch: 'work' })], checks: { coverage: ['success', '100 %'] } },
  {
    that: 'of another pull request do not count',
    steps: [
      ({ stage, repository }) => void stage.github.people.commit({ repository, as: 'luis', branch: 'other', files: { 'src/work.ts': code(2) } }),
      tested(whole, { branch: 'other' }),
    ],
    checks: { coverage: ['action_required', 'sprintgate-api'] },
  },
  { that: 'count though the workflow failed after them', steps: [tested(whole, { conclusion: 'failure' })], checks: { coverage: ['success', '100 %'] } },
  {
    that: 'of a run that runs again are waited for, whatever the first attempt said',
    steps: [tested(whole), reruns({}, { conclusion: null })],
    checks: { coverage: ['in_progress', 'Still to come: `api`'] },
  },
  {
    that: 'of a second attempt take the place of the first',
    steps: [tested(half), reruns({ 'sprintgate-api': whole })],
    checks: { coverage: ['success', '100 %'] },
  },
  {
    that: 'of a second attempt take the place of the first when they are worse, too',
    steps: [tested(whole), reruns({ 'sprintgate-api': half })],
    checks: { coverage: ['failure', 'api 50 %', 'Cover 1 more line'] },
  },
  {
    that: 'of failed jobs that ran again replace their own, and those of the others stay',
    config: shards,
    steps: [uploads({ 'sprintgate-one': half, 'sprintgate-two': { 'lcov.info': '' } }), reruns({ 'sprintgate-two': otherHalf })],
    checks: { coverage: ['success', '100 % (2 of 2 lines)'] },
  },
  {
    that: 'of two formats are merged by line',
    steps: [tested({ 'lcov.info': half['lcov.info'], 'cobertura.xml': cobertura })],
    checks: { coverage: ['success', '100 % (2 of 2 lines)'] },
  },
  {
    that: 'with one broken report among good ones are no verdict, and it is named',
    steps: [tested({ 'lcov.info': covered('src/work.ts'), 'cobertura.xml': '<coverage><packages>' })],
    checks: { coverage: ['action_required', '`cobertura.xml` could not be read', 'Look at the step that writes `cobertura.xml`'] },
  },
  {
    that: 'that name files by other roots are placed where the configuration says',
    config: `${smallConfig}evidence: { sourceRoots: [src] }\n`,
    steps: [tested({ 'lcov.info': lcov({ 'work.ts': [2, 2] }) })],
    checks: { coverage: ['success', '100 % (2 of 2 lines)'] },
  },
  {
    that: 'are explained on request, worst first',
    steps: [tested(half), says('luis', '/sprintgate explain coverage')],
    checks: { coverage: ['failure', '50 %'] },
  },
]);
