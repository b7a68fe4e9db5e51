import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/core/people/decision.ts';
import { decision, playbookOf, type WorldInput } from './rule-world.ts';
import { judge, tell, type Told } from './told.ts';

const rule = { attestation: { authority: 'architects', validDays: 30 } };
const { proof } = decision('attest', 'x');
const two: NonNullable<WorldInput['policy']> = { authorities: { architects: { teams: ['acme/architects'], count: 2 } } };
const who = 'Architects (team `acme/architects`)';
const next = `${who}: comment \`/sprintgate attest ops.backup LINK\` with a link to the proof.`;
const missing = { is: 'fail attestation.missing', why: 'Nobody with authority has attested it yet', next };

/** Zoe's statement of 20 January, 4 in the morning in the team's time zone. */
function attests(changes: Partial<Decision> = {}): Decision {
  return decision('attest', 'ops.backup', changes);
}
const bob = attests({ id: 'bob', by: { id: 43, login: 'bob', type: 'User' }, at: '2027-01-25T10:00:00Z' });

function told(decisions: readonly Decision[], changes: WorldInput = {}): Told {
  return tell(rule, { ...changes, snapshot: { decisions, ...changes.snapshot } }, ['ops', 'ops.backup']);
}

describe('a statement of a person', () => {
  const valid = (until: string, by = '`zoe`') => ({ is: 'pass attestation.valid', why: `Attested by ${by}, valid until ${until}`, next: null });
  const expired = (on: string) => ({ is: 'fail attestation.expired', why: `The statement of \`zoe\` expired on ${on}`, next });

  const rows: readonly (readonly [name: string, decisions: readonly Decision[], told: Told])[] = [
    ['holds for as many days as the rule has', [attests()], valid('2027-02-19')],
    ['holds until its own date where that is earlier', [attests({ until: '2027-02-01T06:00:00Z' })], valid('2027-01-31')],
    ['holds no longer than the rule has it, whatever it says', [attests({ until: '2030-01-01T00:00:00Z' })], valid('2027-02-19')],
    ['holds until the moment before its end', [attests({ until: '2027-01-28T18:00:00.001Z' })], valid('2027-01-28')],
    ['is over at its end', [attests({ until: '2027-01-28T18:00:00Z' })], expired('2027-01-28')],
    ['is over once the rule’s days are', [attests({ at: '2026-12-29T18:00:00Z' })], expired('2027-01-28')],
    [
      'tells the last of several that are over',
      [attests({ at: '2026-11-01T00:00:00Z' }), attests({ id: 'later', at: '2026-12-01T12:00:00Z' })],
      expired('2026-12-31'),
    ],
    [
      'can be renewed, and then holds as long as the newer one',
      [attests({ until: '2027-02-01T06:00:00Z' }), attests({ id: 'again', at: '2027-01-25T10:00:00Z' })],
      valid('2027-02-24'),
    ],
    ['that was never given is asked for', [], missing],
    ['about another criterion is none', [decision('attest', 'ops')], missing],
    ['is not a waiver', [decision('waive', 'ops.backup', { until: '2027-02-01T06:00:00Z' })], missing],
    ['is not an expired waiver', [decision('waive', 'ops.backup', { until: '2027-01-21T06:00:00Z' })], missing],
    ['no longer counts once it is revoked', [attests(), decision('revoke', 'd-attest-ops.backup', { at: '2026-01-21T00:00:00Z' })], missing],
    ['does not count by another authority', [attests({ proof: { ...proof, authority: 'sponsor', rule: { teams: ['acme/architects'], count: 1 } } })], missing],
  ];
  it.each(rows)('%s', (_name, decisions, expected) => expect(told(decisions)).toEqual(expected));

  it('counts with as many people as the authority needs', () => {
    const partial = {
      is: 'fail attestation.partial',
      next: `Architects (2 people of team \`acme/architects\`): comment \`/sprintgate attest ops.backup LINK\` with a link to the proof.`,
    };
    expect(told([attests(), bob], { policy: two })).toEqual(valid('2027-02-19', '`zoe`, `bob`'));
    expect(told([attests(), attests({ id: 'again' })], { policy: two })).toEqual({
      ...partial,
      why: 'Attested by `zoe`; still missing: team `acme/architects`',
    });
  });

  describe('by who wrote the pull request', () => {
    const ana = { id: 1, login: 'ana', type: 'User' } as const;
    const why = 'The statement of `ana` does not count here: they wrote this change';

    it('does not count for it', () => {
      expect(told([attests({ by: ana })])).toEqual({ is: 'fail attestation.own-work', why, next });
      expect(told([attests({ by: ana })], { locale: 'es' }).why).toBe('La atestación de `ana` no cuenta aquí: escribió este cambio');
      expect(told([attests({ by: ana }), bob]).is).toBe('pass attestation.valid');
      expect(told([attests({ by: ana })], { pull: { author: { id: 43, login: 'bob', type: 'User' } } }).is).toBe('pass attestation.valid');
    });

    it('is no second signature', () => {
      expect(told([attests({ by: ana }), bob], { policy: two })).toEqual({
        is: 'fail attestation.partial',
        why: `Attested by \`bob\`; still missing: team \`acme/architects\`. ${why}`,
        next: next.replace('team', '2 people of team'),
      });
    });

    it.each([
      ['is told as expired when it has expired', undefined, 'fail attestation.expired', '2027-01-22T06:00:00Z'],
      ['counts for what readiness alone asks, which is about merged work', undefined, 'pass attestation.valid', null],
      ['counts for what a gate of readiness asks', 'readiness', 'pass attestation.valid', null],
      ['does not count for what a gate asks of every pull request', 'quality', 'fail attestation.own-work', null],
    ])('%s', (_name, gate, is, until) => {
      const criterion = { id: 'ops.backup', category: 'quality', block: 's0', target: 'release', rule, ...(gate ? { gate } : {}) };
      const changes = { playbook: playbookOf({ criteria: [criterion] }), snapshot: { decisions: [attests({ by: ana, until })] } };
      expect(tell(rule, changes, ['ops.backup']).is).toBe(is);
    });
  });

  it('cannot be asked for where the configuration names nobody', () => {
    expect(tell({ attestation: { authority: 'sponsor' } }, {}, ['ops.backup'])).toEqual({
      is: 'cannot-evaluate attestation.nobody',
      why: 'The configuration names nobody for the authority “sponsor”',
      next: 'Name them in `.github/sprintgate.yml`: `authorities: { sponsor: { teams: [ORG/TEAM] } }`',
    });
  });

  it('names an authority without a title by its id', () => {
    const named = { authorities: { dpo: { teams: ['acme/privacy'], count: 1 } } };
    expect(tell({ attestation: { authority: 'dpo' } }, { policy: named }, ['ops.backup']).next).toContain('dpo (team `acme/privacy`): comment');
  });

  it('cannot be asked for outside a criterion', () => {
    expect(tell(rule)).toEqual({
      is: 'cannot-evaluate attestation.nowhere',
      why: 'An attestation belongs to a criterion, and this rule stands in none',
      next: 'Mend the playbook or the extension in `.github/sprintgate.yml`; `sprintgate validate` shows the place.',
    });
  });

  it('does not count where one that revokes it may be unread', () => {
    const unavailable = [
      { what: 'members', why: '403' },
      { what: 'decisions', why: 'the store is down' },
    ];
    expect(told([attests()], { snapshot: { unavailable } })).toEqual({
      is: 'cannot-evaluate attestation.decisions-unavailable',
      why: 'Statements of people could not be read: the store is down',
      next: 'Once they can be read, `/sprintgate recheck` evaluates it again.',
    });
    expect(told([attests()], { snapshot: { unavailable: unavailable.slice(0, 1) } }).is).toBe('pass attestation.valid');
  });

  it('is told in Spanish', () => {
    const es = (decisions: readonly Decision[]) => told(decisions, { locale: 'es' });
    expect(es([attests()]).why).toBe('Lo atestiguó `zoe`, vigente hasta 2027-02-19');
    expect(es([attests({ until: '2027-01-28T18:00:00Z' })]).why).toBe('La atestación de `zoe` venció el 2027-01-28');
    expect(es([])).toEqual({
      is: 'fail attestation.missing',
      why: 'Nadie con autoridad lo ha atestiguado todavía',
      next: 'Architects (el equipo `acme/architects`): comente `/sprintgate atestiguar ops.backup ENLACE` con un enlace a la prueba.',
    });
  });

  it('goes by the rule’s authority', () => {
    expect(judge(rule)).toMatchObject({ id: 'attestation.architects', title: 'Statement of a person' });
    expect(judge(rule, { locale: 'es' }).title).toBe('Atestación de una persona');
  });
});

describe('a checkpoint', () => {
  it('goes by its id and by what its own gate says of it', () => {
    expect(judge({ checkpoint: 'plan-review' }, { snapshot: { decisions: [decision('approve', 'plan-review')] } })).toMatchObject({
      id: 'checkpoint.plan-review',
      title: 'The plan-review',
    });
    expect(tell({ checkpoint: 'other' })).toEqual({
      is: 'cannot-evaluate checkpoint.unknown',
      why: 'The playbook has no checkpoint other',
      next: 'Mend the playbook or the extension in `.github/sprintgate.yml`; `sprintgate validate` shows the place.',
    });
  });
});
