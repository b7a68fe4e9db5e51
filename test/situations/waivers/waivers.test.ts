import { answers, both, checkOf, saysNothingOf } from '../answers.ts';
import { configured } from '../configured.ts';
import { grants, opens } from '../people-steps.ts';
import { type Situation, situations } from '../situation.ts';
import { itIs, labels, says } from '../steps.ts';

// In Sprint 0 the quality gate asks an API for one criterion alone: `ci.code-quality`.
const quality = { quality: 'block' };
const sprint0 = configured({ enforce: quality });
const waive = (rest: string) => says('ana', `/sprintgate waive ci.code-quality ${rest}`);
const waived = waive('until 2027-02-28 the linter comes with the next sprint');
const infrastructure = sprint0.replace('components:\n', 'components:\n  infra: { kind: infrastructure, paths: ["infra/**"], uploads: [infra] }\n');
const chaos = infrastructure.replace('components:\n', 'components:\n  mesh: { kind: infrastructure, paths: ["mesh/**"], uploads: [mesh] }\n');
const release = { branch: 'release/1.4.0', files: { 'src/work.ts': 'export const a = 1;\nexport const b = 2;\n' } };

const waivers: readonly Situation[] = [
  {
    that: 'lets its criterion go until its day, and the check says who, until when and why',
    config: sprint0,
    steps: [waived],
    checks: { quality: ['success', 'Waived by `ana` until 2027-02-28: the linter comes with the next sprint'] },
    and: answers('**Waived: `ci.code-quality`**'),
  },
  {
    that: 'tells what is done instead',
    config: sprint0,
    steps: [waive('until 2027-02-28 no linter yet with: two people read every line')],
    checks: { quality: ['success', '(instead: two people read every line)'] },
    and: answers('Compensating control', 'two people read every line'),
  },
  {
    that: 'still counts on its last day',
    config: sprint0,
    steps: [waived, itIs('2027-02-28T20:00:00Z')],
    checks: { quality: ['action_required', 'Waived by `ana` until 2027-02-28'] },
  },
  {
    that: 'turns its check red by itself after its day',
    config: sprint0,
    steps: [waive('until 2027-01-19 no linter yet'), itIs('2027-01-20T18:00:00Z')],
    checks: { quality: ['action_required', '0 of 1 quality criterion holds'] },
  },
  {
    that: 'is no more after it was revoked',
    config: sprint0,
    steps: [waived, says('ana', '/sprintgate revoke ci.code-quality the linter is there')],
    checks: { quality: 'action_required' },
    and: answers('**Revoked'),
  },
  {
    that: 'of a pull request reaches no other',
    config: sprint0,
    steps: [waive('pull:#1 until 2027-02-28 only this one'), opens('other')],
    checks: { quality: ['success', 'only for', 'pull request #1'] },
    and: checkOf('other', 'quality', 'action_required'),
  },
  {
    that: 'of another pull request does not reach this one',
    config: sprint0,
    steps: [waive('pull:#77 until 2027-02-28 only that one')],
    checks: { quality: 'action_required' },
  },
  {
    that: 'of a release reaches its pull request and no other',
    config: sprint0,
    pull: release,
    steps: [waive('release:1.4.0 until 2027-02-28 mended in 1.4.1'), opens('other')],
    checks: { quality: ['success', 'only for', '`1.4.0`'] },
    and: checkOf('other', 'quality', 'action_required'),
  },
  {
    that: 'of another release does not reach this one',
    config: sprint0,
    pull: release,
    steps: [waive('release:1.4.1 until 2027-02-28 mended later')],
    checks: { quality: 'action_required' },
  },
  {
    that: 'of one component leaves the other to be judged',
    config: chaos,
    steps: [waived, says('ana', '/sprintgate waive tests.infrastructure.integration component:infra until 2027-02-28 the cluster is new')],
    checks: { quality: ['action_required', 'only for', '`infra`', '1 of 2 quality criteria'] },
  },
  {
    that: 'of the one component that fails opens the gate',
    config: infrastructure,
    steps: [waived, says('ana', '/sprintgate waive tests.infrastructure.integration component:infra until 2027-02-28 the cluster is new')],
    checks: { quality: ['success', 'the cluster is new'] },
  },
  {
    that: 'of a component is refused where the criterion is judged as a whole, and the reply says what goes',
    config: sprint0,
    steps: [waive('component:api until 2027-02-28 later')],
    checks: { quality: 'action_required' },
    and: answers('is judged as a whole, not by component', 'Waive it for a pull request, a release, or without a scope'),
  },
  {
    that: 'without a day is refused',
    config: sprint0,
    steps: [waive('the linter comes later')],
    checks: { quality: 'action_required' },
    and: answers('Say until when', '/sprintgate waive CRITERION'),
  },
  {
    that: 'without a reason is refused',
    config: sprint0,
    steps: [waive('until 2027-02-28')],
    checks: { quality: 'action_required' },
    and: answers('Give a reason', '/sprintgate waive CRITERION'),
  },
  {
    that: 'with two reaches is refused',
    config: sprint0,
    steps: [waive('pull:#1 release:1.4.0 until 2027-02-28 both')],
    checks: { quality: 'action_required' },
    and: answers('A waiver has one scope'),
  },
  {
    that: 'by the author of the work is refused, and the reply says who may',
    config: configured({ enforce: quality, authorities: { 'architecture-review': '{ users: [luis, ana] }' } }),
    steps: [says('luis', '/sprintgate waive ci.code-quality until 2027-02-28 mine')],
    checks: { quality: 'action_required' },
    and: both(answers('nobody signs their own', 'Others may: `ana`'), saysNothingOf('**Waived')),
  },
  {
    that: 'of two people counts with the second signature, and the first is told',
    config: configured({ enforce: quality, authorities: { 'architecture-review': '{ users: [ana, eva], count: 2 }' } }).replace(/ {2}escalation: .*\n/, ''),
    steps: [grants('write', 'eva'), waived, says('eva', '/sprintgate waive ci.code-quality until 2027-02-28 agreed')],
    checks: { quality: ['success', 'Waived by'] },
    and: answers('It does not count yet (signature 1 of 2)'),
  },
  {
    that: 'in Tier 1 is not for who signs the checkpoint, but for one level above',
    config: configured({ tier: 1, enforce: quality, authorities: { 'architecture-review': '{ users: [eva] }', ciso: '{ users: [cid] }' } }),
    steps: [grants('write', 'eva', 'cid'), says('eva', '/sprintgate waive ci.code-quality until 2027-02-28 I ask')],
    checks: { quality: 'action_required' },
    and: answers('Nothing was decided: this needs', '`cid`', '`ana`'),
  },
  {
    that: 'in Tier 1 is for the tier’s own authority',
    config: configured({ tier: 1, enforce: quality, authorities: { ciso: '{ users: [cid] }' } }),
    steps: [grants('write', 'cid'), says('cid', '/sprintgate waive ci.code-quality until 2027-02-28 I answer for it')],
    checks: { quality: ['success', 'Waived by `cid`'] },
  },
];

const sponsored = configured({ authorities: { sponsor: '{ users: [ana] }' } });
const attests = (rest: string) => says('ana', `/sprintgate attest entry.go-decision ${rest}`);
const asRelease = labels('release');

const attestations: readonly Situation[] = [
  {
    that: 'holds with its link, and the check says by whom and until when',
    config: sponsored,
    steps: [asRelease, attests('https://example.com/go until 2027-06-30')],
    checks: { readiness: ['failure', 'Attested by `ana`', '2027-06-30'] },
    and: answers('**Attested: `entry.go-decision`**', 'https://example.com/go'),
  },
  {
    that: 'is asked for by the check, with who attests and the command',
    config: sponsored,
    steps: [asRelease],
    checks: { readiness: ['failure', '`ana`', '/sprintgate attest entry.go-decision'] },
  },
  {
    that: 'without a link is refused',
    config: sponsored,
    steps: [attests('we decided it')],
    and: both(answers('Give a link to the proof', 'https://'), saysNothingOf('**Attested')),
  },
  {
    that: 'for longer than its rule allows is refused, with the latest day',
    config: sponsored,
    steps: [attests('https://example.com/go until 2030-01-01')],
    and: answers('`2030-01-01` is later than this attestation may hold', '`2028-01-12`'),
  },
  {
    that: 'of what evidence decides is refused, and the reply points to the waiver',
    config: sponsored,
    steps: [says('ana', '/sprintgate attest ci.code-quality https://example.com/lint')],
    and: answers('is decided by evidence, not by attestation', '/sprintgate waive'),
  },
  {
    that: 'is over after its day, and the check asks anew',
    config: sponsored,
    steps: [asRelease, attests('https://example.com/go until 2027-01-19'), itIs('2027-01-20T18:00:00Z')],
    checks: { readiness: ['failure', /expired|ran out|ended/i, '2027-01-19', '/sprintgate attest entry.go-decision'] },
  },
];

situations('a waiver', waivers);
situations('an attestation', attestations);
