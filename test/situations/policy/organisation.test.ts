import { changes, configFile, leavesNothingOf, organisation, signedConfig } from '../policy-steps.ts';
import { situations } from '../situation.ts';
import { commitsToMain, pushes, says, trouble } from '../steps.ts';

const weaker = `${signedConfig}coverage: { total: 80 }\n`;
const approves = (as: string) => says(as, '/sprintgate approve config');
const again = says('ana', '/sprintgate recheck');
const byCompliance = organisation('weakeningBy: compliance\nauthorities: { compliance: { users: [carla] } }\n');

situations('the policy under the organisation’s file', [
  {
    that: 'keeps what the organisation locked, and says that the repository’s value has no effect',
    config: signedConfig,
    steps: [organisation('tier: 2\nlocked: [tier]\n'), again],
    checks: { policy: ['success', 'tier is locked by the organisation, whose value stays; remove it here'] },
  },
  {
    that: 'refuses a file that asks for less where the organisation forbids it',
    config: `${signedConfig}coverage: { total: 60 }\n`,
    steps: [organisation('forbid: weakening\n'), again],
    checks: { policy: ['action_required', 'The organisation forbids weakening; write the stricter value or remove it'] },
    and: leavesNothingOf('policy', 'In force'),
  },
  {
    that: 'has weaker demands approved by whom the organisation names, and by nobody else',
    ...changes(weaker),
    steps: [byCompliance, again, approves('ana')],
    checks: { policy: ['failure', 'carla'] },
  },
  {
    that: 'keeps the organisation’s last good version while GitHub says that its file is not there',
    ...changes(weaker),
    steps: [byCompliance, again, trouble({ kind: 'refuse', status: 404, where: '/repos/acme/.github/', times: 100 }), again, approves('ana')],
    checks: { policy: ['failure', 'carla'] },
  },
  {
    that: 'keeps the organisation’s last good version when the file comes to have errors, and tells them',
    ...changes(weaker),
    steps: [byCompliance, again, organisation('locked: [teir]\n'), again, approves('ana')],
    checks: { policy: ['failure', 'carla', 'locked\\[0\\] is "teir"'] },
  },
]);

situations('the policy under an organisation’s file that was never good', [
  {
    that: 'cannot be judged, and names the line',
    config: null,
    steps: [organisation('locked: [teir]\n'), commitsToMain({ [configFile]: signedConfig }), pushes({ 'docs/a.md': 'A\n' })],
    checks: { policy: ['action_required', 'teir'], coverage: 'action_required' },
  },
]);
