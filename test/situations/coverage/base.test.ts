import { smallConfig } from '../../support/stage.ts';
import { code, lcov, type Lines } from '../reports.ts';
import { situations } from '../situation.ts';
import { commitsToMain, itIs, says, uploads } from '../steps.ts';
import { finishes } from '../work-steps.ts';

const low = 'api: { kind: infrastructure, paths: ["src/**"], uploads: [api] }';
const config = (settings: string) => smallConfig.replace('api: { kind: api, paths: ["src/**"], uploads: [api] }', low).concat(`coverage: { ${settings} }\n`);
const files = { 'src/old.ts': code(100) };
const pull = { files: { 'src/new.ts': code(100) } };

const onBase = (lines: Lines) => uploads({ 'sprintgate-api': { 'lcov.info': lcov(lines) } }, { branch: 'main' });
const onHead = (lines: Lines) => uploads({ 'sprintgate-api': { 'lcov.info': lcov(lines) } });

situations('coverage against the base', [
  {
    that: 'may fall by as much as the threshold allows',
    config: config('threshold: 2'),
    files,
    pull,
    steps: [onBase({ 'src/old.ts': [100, 100] }), onHead({ 'src/old.ts': [100, 100], 'src/new.ts': [96, 100] })],
    checks: { coverage: ['success', 'at the base 100 %', '−2 points', 'a drop of 2 is allowed'] },
  },
  {
    that: 'may not fall by more, and the check says how many lines are missing',
    config: config('threshold: 2'),
    files,
    pull,
    steps: [onBase({ 'src/old.ts': [100, 100] }), onHead({ 'src/old.ts': [100, 100], 'src/new.ts': [95, 100] })],
    checks: { coverage: ['failure', '−2.50 points', 'Cover 1 more line'] },
  },
  {
    that: 'may not fall at all where the threshold is 0',
    config: config('threshold: 0'),
    files,
    pull,
    steps: [onBase({ 'src/old.ts': [100, 100] }), onHead({ 'src/old.ts': [100, 100], 'src/new.ts': [99, 100] })],
    checks: { coverage: ['failure', 'no drop is allowed', 'Cover 1 more line'] },
  },
  {
    that: 'is only shown where the threshold is 100',
    config: config('threshold: 100'),
    files,
    pull,
    steps: [onBase({ 'src/old.ts': [100, 100] }), onHead({ 'src/old.ts': [100, 100], 'src/new.ts': [80, 100] })],
    checks: { coverage: ['success', '−10'] },
  },
  {
    that: 'is not compared where nothing is said of it',
    config: config('smallChange: 20'),
    files,
    pull,
    steps: [onHead({ 'src/old.ts': [100, 100], 'src/new.ts': [80, 100] })],
    checks: { coverage: ['success', '90 %'] },
  },
  {
    that: 'that is worse only because covered code was removed is not held against the author',
    config: config('threshold: 0'),
    files: { 'src/old.ts': code(100), 'src/gone.ts': code(100) },
    pull: { files: { 'src/gone.ts': null } },
    steps: [onBase({ 'src/old.ts': [88, 100], 'src/gone.ts': [100, 100] }), onHead({ 'src/old.ts': [88, 100] })],
    checks: { coverage: ['success', '−6 points', 'only because code was removed'] },
  },
  {
    that: 'is held against the author where uncovered code came in place of what was removed',
    config: config('threshold: 0'),
    files: { 'src/old.ts': code(100), 'src/gone.ts': code(100) },
    pull: { files: { 'src/gone.ts': null, 'src/new.ts': code(8) } },
    steps: [onBase({ 'src/old.ts': [88, 100], 'src/gone.ts': [100, 100] }), onHead({ 'src/old.ts': [88, 100], 'src/new.ts': [7, 8] })],
    checks: { coverage: ['failure', 'no drop is allowed', 'Cover'] },
  },
  {
    that: 'waits while the base is still tested',
    config: config('threshold: 1'),
    files,
    pull,
    steps: [uploads({}, { branch: 'main', workflow: 'base.yml', conclusion: null }), onHead({ 'src/old.ts': [100, 100], 'src/new.ts': [100, 100] })],
    checks: { coverage: ['in_progress', 'Of the base'] },
  },
  {
    that: 'is compared once the base was tested and the pull request is looked at again',
    config: config('threshold: 1'),
    files,
    pull,
    steps: [
      uploads({}, { branch: 'main', workflow: 'base.yml', conclusion: null }),
      onHead({ 'src/old.ts': [100, 100], 'src/new.ts': [100, 100] }),
      finishes({ 'sprintgate-api': { 'lcov.info': lcov({ 'src/old.ts': [100, 100] }) } }, { workflow: 'base.yml' }),
      says('luis', '/sprintgate recheck'),
    ],
    checks: { coverage: ['success', '±0'] },
  },
  {
    that: 'cannot be told where the base was never tested, and the workflow to add is named',
    config: config('threshold: 1'),
    files,
    pull,
    steps: [onHead({ 'src/old.ts': [100, 100], 'src/new.ts': [100, 100] })],
    checks: { coverage: ['action_required', 'Of the base, commit', 'on: { push: { branches: [main] } }'] },
  },
  {
    that: 'cannot be told where the report of the base is broken',
    config: config('threshold: 1'),
    files,
    pull,
    steps: [uploads({ 'sprintgate-api': { 'lcov.info': '' } }, { branch: 'main' }), onHead({ 'src/old.ts': [100, 100], 'src/new.ts': [100, 100] })],
    checks: { coverage: ['action_required', 'Of the base, commit', 'is empty'] },
  },
  {
    that: 'is that of where the branch left it: what the base gained since is not compared',
    config: config('threshold: 0'),
    files,
    pull,
    steps: [
      onBase({ 'src/old.ts': [90, 100] }),
      commitsToMain({ 'test/old.test.ts': code(3) }),
      onBase({ 'src/old.ts': [100, 100] }),
      onHead({ 'src/old.ts': [90, 100], 'src/new.ts': [90, 100] }),
    ],
    checks: { coverage: ['success', 'at the base 90 %'] },
  },
  {
    that: 'does not judge a component that the base did not have',
    config: config('threshold: 0'),
    pull,
    steps: [uploads({}, { branch: 'main' }), onHead({ 'src/new.ts': [90, 100] })],
    checks: { coverage: ['success', 'The base has no source code here yet'] },
  },
]);

const parts = smallConfig
  .replace(
    'api: { kind: api, paths: ["src/**"], uploads: [api] }',
    'api: { kind: api, paths: ["src/api/**"], uploads: [api] }\n  web: { kind: api, paths: ["src/web/**"], uploads: [web] }',
  )
  .concat('coverage: { carryForward: { days: 7, commits: 2 } }\n');
const both = { 'src/api/a.ts': code(50), 'src/web/w.ts': code(50) };
const inApi = { files: { 'src/api/b.ts': code(50) } };
const web = (hit: number) => uploads({ 'sprintgate-web': { 'lcov.info': lcov({ 'src/web/w.ts': [hit, 50] }) } }, { branch: 'main', workflow: 'web.yml' });
const api = uploads({ 'sprintgate-api': { 'lcov.info': lcov({ 'src/api/a.ts': [50, 50], 'src/api/b.ts': [50, 50] }) } }, { workflow: 'api.yml' });

situations('evidence that is carried forward', [
  {
    that: 'stands in for a component that the change does not touch, with its source and age',
    config: parts,
    files: both,
    pull: inApi,
    steps: [web(50), api],
    checks: { coverage: ['success', /carried from `[0-9a-f]{7}`, 0 commits and less than a day old/] },
  },
  {
    that: 'is held to the floor as any other',
    config: parts,
    files: both,
    pull: inApi,
    steps: [web(44), api],
    checks: { coverage: ['failure', 'web 88 %', 'at least 90 %', 'Carried from'] },
  },
  {
    that: 'counts no more on the day after its last',
    config: parts,
    files: both,
    pull: inApi,
    steps: [web(50), api, itIs('2027-01-19T18:01:00Z')],
    checks: { coverage: ['action_required', 'within 2 commits and 7 days no commit of the base', 'name: sprintgate-web'] },
  },
  {
    that: 'does not stand in for a component that the change touches, by a deleted file too',
    config: parts,
    files: { ...both, 'src/web/gone.ts': code(2) },
    pull: { files: { 'src/web/gone.ts': null } },
    steps: [web(50), uploads({ 'sprintgate-api': { 'lcov.info': lcov({ 'src/api/a.ts': [50, 50] }) } }, { workflow: 'api.yml' }), itIs('2027-01-12T19:01:00Z')],
    checks: { coverage: ['action_required', 'the change touches `src/web/gone.ts`'] },
  },
  {
    that: 'does not stand in where the head’s own upload was refused',
    config: parts,
    files: both,
    pull: inApi,
    steps: [
      web(50),
      api,
      ({ stage, repository, pull: { number } }) =>
        void stage.github.people.runWorkflow({
          repository,
          as: 'luis',
          path: '.github/workflows/web.yml',
          pull: number,
          artifacts: [{ name: 'sprintgate-web', files: {}, zip: Buffer.from('not a zip') }],
        }),
    ],
    checks: { coverage: ['action_required', 'The artifact `sprintgate-web` was refused'] },
  },
  {
    that: 'is replaced by what the head brings itself, also when that is worse',
    config: parts,
    files: both,
    pull: inApi,
    steps: [web(50), api, uploads({ 'sprintgate-web': { 'lcov.info': lcov({ 'src/web/w.ts': [40, 50] }) } }, { workflow: 'web.yml' })],
    checks: { coverage: ['failure', 'web 80 %', 'Cover 5 more lines'] },
  },
]);
