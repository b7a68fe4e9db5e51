import { asksFor, junit } from '../asking.ts';
import { situations } from '../situation.ts';
import { pushes, tested } from '../steps.ts';

const types = asksFor(['tests.api.unit', 'tests.api.integration']);
const pyramid = asksFor(['tests.pyramid']);

/** Reports of tests by type: how many ran, and how many of them failed. */
function ran(counts: Readonly<Record<string, number | readonly [number, number]>>, more: Readonly<Record<string, string>> = {}) {
  const reports = Object.entries(counts).map(([type, count]) => [`${type}.xml`, typeof count === 'number' ? junit(count) : junit(...count)] as const);
  return tested({ ...Object.fromEntries(reports), ...more });
}

situations('the tests that quality asks for', [
  {
    that: 'pass when each type is there and nothing fails',
    ...types,
    steps: [ran({ unit: 5, integration: 2 })],
    checks: { quality: ['success', 'All 2 quality criteria that bind now hold', '5 ran, none failed'] },
  },
  {
    that: 'cannot be judged when a type is missing, and name it',
    ...types,
    steps: [ran({ unit: 5 })],
    checks: { quality: ['action_required', 'Integration tests of api: no report was found', 'upload the report (`test-type: integration`, `component: api`)'] },
  },
  {
    that: 'fail with one failing test, and name its report',
    ...types,
    steps: [ran({ unit: [5, 1], integration: 2 })],
    checks: { quality: ['failure', '1 of 5 failed (`unit.xml`)', 'Mend the failing tests: Unit tests of api.'] },
  },
  {
    that: 'fail with one failing test, said in Spanish',
    ...asksFor(['tests.api.unit'], { locale: 'es' }),
    steps: [ran({ unit: [5, 2] })],
    checks: { quality: ['failure', 'No pasa', 'Fallaron 2 de 5 (`unit.xml`)', 'Corrija lo que falla'] },
  },
  {
    that: 'cannot be judged by a report of no known type, and show the line to write',
    ...types,
    steps: [ran({ unit: 5 }, { 'results/junit.xml': junit(3) })],
    checks: { quality: ['action_required', '3 tests of no known type ran', '`- { files: ["results/junit.xml"], type: integration, component: api }`'] },
  },
  {
    that: 'are no pass where the report shows that none ran',
    ...types,
    steps: [ran({ unit: 0, integration: 2 })],
    checks: { quality: ['action_required', 'the report `unit.xml` holds no results', 'Mend the step that writes `unit.xml`'] },
  },
  {
    that: 'are waited for while their workflow runs, with an end',
    ...types,
    steps: [tested(null, { conclusion: null })],
    checks: { quality: ['in_progress', 'is still running', /without a report by .* this becomes “cannot be evaluated”/] },
  },
  {
    that: 'do not count for the next commit',
    ...types,
    steps: [ran({ unit: 5, integration: 2 }), pushes({ 'src/more.ts': 'export const c = 3;\n' }), tested(null)],
    checks: { quality: ['action_required', 'no report was found', 'Let a workflow of this commit upload the report'] },
  },
  {
    that: 'turn green when the failed job runs again and passes',
    ...types,
    steps: [ran({ unit: [5, 1], integration: 2 }), ran({ unit: 5, integration: 2 })],
    checks: { quality: 'success' },
  },
  {
    that: 'pass in the shape of the pyramid',
    ...pyramid,
    steps: [ran({ unit: 50, component: 30, integration: 15, e2e: 5 })],
    checks: { quality: ['success', 'All 5 parts hold'] },
  },
  {
    that: 'may leave the pyramid by exactly ten points',
    ...pyramid,
    steps: [ran({ unit: 60, component: 20, integration: 15, e2e: 5 })],
    checks: { quality: ['success', 'The level that is furthest off is 10 points away from its share; up to 10 are allowed'] },
  },
  {
    that: 'fail when they leave the pyramid by eleven points',
    ...pyramid,
    steps: [ran({ unit: 61, component: 19, integration: 15, e2e: 5 })],
    checks: {
      quality: [
        'failure',
        'Component tests are 19 % of those that ran; the pyramid has 30 %, give or take 10 points',
        'Add tests where there are too few: Component (19 % of 30 %).',
      ],
    },
  },
  {
    that: 'cannot be judged while a level of the pyramid is missing',
    ...pyramid,
    steps: [ran({ unit: 60, component: 25, integration: 15 })],
    checks: { quality: ['action_required', 'E2E tests: no report was found', 'upload the report (`test-type: e2e`)', 'Shape of the test pyramid'] },
  },
]);
