import { smallConfig } from '../../support/stage.ts';
import { annotated, changes, configFile, signedConfig } from '../policy-steps.ts';
import { type Situation, situations } from '../situation.ts';
import { commitsToMain, pushes, says } from '../steps.ts';

const own = '.github/playbook.yml';
const weaker = `${signedConfig}coverage: { total: 80 }\n`;
const lonely = smallConfig.replace('  escalation: { users: [ana] }\n', '');
const always = signedConfig.replace('release: { branches', 'release: { always: [main], branches');
const approves = (as: string) => says(as, '/sprintgate approve config');

/** A repository that follows an own playbook, and a pull request that changes it. */
function follows(before: string, after: string): Pick<Situation, 'config' | 'files' | 'pull'> {
  return { config: signedConfig.replace('construir@1', `./${own}`), files: { [own]: before }, pull: { files: { [own]: after } } };
}

const method = 'extends: construir@1\n';
const license = `${method}criteria:
  - { id: acme.license, category: security, block: s00, target: release, gate: quality, rule: { files: { paths: [LICENSE] } } }
items:
  - { id: s00.acme.license, kind: task, block: s00, parent: s00.block }
texts: { en: { criteria: { acme.license: { title: A license } }, items: { s00.acme.license: { title: Choose a license } } } }
`;

situations('the policy of a pull request', [
  {
    that: 'passes where the configuration is good and nothing holds it',
    config: signedConfig,
    checks: { policy: ['success', 'The configuration is good, and nothing holds this pull request back.'] },
  },
  {
    that: 'that breaks the configuration is told the line, as an annotation',
    ...changes(signedConfig.replace('tier: 4', 'tier: 9')),
    checks: { policy: ['failure', 'its configuration has an error', 'Mend the lines that the annotations name.'] },
    and: annotated(`${configFile}:3`),
  },
  {
    that: 'that misspells a key is told the nearest one',
    ...changes(`${signedConfig}coverge: { total: 90 }\n`),
    checks: { policy: ['failure', 'did you mean coverage?'] },
  },
  {
    that: 'que rompe la configuración se dice en español',
    ...changes(signedConfig.replace('tier: 4', 'tier: 9').replace('locale: en', 'locale: es'), signedConfig.replace('locale: en', 'locale: es')),
    checks: { policy: ['failure', 'su configuración tiene un error', 'Corrija las líneas que señalan las anotaciones.'] },
  },
  {
    that: 'that breaks several lines is told of each',
    ...changes(signedConfig.replace('tier: 4', 'tier: 9').replace('locale: en', 'locale: fr')),
    checks: { policy: ['failure', 'its configuration has 2 errors'] },
    and: annotated(`${configFile}:2`, `${configFile}:3`),
  },
  {
    that: 'that asks for more passes',
    ...changes(`${signedConfig}coverage: { total: 95 }\n`),
    checks: { policy: ['success', 'Can be read without an error.'] },
  },
  {
    that: 'that asks for less waits for the authority of its tier',
    ...changes(weaker),
    checks: { policy: ['failure', 'it asks for less than before in one place', '/sprintgate approve config'] },
  },
  {
    that: 'that asks for less goes on when the authority approves it',
    ...changes(weaker),
    steps: [approves('ana')],
    checks: { policy: ['success', 'approved by'] },
  },
  {
    that: 'that asks for less is not approved by its author',
    ...changes(weaker, signedConfig.replace('self-assessment: { users: [ana] }', 'self-assessment: { users: [ana, luis] }')),
    steps: [approves('luis')],
    checks: { policy: ['failure', 'it asks for less than before'] },
  },
  {
    that: 'that asks for less is not approved by somebody without authority',
    ...changes(weaker),
    steps: [approves('luis')],
    checks: { policy: ['failure', 'asks for less'] },
  },
  {
    that: 'that asks for less needs a new approval after a push',
    ...changes(weaker),
    steps: [approves('ana'), pushes({ [configFile]: `${signedConfig}coverage: { total: 70 }\n` })],
    checks: { policy: ['failure', '/sprintgate approve config'] },
  },
  {
    that: 'that asks for less where nobody may approve it says whom to name',
    ...changes(`${lonely}coverage: { total: 80 }\n`, lonely),
    checks: { policy: ['failure', 'Nobody may approve it: set', 'authorities.self-assessment'] },
  },
  {
    that: 'that adds its author to an authority asks for less',
    ...changes(signedConfig.replace('architecture-review: { users: [ana] }', 'architecture-review: { users: [ana, luis] }')),
    checks: { policy: ['failure', 'asks for less', 'architecture-review'] },
  },
  {
    that: 'that turns a gate to warnings asks for less, said in Spanish',
    ...changes(signedConfig.replace('locale: en', 'locale: es').replace('coverage: block', 'coverage: warn'), signedConfig.replace('locale: en', 'locale: es')),
    checks: { policy: ['failure', 'exige menos que antes', '/sprintgate aprobar config'] },
  },
  {
    that: 'that changes the product shows what becomes of the plan',
    ...changes(signedConfig.replace('product: ml', 'product: both')),
    checks: { policy: ['success', /New: \d+ issues/] },
  },
  {
    that: 'that makes every pull request a release names the open ones that would come out otherwise',
    ...changes(always),
    steps: [
      ({ stage, repository }) => {
        stage.github.people.commit({ repository, as: 'luis', branch: 'other', files: { 'docs/a.md': 'A\n' } });
        stage.github.people.openPull({ repository, as: 'luis', head: 'other' });
      },
      pushes({ [configFile]: `${always}# And no other.\n` }),
    ],
    checks: { policy: ['success', /Would come out otherwise: #\d+/] },
  },
  {
    that: 'that extends the own playbook shows the new issue',
    ...follows(method, license),
    checks: { policy: ['success', 'New: 1 issue (Choose a license).'] },
  },
  {
    that: 'that breaks the own playbook is told the line',
    ...follows(method, `${method}criteria:\n  - { id: api.contract, block: s77 }\n`),
    checks: { policy: ['failure', 's77'] },
    and: annotated(`${own}:3`),
  },
  {
    that: 'that switches a criterion of the method off waits for the authority',
    ...follows(method, `${method}criteria: [ { id: api.contract, off: true } ]\n`),
    checks: { policy: ['failure', 'a criterion switched off: api.contract', '/sprintgate approve config'] },
  },
  {
    that: 'fails while the own playbook is deleted: the last good one stays in force',
    ...follows(license, license),
    pull: {},
    steps: [commitsToMain({ [own]: null }), says('ana', '/sprintgate recheck')],
    checks: { policy: ['failure', 'the file of the own playbook is not there'] },
  },
  {
    that: 'fails while the configuration on the default branch is broken, also for work that has no part in it',
    config: signedConfig,
    steps: [commitsToMain({ [configFile]: 'tier: [' }), says('luis', '/sprintgate recheck')],
    checks: { policy: ['failure', 'the configuration in force is an older one', 'stays in force', 'Mend `.github/sprintgate.yml`'] },
  },
  {
    that: 'passes for the change that mends a broken configuration',
    config: signedConfig,
    steps: [commitsToMain({ [configFile]: 'tier: [' }), pushes({ [configFile]: `${signedConfig}# mended\n` })],
    checks: { policy: ['success', 'this pull request mends it'] },
  },
]);
