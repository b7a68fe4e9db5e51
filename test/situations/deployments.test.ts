import { smallConfig } from '../support/stage.ts';
import { asksFor } from './asking.ts';
import { deploys, incident, later, stands } from './deployment-steps.ts';
import { type Situation, situations } from './situation.ts';
import { commitsToMain, labels, says } from './steps.ts';

const documents = { files: { 'docs/one.md': 'One\n' } };
const by = (lines: string): Pick<Situation, 'config' | 'pull'> => ({ config: smallConfig + lines, pull: documents });
const policy = 'environments: { production: policy, alpha: pilot-alpha }\n';
const readiness = 'environments: { production: readiness }\n';
const pilot = asksFor(['risk.register'], { nothingElse: true, settings: policy, files: { 'docs/risks/register.md': '# Risks\n' } });

const frozen = (to: string) => `freeze: [ { from: 2027-01-01, to: ${to}, reason: closing of the books } ]\n`;
const untilDay = (day: number) => commitsToMain({ '.github/sprintgate.yml': smallConfig + policy + frozen(`2027-06-${String(day).padStart(2, '0')}`) });
const labelled = by(`${policy}freezeLabel: incident\n`);
const waiver = says('ana', '/sprintgate waive freeze until 2027-01-20 it mends the payments');

situations('a deployment', [
  { that: 'is approved when what its environment waits for passes', ...by(policy), steps: deploys(), and: stands('approved', 0, '**Approved.**') },
  {
    that: 'waits for readiness, and says what is missing and who acts',
    ...by(readiness),
    steps: deploys(),
    and: stands('waiting', 1, 'Not ready for Release', '→'),
  },
  {
    that: 'espera y lo dice en español',
    config: smallConfig.replace('locale: en', 'locale: es') + readiness,
    pull: documents,
    steps: deploys(),
    and: stands('waiting', 1, '**En espera.** No está listo'),
  },
  { that: 'to a pilot phase is approved when that phase is ready', ...pilot, pull: documents, steps: deploys('alpha'), and: stands('approved', 0, 'Alpha') },
  { that: 'to a pilot phase waits while it is not ready', ...by(policy), steps: deploys('alpha'), and: stands('waiting', 1, 'Not ready for Alpha') },
  {
    that: 'to an environment that nobody mapped waits, and says where to name it',
    ...by(''),
    steps: deploys(),
    and: stands('waiting', 1, 'Nothing says what `production` waits for', 'Name it under `environments`'),
  },
  {
    that: 'without a good configuration waits',
    config: 'playbook: nowhere@9\n',
    pull: documents,
    steps: deploys(),
    and: stands('waiting', 1, 'ninguna versión fue válida', 'Corrija `.github/sprintgate.yml`'),
  },
  {
    that: 'is rejected by an authority, with the reason, whatever its gate says',
    ...by(readiness),
    steps: [...deploys(), says('ana', '/sprintgate reject deployment production the migration is not ready')],
    and: stands('rejected', 1, '**Rejected** by', 'the migration is not ready'),
  },
  {
    that: 'is not rejected by somebody without authority',
    ...by(readiness),
    steps: [...deploys(), says('luis', '/sprintgate reject deployment production I do not like it')],
    and: stands('waiting', 1),
  },
  {
    that: 'is rejected at once where the configuration says so',
    ...by(`${readiness}deployments: { onFail: reject }\n`),
    steps: deploys(),
    and: stands('rejected', 0, '**Rejected.**', 'Not ready for Release'),
  },
  {
    that: 'is not rejected at once for what cannot be known',
    ...by('environments: { production: coverage }\ndeployments: { onFail: reject }\n'),
    pull: {},
    steps: deploys(),
    and: stands('waiting', 1),
  },
  {
    that: 'says when it will be rejected',
    ...by(`${readiness}deployments: { rejectAfter: 7d }\n`),
    steps: deploys(),
    and: stands('waiting', 1, /It is rejected at 2027-01-19/),
  },
  {
    that: 'is rejected when it waited too long',
    ...by(`${readiness}deployments: { rejectAfter: 7d }\n`),
    steps: [...deploys(), later('2027-01-19T18:00:01Z')],
    and: stands('rejected', 1, 'deployments.rejectAfter'),
  },
  {
    that: 'still waits a minute before its time is over',
    ...by(`${readiness}deployments: { rejectAfter: 7d }\n`),
    steps: [...deploys(), later('2027-01-19T17:59:00Z')],
    and: stands('waiting', 1),
  },
  {
    that: 'waits through a freeze by date',
    ...by(policy + frozen('2027-01-15')),
    steps: deploys(),
    and: stands('waiting', 1, 'closing of the books', 'Wait until 2027-01-15 is over'),
  },
  {
    that: 'goes on by itself on the day after a freeze',
    ...by(policy + frozen('2027-01-15')),
    steps: [...deploys(), later('2027-01-16T12:00:00Z')],
    and: stands('approved', 1),
  },
  {
    that: 'waits while an issue freezes, and names it',
    ...labelled,
    steps: [incident('open'), ...deploys()],
    and: stands('waiting', 1, 'are frozen by', 'Payments are down', 'is closed'),
  },
  { that: 'goes on when the issue that froze is closed', ...labelled, steps: [incident('open'), ...deploys(), incident('closed')], and: stands('approved', 1) },
  {
    that: 'goes through a freeze with the label and an authority’s waiver',
    ...labelled,
    steps: [incident('open'), labels('freeze-exception'), waiver, ...deploys()],
    and: stands('approved', 0),
  },
  {
    that: 'does not go through a freeze by the label alone',
    ...labelled,
    steps: [incident('open'), labels('freeze-exception'), ...deploys()],
    and: stands('waiting', 1, 'Payments are down'),
  },
  {
    that: 'does not go through a freeze by a waiver without the label',
    ...labelled,
    steps: [incident('open'), waiver, ...deploys()],
    and: stands('waiting', 1, 'Payments are down'),
  },
  {
    that: 'gets no second note while nothing changes',
    ...by(readiness),
    steps: [...deploys(), later('2027-01-12T19:00:00Z'), later('2027-01-12T20:00:00Z')],
    and: stands('waiting', 1),
  },
  {
    that: 'gets nine notes at most, the last of ten kept back for the decision',
    ...by(policy + frozen('2027-06-01')),
    steps: [...deploys(), ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(untilDay)],
    and: stands('waiting', 9, 'the last note before the decision'),
  },
  {
    that: 'waits on when GitHub has trouble with the decision, and is approved at the next look',
    ...by(policy),
    steps: [
      ({ stage }) => stage.github.faults.add({ kind: 'refuse', status: 502, where: '/deployment_protection_rule', times: 1 }),
      ...deploys(),
      later('2027-01-12T18:10:00Z'),
    ],
    and: stands('approved', 0),
  },
]);
