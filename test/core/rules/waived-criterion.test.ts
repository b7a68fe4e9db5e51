import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/core/people/decision.ts';
import { evaluateCriteria } from '../../../src/core/rules/evaluate-criteria.ts';
import { decision, playbookOf, tests, world, type WorldInput } from './rule-world.ts';
import { judge, toldOf, type Told } from './told.ts';

const lacks = { files: { paths: ['missing/**'] } };
const unitTests = { tests: { type: 'unit', kind: 'api' } };
const red = [tests('unit', { tests: 2, passed: 1, failed: 1 }, { component: 'shop-api' })];
const { proof } = decision('waive', 'c');

function waives(changes: Partial<Decision> = {}): Decision {
  return decision('waive', 'c', { until: '2027-03-01T06:00:00Z', reason: 'the vendor is late', ...changes });
}

function judged(decisions: readonly Decision[], { rule, ...changes }: WorldInput & { rule?: unknown } = {}) {
  const playbook = playbookOf({ criteria: [{ id: 'c', category: 'quality', block: 's0', target: 'release', rule: rule ?? lacks }] });
  const [only] = evaluateCriteria(world({ playbook, ...changes, snapshot: { decisions, ...changes.snapshot } }).context);
  if (!only) throw new Error('one criterion was expected');
  return only.verdict;
}

const failed: Told = { is: 'fail files.missing', why: 'No file found: `missing/**`', next: 'Add what is missing under `missing/**` in this pull request.' };
const waived = (why: string): Told => ({ is: 'pass criterion.waived', why, next: null, parts: ['c fail'] });

describe('a waived criterion', () => {
  const rows: readonly (readonly [name: string, decisions: readonly Decision[], told: Told])[] = [
    ['says by whom, until which day and why', [waives()], waived('Waived by `zoe` until 2027-02-28: the vendor is late')],
    ['says what is done instead', [waives({ control: 'we watch it' })], waived('Waived by `zoe` until 2027-02-28: the vendor is late (instead: we watch it)')],
    ['needs no reason to be told', [waives({ reason: null })], waived('Waived by `zoe` until 2027-02-28')],
    [
      'may be so for this pull request',
      [waives({ scope: { kind: 'pull', pull: 12 } })],
      waived('Waived by `zoe` until 2027-02-28, only for pull request #12: the vendor is late'),
    ],
    ['is not by a waiver for another pull request', [waives({ scope: { kind: 'pull', pull: 13 } })], failed],
    [
      'may be so for this release',
      [waives({ scope: { kind: 'release', release: '1' } })],
      waived('Waived by `zoe` until 2027-02-28, only for release `1`: the vendor is late'),
    ],
    ['is not by a waiver for another release', [waives({ scope: { kind: 'release', release: '2' } })], failed],
    ['is not as a whole by a waiver for a component', [waives({ scope: { kind: 'component', component: 'shop-api' } })], failed],
    [
      'shows the waiver that lasts longest',
      [waives({ id: 'x', until: '2027-04-01T06:00:00Z', scope: { kind: 'pull', pull: 12 } }), waives()],
      waived('Waived by `zoe` until 2027-03-31, only for pull request #12: the vendor is late'),
    ],
    [
      'counts the later of two waivers by the same person',
      [waives({ until: '2027-04-01T06:00:00Z' }), waives({ id: 'x', at: '2027-01-21T10:00:00Z', reason: 'shorter' })],
      waived('Waived by `zoe` until 2027-02-28: shorter'),
    ],
    ['is not by one that has no end', [waives({ until: null })], failed],
    ['is not by a statement', [decision('attest', 'c', { until: '2027-03-01T06:00:00Z' })], failed],
    ['is not by a waiver of another criterion', [{ ...waives(), subject: 'd' }], failed],
  ];
  it.each(rows)('%s', (_name, decisions, told) => expect(toldOf(judged(decisions))).toEqual(told));

  it('is not by two halves of a waiver that reach differently', () => {
    const rule = { teams: ['acme/architects'], count: 2 };
    const first = waives({ proof: { ...proof, rule } });
    const second = waives({
      id: 'bob',
      at: '2027-01-21T10:00:00Z',
      by: { id: 43, login: 'bob', type: 'User' },
      until: '2027-02-15T06:00:00Z',
      proof: { ...proof, rule },
    });
    expect(toldOf(judged([first, second]))).toEqual(waived('Waived by `zoe, bob` until 2027-02-14: the vendor is late'));
    expect(toldOf(judged([first, { ...second, scope: { kind: 'pull', pull: 12 } }]))).toEqual(failed);
  });

  describe('by who wrote the pull request', () => {
    const ana = { id: 1, login: 'ana', type: 'User' } as const;
    const who = 'Architects (team `acme/architects`)';
    const own = {
      ...failed,
      why: 'No file found: `missing/**`. The waiver of `ana` does not count here: they wrote this change',
      next: `${failed.next} Another person of ${who}, or of \`escalation\`, may waive it.`,
    };

    it('does not count for it, wherever it was written', () => {
      expect(toldOf(judged([waives({ by: ana })]))).toEqual(own);
      expect(toldOf(judged([waives({ by: ana, scope: { kind: 'pull', pull: 12 } })]))).toEqual(own);
      expect(toldOf(judged([waives({ by: { ...ana, login: 'renamed' } })])).is).toBe('fail files.missing');
    });

    it('counts for the pull requests of others', () => {
      const pull = { author: { id: 43, login: 'bob', type: 'User' } } as const;
      expect(toldOf(judged([waives({ by: ana })], { pull })).is).toBe('pass criterion.waived');
      expect(toldOf(judged([waives({ by: { id: 2, login: 'ana', type: 'User' } })])).is).toBe('pass criterion.waived');
    });

    it('takes nothing from a waiver by another', () => {
      expect(toldOf(judged([waives({ by: ana, id: 'x', until: '2027-05-01T06:00:00Z' }), waives()])).why).toBe(
        'Waived by `zoe` until 2027-02-28: the vendor is late',
      );
    });

    it('is no second signature', () => {
      const rule = { teams: ['acme/architects'], count: 2 };
      expect(toldOf(judged([waives({ proof: { ...proof, rule } }), waives({ id: 'x', by: ana, proof: { ...proof, rule } })]))).toEqual(own);
    });

    it('is not told of where it has ended, was revoked, or reaches elsewhere', () => {
      expect(toldOf(judged([waives({ by: ana, until: '2027-01-22T06:00:00Z' })]))).toEqual(failed);
      expect(toldOf(judged([waives({ by: ana }), decision('revoke', 'd-waive-c')]))).toEqual(failed);
      expect(toldOf(judged([waives({ by: ana, scope: { kind: 'pull', pull: 13 } })]))).toEqual(failed);
    });

    it('does not count for a component either', () => {
      const verdict = judged([waives({ by: ana, scope: { kind: 'component', component: 'shop-api' } })], { rule: unitTests, reports: red });
      expect(verdict.verdict).toBe('fail');
      expect(verdict.reason).toContain('The waiver of `ana` does not count here: they wrote this change');
      expect(verdict.next).toContain('may waive it');
    });

    it('is told in Spanish', () => {
      const { why, next } = toldOf(judged([waives({ by: ana })], { locale: 'es' }));
      expect(why).toContain('La exención de `ana` no cuenta aquí: escribió este cambio');
      expect(next).toContain('Puede exentarlo otra persona de Architects');
    });
  });

  it('keeps how its parts stand', () => {
    const verdict = judged([waives()], { rule: { all: [lacks, unitTests] }, reports: red });
    expect(toldOf(verdict).parts).toEqual(['files.missing/** fail', 'tests.unit.shop-api fail']);
    expect(verdict).toMatchObject({ id: 'c', title: 'The c', waivedBy: { decision: 'd-waive-c', login: 'zoe', until: '2027-03-01T06:00:00Z' } });
  });

  it('needs no waiver where it holds or does not apply', () => {
    expect(toldOf(judged([waives()], { rule: { files: { paths: ['docs/**'] } } })).is).toBe('pass files.found');
    expect(toldOf(judged([waives()], { rule: { tests: { type: 'unit', kind: 'model' } } })).is).toBe('not-applicable scope.kind');
  });

  it('waits no longer', () => {
    const running = { bundles: [], refused: [], runningWorkflows: [{ path: '.github/workflows/ci.yml', startedAt: '2027-01-28T17:50:00Z' }] };
    const verdict = judged([waives()], { rule: { tests: { type: 'unit' } }, snapshot: { evidence: running } });
    expect(toldOf(verdict)).toEqual({ ...waived('Waived by `zoe` until 2027-02-28: the vendor is late'), parts: ['c pending'] });
  });

  it('is told in Spanish', () => {
    const why = 'Exento por `zoe` hasta 2027-02-28, solo para pull request #12: the vendor is late (en su lugar: a mano)';
    expect(judged([waives({ scope: { kind: 'pull', pull: 12 }, control: 'a mano' })], { locale: 'es' }).reason).toBe(why);
  });
});

describe('where it cannot be read what was waived', () => {
  const unavailable = [
    { what: 'members', why: '403' },
    { what: 'decisions', why: 'the store is down' },
  ];
  const told = (rule: unknown, changes: WorldInput = {}) => toldOf(judged([waives()], { rule, ...changes, snapshot: { unavailable } }));

  it('nobody knows of what fails', () => {
    expect(told(lacks)).toEqual({
      is: 'cannot-evaluate criterion.waiver-unknown',
      why: 'No file found: `missing/**` (whether somebody waived it could not be read: the store is down)',
      next: failed.next,
      parts: ['c fail'],
    });
    expect(told({ all: [lacks, unitTests] }, { reports: red }).parts).toEqual(['files.missing/** fail', 'tests.unit.shop-api fail']);
  });

  it('what holds, does not apply or is not known stays as it is', () => {
    expect(told({ files: { paths: ['docs/**'] } }).is).toBe('pass files.found');
    expect(told({ tests: { type: 'unit', kind: 'model' } }).is).toBe('not-applicable scope.kind');
    expect(told({ parameter: { set: 'sla.latency' } }).is).toBe('cannot-evaluate parameter.unset');
  });
});

describe('a component for which alone something is waived', () => {
  const forApi = waives({ scope: { kind: 'component', component: 'shop-api' } });
  it('passes by itself, and what was found stays below', () => {
    const verdict = judged([forApi], { rule: unitTests, reports: red });
    expect(toldOf(verdict)).toEqual({
      is: 'pass criterion.waived',
      why: 'Waived by `zoe` until 2027-02-28, only for component `shop-api`: the vendor is late',
      next: null,
      parts: ['tests.unit.shop-api fail'],
    });
  });

  it.each([
    ['another component', waives({ scope: { kind: 'component', component: 'shop-web' } })],
    ['another pull request', waives({ scope: { kind: 'pull', pull: 13 } })],
  ])('is not %s', (_name, decided) => expect(toldOf(judged([decided], { rule: unitTests, reports: red })).is).toBe('fail tests.failed'));

  it('may be waived by a criterion that refers to its own', () => {
    const base = { category: 'quality', block: 's0', target: 'release' };
    const playbook = playbookOf({
      criteria: [
        { id: 'c', ...base, rule: { criterion: 'inner' } },
        { id: 'inner', ...base, rule: unitTests },
      ],
    });
    expect(judge({ criterion: 'c' }, { playbook, reports: red, snapshot: { decisions: [forApi] } }).code).toBe('criterion.waived');
  });
});

describe('criteria that refer to each other in a circle', () => {
  const base = { category: 'quality', block: 's0', target: 'release' };
  const playbook = playbookOf({
    criteria: [
      { id: 'a', ...base, rule: { criterion: 'b' } },
      { id: 'b', ...base, rule: { criterion: 'c' } },
      { id: 'c', ...base, rule: { criterion: 'b' } },
    ],
  });
  it('are told from where the circle begins', () => {
    expect(toldOf(judge({ criterion: 'a' }, { playbook }))).toEqual({
      is: 'cannot-evaluate criterion.cycle',
      why: 'The criteria refer to each other in a circle: b → c → b',
      next: 'Mend the playbook or the extension in `.github/sprintgate.yml`; `sprintgate validate` shows the place.',
    });
  });
});
