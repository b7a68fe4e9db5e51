import { covered } from '../support/stage.ts';
import { pushes, tested } from './steps.ts';
import { situations } from './situation.ts';

const two = 'export const a = 1;\nexport const b = 2;\n';
const half = 'TN:\nSF:src/work.ts\nDA:1,1\nDA:2,0\nLF:2\nLH:1\nend_of_record\n';

situations(
  'coverage of a pull request',
  [
    { that: 'whose lines are all covered passes', steps: [tested({ 'lcov.info': covered('src/work.ts') })], checks: { coverage: 'success' } },
    { that: 'waits while its tests run', steps: [tested(null, { conclusion: null })], checks: { coverage: ['in_progress', 'api'] } },
    {
      that: 'fails below the floor of its component, and says how many lines are missing',
      steps: [tested({ 'lcov.info': half })],
      checks: { coverage: ['failure', '50 %', 'Cover 1 more line'] },
    },
    {
      that: 'is judged anew for a new commit: a report of the old one does not count',
      steps: [tested({ 'lcov.info': covered('src/work.ts') }), pushes({ 'src/more.ts': two }), tested(null)],
      checks: { coverage: ['action_required', 'sprintgate-api'] },
    },
  ],
  { compareLooks: true },
);
