import { smallConfig } from '../../support/stage.ts';
import { forges, posted, signedConfig } from '../policy-steps.ts';
import { situations } from '../situation.ts';
import { itIs, labels, says } from '../steps.ts';

const release = { branch: 'release/1', files: { 'CHANGELOG.md': '# 1\n' } };
const frozen = (from: string, to: string) => `${smallConfig}freeze: [ { from: ${from}, to: ${to}, reason: closing of the books } ]\n`;

situations('the policy of a pull request, held or frozen,', [
  {
    that: 'fails while an authority holds it, with the reason and how it is let go',
    config: signedConfig,
    steps: [says('ana', '/sprintgate hold wait for the legal opinion')],
    checks: { policy: ['failure', 'wait for the legal opinion', '/sprintgate unhold'] },
  },
  {
    that: 'passes again when the hold is lifted',
    config: signedConfig,
    steps: [says('ana', '/sprintgate hold wait for the legal opinion'), says('ana', '/sprintgate unhold the opinion is in')],
    checks: { policy: 'success' },
  },
  {
    that: 'is not held by somebody without authority',
    config: signedConfig,
    steps: [says('luis', '/sprintgate hold no')],
    checks: { policy: ['success', 'Nobody holds it.'] },
  },
  {
    that: 'is not let go by its author',
    config: signedConfig,
    steps: [says('ana', '/sprintgate hold wait'), says('luis', '/sprintgate unhold')],
    checks: { policy: ['failure', 'Held by'] },
  },
  {
    that: 'queda retenido también en español',
    config: signedConfig.replace('locale: en', 'locale: es'),
    steps: [says('ana', '/sprintgate retener falta la opinión legal')],
    checks: { policy: ['failure', 'Retenido por', 'falta la opinión legal', 'Lo libera con'] },
  },
  {
    that: 'of a release fails in a freeze, and says until when and how an exception is had',
    config: frozen('2027-01-10', '2027-01-15'),
    pull: release,
    checks: { policy: ['failure', 'from 2027-01-10 to 2027-01-15: closing of the books', 'Wait until 2027-01-15 is over', 'freeze-exception'] },
  },
  {
    that: 'of a release passes by itself on the day after the freeze',
    config: frozen('2027-01-10', '2027-01-15'),
    pull: release,
    steps: [itIs('2027-01-16T12:00:00Z')],
    checks: { policy: 'success' },
  },
  { that: 'of ordinary work passes in a freeze', config: frozen('2027-01-10', '2027-01-15'), checks: { policy: 'success' } },
  {
    that: 'of a release passes a freeze with the label and an authority’s waiver, and says so',
    config: frozen('2027-01-10', '2027-01-15'),
    pull: release,
    steps: [labels('freeze-exception'), says('ana', '/sprintgate waive freeze until 2027-01-14 it mends the payments')],
    checks: { policy: ['success', 'it mends the payments'] },
  },
  {
    that: 'says beforehand when the next freeze is',
    config: frozen('2027-01-20', '2027-01-25'),
    pull: release,
    checks: { policy: ['success', 'the next one is from 2027-01-20 to 2027-01-25'] },
  },
  {
    that: 'posts a check anew that somebody else overwrote',
    config: signedConfig,
    steps: forges,
    checks: { coverage: 'action_required' },
    and: posted('coverage', 'action_required', 'success', 'action_required'),
  },
]);
