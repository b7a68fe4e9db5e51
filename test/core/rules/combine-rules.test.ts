import { describe, expect, it } from 'vitest';
import { combineRules } from '../../../src/core/rules/combine-rules.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';
import { toldOf, type Told } from './told.ts';

function part(id: string, outcome: string, reason: string, more: Partial<Verdict> = {}): Verdict {
  const [verdict = '', code = ''] = outcome.split(' ');
  return { id, title: `Title of ${id}`, verdict: verdict as Verdict['verdict'], code, reason, next: null, children: [], ...more };
}

const docs = part('files.docs', 'pass files.found', 'Found `docs/a.md`');
const plan = part('files.plan', 'pass files.found', 'Found `plan.md`');
const red = part('tests.unit', 'fail tests.failed', '1 of 3 failed', { next: 'Mend the failing tests.' });
const absent = part('files.runbook', 'fail files.missing', 'No file found: `run.md`', { next: 'Add `run.md`.' });
const unknown = part('findings.code', 'cannot-evaluate report.reject', 'Cannot be read', { next: 'Mend the step.' });
const elsewhere = part('coverage.model', 'not-applicable scope.kind', 'No component of this kind');
const waits = part('metric.p95', 'pending evidence.awaited', 'The workflow runs', { next: 'Nothing to do.', deadline: '2027-01-28T18:50:00Z' });
const waitsLonger = part('check.e2e', 'pending check.running', 'The check runs', { next: 'Nothing to do yet.', deadline: '2027-01-28T19:10:00Z' });
const endless = part('tests.load', 'pending evidence.awaited', 'Runs', { next: 'Nothing.' });

type Row = readonly [name: string, parts: readonly Verdict[], told: Omit<Told, 'parts'>];

function rowsOf(kind: 'all' | 'any' | 'not', rows: readonly Row[], locale: 'en' | 'es' = 'en') {
  it.each(rows)('%s', (...row) => {
    const [, parts, expected] = row;
    const { parts: _parts, ...told } = toldOf(combineRules(kind, parts, locale));
    expect(told).toEqual(expected);
  });
}

const mendPlaybook = 'Mend the playbook or the extension in `.github/sprintgate.yml`; `sprintgate validate` shows the place.';
const empty = { is: 'cannot-evaluate all.empty', why: 'None of its parts applies here, so nothing was judged.', next: mendPlaybook };

describe('all of several parts', () => {
  rowsOf('all', [
    ['counts those that hold', [docs, plan], { is: 'pass all.pass', why: 'All 2 parts hold', next: null }],
    ['does not count what does not apply', [docs, elsewhere, plan], { is: 'pass all.pass', why: 'All 2 parts hold', next: null }],
    ['speaks as its single part', [docs], { is: 'pass all.pass', why: 'Found `docs/a.md`', next: null }],
    ['speaks as the single part that applies', [elsewhere, red], { is: 'fail all.fail', why: '1 of 3 failed', next: 'Mend the failing tests.' }],
    [
      'names the part that fails, and what mends it',
      [docs, red],
      { is: 'fail all.fail', why: '1 of 2 parts holds. Title of tests.unit: 1 of 3 failed', next: 'Mend the failing tests.' },
    ],
    [
      'names the first of those that fail',
      [unknown, absent, red, docs, plan],
      { is: 'fail all.fail', why: '2 of 5 parts hold. No file found: `run.md`', next: 'Add `run.md`.' },
    ],
    [
      'tells what is not known before what is awaited',
      [waits, unknown, docs],
      { is: 'cannot-evaluate all.cannot-evaluate', why: '1 of 3 parts holds. Title of findings.code: Cannot be read', next: 'Mend the step.' },
    ],
    [
      'waits for the last of the parts that wait',
      [waits, waitsLonger, docs],
      { is: 'pending all.pending', why: '1 of 3 parts holds. The workflow runs', next: 'Nothing to do.', until: '2027-01-28T19:10:00Z' },
    ],
    [
      'ends no wait by a part that no longer waits',
      [{ ...docs, deadline: '2027-02-01T00:00:00Z' }, waits],
      { is: 'pending all.pending', why: '1 of 2 parts holds. The workflow runs', next: 'Nothing to do.', until: '2027-01-28T18:50:00Z' },
    ],
    [
      'waits without an end where none is known',
      [endless, docs],
      { is: 'pending all.pending', why: '1 of 2 parts holds. Title of tests.load: Runs', next: 'Nothing.' },
    ],
    [
      'has no deadline once a part failed',
      [waits, red],
      { is: 'fail all.fail', why: '0 of 2 parts hold. Title of tests.unit: 1 of 3 failed', next: 'Mend the failing tests.' },
    ],
    ['cannot be evaluated without parts', [], empty],
    ['cannot be evaluated where no part applies', [elsewhere, elsewhere], empty],
    [
      'does not say a title twice',
      [docs, part('tests.unit', 'fail x', 'Title of tests.unit: 1 failed')],
      { is: 'fail all.fail', why: '1 of 2 parts holds. Title of tests.unit: 1 failed', next: null },
    ],
  ]);

  it.each([
    ['files.a', 'told'],
    ['metric.drift', 'told'],
    ['parameter.sla', 'told'],
    ['check.lint', 'told'],
    ['attestation.ciso', 'told'],
    ['issues.bug', 'told'],
    ['all', 'told'],
    ['any', 'told'],
    ['not', 'told'],
    ['allergens', 'Title of allergens: told'],
    ['ops.files.backup', 'Title of ops.files.backup: told'],
    ['coverage.api', 'Title of coverage.api: told'],
  ])('tells a failing %s as “%s”', (id, told) => {
    expect(combineRules('all', [docs, part(id, 'fail x', 'told')], 'en').reason).toBe(`1 of 2 parts holds. ${told}`);
  });
});

describe('any of several parts', () => {
  const or = (steps: string) => `Any one of these is enough: ${steps}`;
  rowsOf('any', [
    ['speaks as the part that holds', [red, docs, waits], { is: 'pass any.pass', why: 'Found `docs/a.md`', next: null }],
    [
      'tells every way and every step where none holds',
      [red, elsewhere, absent],
      {
        is: 'fail any.fail',
        why: 'None of the 2 accepted ways holds: 1 of 3 failed / No file found: `run.md`',
        next: or('(1) Mend the failing tests. (2) Add `run.md`.'),
      },
    ],
    [
      'is not known while one of its ways is not',
      [red, unknown],
      {
        is: 'cannot-evaluate any.cannot-evaluate',
        why: 'None of the 2 accepted ways holds: 1 of 3 failed / Cannot be read',
        next: or('(1) Mend the failing tests. (2) Mend the step.'),
      },
    ],
    [
      'waits for the last of the parts that wait',
      [unknown, waitsLonger, waits],
      {
        is: 'pending any.pending',
        why: 'None of the 3 accepted ways holds: Cannot be read / The check runs / The workflow runs',
        next: or('(1) Mend the step. (2) Nothing to do yet. (3) Nothing to do.'),
        until: '2027-01-28T19:10:00Z',
      },
    ],
    ['has no deadline once nothing waits', [{ ...waits, verdict: 'fail' }], { is: 'fail any.fail', why: 'The workflow runs', next: 'Nothing to do.' }],
    ['speaks as the single part that applies', [elsewhere, red], { is: 'fail any.fail', why: '1 of 3 failed', next: 'Mend the failing tests.' }],
    ['has no step where no part has one', [{ ...red, next: null }, elsewhere], { is: 'fail any.fail', why: '1 of 3 failed', next: null }],
    ['cannot be evaluated without parts', [], { ...empty, is: 'cannot-evaluate any.empty' }],
    ['cannot be evaluated where no part applies', [elsewhere], { ...empty, is: 'cannot-evaluate any.empty' }],
  ]);
});

describe('what must not hold', () => {
  rowsOf('not', [
    ['fails where it does', [docs], { is: 'fail not.fail', why: 'What must not hold does: Found `docs/a.md`', next: 'Remove what makes this condition hold.' }],
    ['passes where it does not, with nothing left to do', [red], { is: 'pass not.pass', why: '1 of 3 failed', next: null }],
    ['is not known where it is not', [unknown], { is: 'cannot-evaluate not.cannot-evaluate', why: 'Cannot be read', next: 'Mend the step.' }],
    ['waits with it', [waits], { is: 'pending not.pending', why: 'The workflow runs', next: 'Nothing to do.', until: '2027-01-28T18:50:00Z' }],
    ['does not apply where it does not', [elsewhere], { is: 'not-applicable scope.kind', why: 'No component of this kind', next: null }],
    ['cannot be evaluated without it', [], { ...empty, is: 'cannot-evaluate not.empty' }],
  ]);
});

describe('in Spanish', () => {
  const nothing = 'Ninguna de sus partes aplica aquí, así que no se evaluó nada.';
  const mend = 'Corrija el playbook o su extensión en `.github/sprintgate.yml`; `sprintgate validate` muestra el lugar.';
  rowsOf(
    'all',
    [
      ['counts those that hold', [docs, plan], { is: 'pass all.pass', why: 'Se cumplen sus 2 partes', next: null }],
      ['counts one', [docs, absent], { is: 'fail all.fail', why: 'Se cumple 1 de 2 partes. No file found: `run.md`', next: 'Add `run.md`.' }],
      ['counts several', [docs, plan, absent], { is: 'fail all.fail', why: 'Se cumplen 2 de 3 partes. No file found: `run.md`', next: 'Add `run.md`.' }],
      ['says that nothing was judged', [], { is: 'cannot-evaluate all.empty', why: nothing, next: mend }],
    ],
    'es',
  );
  rowsOf(
    'not',
    [
      [
        'says what must not hold',
        [docs],
        { is: 'fail not.fail', why: 'Se cumple lo que no debe cumplirse: Found `docs/a.md`', next: 'Elimine lo que hace que esta condición se cumpla.' },
      ],
    ],
    'es',
  );
});

describe('a combined node', () => {
  it.each([
    ['all', 'en', 'All of these'],
    ['any', 'en', 'Any of these'],
    ['not', 'en', 'Must not hold'],
    ['all', 'es', 'Todo lo siguiente'],
    ['any', 'es', 'Alguna de estas'],
    ['not', 'es', 'No debe cumplirse'],
  ] as const)('of %s is titled in %s “%s” and keeps its parts, however it comes out', (kind, locale, title) => {
    for (const child of [docs, red, waits, unknown, elsewhere]) {
      expect(combineRules(kind, [child], locale)).toMatchObject({ id: kind, title, children: [child] });
    }
    expect(combineRules(kind, [], locale)).toMatchObject({ id: kind, title, children: [] });
  });
});
