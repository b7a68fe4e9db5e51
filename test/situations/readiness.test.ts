import { smallConfig } from '../support/stage.ts';
import { asksFor } from './asking.ts';
import { reported } from './readiness-report.ts';
import { type Situation, situations } from './situation.ts';
import { commitsToMain, itIs, labels, pushes, says, tested } from './steps.ts';

const signers = 'authorities:\n  sponsor: { users: [ana] }\n  compliance: { users: [ana] }\n';

/** A repository whose releases are held against these criteria alone, with the risks and the pipeline that the method asks for. */
function releases(wanted: readonly string[], asking: Parameters<typeof asksFor>[1] = {}): Pick<Situation, 'config' | 'files'> {
  const { config, files } = asksFor(wanted, { nothingElse: true, ...asking });
  return { config: (config ?? '').replace('authorities:\n', signers).replace('quality: block', 'quality: off'), ...(files ? { files } : {}) };
}

const two = releases(['risk.register', 'entry.business-case'], { files: { 'docs/risks/register.md': '# Risks\n' } });
const release = { branch: 'release/1.4.0', files: { 'CHANGELOG.md': '# 1.4.0\n' } };
const waives = says('ana', '/sprintgate waive entry.business-case until 2027-01-20 the sponsor is back then');
const nps = '    - { files: ["survey.json"], metrics: { nps: { path: nps } } }\n';
const survey = (score: number) => tested({ 'survey.json': JSON.stringify({ nps: score, answers: 120 }) });

situations('the readiness of a pull request', [
  {
    that: 'that is no release is not asked for, and the check says what would make it one',
    ...two,
    checks: { readiness: ['success', 'Not a release', 'it would be from `release/**` or labelled `release`'] },
  },
  {
    that: 'from a release branch is asked for, with a percentage and the next step',
    ...two,
    pull: release,
    checks: {
      readiness: ['failure', 'Not ready for Release to pre-production: 1 of 2 binding criteria hold (50 %)', '/sprintgate attest entry.business-case'],
    },
  },
  {
    that: 'from a branch of release-please is asked for',
    ...two,
    config: two.config?.replace('heads: ["release/**"]', 'heads: ["release-please--**"]') ?? null,
    pull: { ...release, branch: 'release-please--branches--main' },
    checks: { readiness: ['failure', '1 of 2'] },
  },
  { that: 'with a label is asked for', ...two, steps: [labels('release')], checks: { readiness: ['failure', '(50 %)'] } },
  {
    that: 'stays asked for when the label goes again',
    ...two,
    steps: [
      labels('release'),
      ({ stage, repository, pull }) => stage.github.people.unlabel({ repository, as: 'luis', number: pull.number, names: ['release'] }),
    ],
    checks: { readiness: ['failure', '(50 %)'] },
  },
  {
    that: 'stays asked for when a commit follows the label that went',
    ...two,
    steps: [
      labels('release'),
      ({ stage, repository, pull }) => stage.github.people.unlabel({ repository, as: 'luis', number: pull.number, names: ['release'] }),
      pushes({ 'docs/more.md': 'More\n' }),
    ],
    checks: { readiness: ['failure', '(50 %)'] },
  },
  {
    that: 'into a branch that always releases is asked for without any mark',
    ...two,
    config: two.config?.replace('labels: [release]', 'labels: [release], always: [main]') ?? null,
    checks: { readiness: ['failure', '(50 %)'] },
  },
  {
    that: 'que libera se dice en español',
    ...releases(['risk.register', 'entry.business-case'], { locale: 'es' }),
    pull: release,
    checks: { readiness: ['failure', 'No está listo', '0 de 2 criterios que obligan (0 %)', 'atestiguar'] },
  },
  {
    that: 'passes when the last criterion is attested',
    ...two,
    pull: release,
    steps: [says('ana', '/sprintgate attest entry.business-case https://example.com/case')],
    checks: { readiness: ['success', 'Ready for Release to pre-production: all 2 binding criteria hold'] },
  },
  {
    that: 'is not attested by its author',
    ...two,
    pull: release,
    steps: [says('luis', '/sprintgate attest entry.business-case https://example.com/case')],
    checks: { readiness: ['failure', '(50 %)'] },
  },
  {
    that: 'passes with a waiver, and says so',
    ...two,
    pull: release,
    steps: [waives],
    checks: { readiness: ['success', '1 of them by waiver', 'the sponsor is back then'] },
  },
  {
    that: 'fails again by itself on the day after the waiver',
    ...two,
    pull: release,
    steps: [waives, itIs('2027-01-21T18:00:00Z')],
    checks: { readiness: ['failure', '(50 %)', 'entry.business-case'] },
  },
  {
    that: 'shows when a waiver ends before the planned date',
    ...two,
    pull: release,
    steps: [waives],
    checks: { readiness: 'success' },
    and: reported(1, '2027-01-20'),
  },
  {
    that: 'is told in one comment, edited and never repeated',
    ...two,
    pull: release,
    steps: [waives, pushes({ 'docs/a.md': 'A\n' }), says('ana', '/sprintgate recheck')],
    checks: { readiness: 'success' },
    and: reported(1, 'Release to pre-production'),
  },
  {
    that: 'fails again when a file that proves a criterion is deleted',
    ...two,
    pull: release,
    steps: [
      waives,
      commitsToMain({ 'docs/risks/register.md': null }),
      ({ stage, repository, pull }) =>
        void stage.github.people.pushToPull({ repository, as: 'luis', number: pull.number, files: { 'docs/risks/register.md': null } }),
    ],
    checks: { readiness: ['failure', 'docs/risks', 'in this pull request'] },
  },
  {
    that: 'cannot be judged when nothing binds: an empty list proves nothing',
    ...releases([]),
    pull: release,
    checks: { readiness: ['action_required', 'No criterion binds for Release', 'Check tier, product and schedule'] },
  },
  {
    that: 'for the alpha leaves later targets out',
    ...releases(['risk.register', 'pilot.beta-closed.nps'], { target: 'alpha', files: { 'docs/risks/register.md': '# Risks\n' } }),
    pull: release,
    checks: { readiness: ['success', 'Ready for Alpha', '6 criteria belong to later targets'] },
  },
  {
    that: 'for the open beta fails at an NPS of 30: it must be above',
    ...releases(['pilot.beta-closed.nps'], { target: 'beta-open', settings: nps }),
    pull: release,
    steps: [survey(30)],
    checks: { readiness: ['failure', 'nps is 30; it must be &gt; 30', 'Bring nps to'] },
  },
  {
    that: 'for the open beta passes at an NPS of 31',
    ...releases(['pilot.beta-closed.nps'], { target: 'beta-open', settings: nps }),
    pull: release,
    steps: [survey(31)],
    checks: { readiness: 'success' },
  },
  {
    that: 'for the rollout asks for the stability that the team has set',
    ...releases(['pilot.beta-open.stability'], {
      target: 'rollout',
      settings: '    - { files: ["up.json"], metrics: { availability: { path: up, unit: percent } } }\nparameters: { pilot.beta-open.stability: 99.5 }\n',
    }),
    pull: release,
    steps: [tested({ 'up.json': JSON.stringify({ up: 99.4, days: 28 }) })],
    checks: { readiness: ['failure', 'availability is 99.4', 'Bring availability'] },
  },
  {
    that: 'for the rollout cannot be judged while that stability is not set',
    ...releases(['pilot.beta-open.stability'], { target: 'rollout' }),
    pull: release,
    checks: { readiness: ['action_required', 'pilot.beta-open.stability'] },
  },
  {
    that: 'without a configuration that was ever good is never ready',
    config: smallConfig.replace('tier: 4', 'tier: 40'),
    pull: release,
    checks: { readiness: ['action_required', 'tier', 'Mend .github/sprintgate.yml'] },
  },
]);
