import { describe, expect, it } from 'vitest';
import { wrapMarked } from '../../../src/core/markers/marker.ts';
import type { IssueFacts } from '../../../src/core/snapshot/facts.ts';
import { playbookOf, seededIssue, type WorldInput } from './rule-world.ts';
import { judge, tell, type Told } from './told.ts';

type Row = readonly [name: string, changes: WorldInput, told: Told];

const bugs = { issues: { labels: ['bug'], open: { fewerThan: 5 } } };
const counted = (count: number | null): NonNullable<WorldInput['snapshot']> => ({ openIssuesByLabel: { bug: count } });

/** An issue that the pull request closes. */
function closes(labels: readonly string[], state: 'open' | 'closed' = 'open', assignees: readonly number[] = [2, 1]) {
  return [{ ...seededIssue('x', 40, state), labels, assignees }];
}
const fix = { head: { sha: 'a'.repeat(40), ref: 'fix/x', repositoryId: 7 } };

describe('open issues with a label', () => {
  const tooMany = { is: 'fail issues.too-many', why: '5 open with `bug`; fewer than 5 are accepted', next: 'Close 1 or more of the issues with `bug`.' };
  const rows: readonly Row[] = [
    [
      'are few enough one below the limit',
      { snapshot: counted(4) },
      { is: 'pass issues.few', why: '4 open with `bug`; fewer than 5 are accepted', next: null },
    ],
    ['are too many at the limit', { snapshot: counted(5) }, tooMany],
    [
      'are too many above it, and all beyond must be closed',
      { snapshot: counted(8) },
      { is: 'fail issues.too-many', why: '8 open with `bug`; fewer than 5 are accepted', next: 'Close 4 or more of the issues with `bug`.' },
    ],
    [
      'let in what closes one of them, in whatever case its label is written',
      { snapshot: counted(8), pull: { ...fix, closes: closes(['Bug', 'api']) } },
      { is: 'pass issues.fewer', why: '8 open with `bug`; this pull request closes 1 and leaves 7. A release is held against what is open', next: null },
    ],
    [
      'are never fewer than none, should the count be behind',
      { snapshot: counted(5), pull: { ...fix, closes: Array.from({ length: 6 }, () => closes(['bug'])).flat() } },
      { is: 'pass issues.fewer', why: '5 open with `bug`; this pull request closes 6 and leaves 0. A release is held against what is open', next: null },
    ],
    [
      'let in what leaves few enough, whoever it is assigned to',
      { snapshot: counted(5), pull: { ...fix, closes: closes(['bug'], 'open', []) } },
      { is: 'pass issues.fewer', why: '5 open with `bug`; this pull request closes 1 and leaves 4. A release is held against what is open', next: null },
    ],
    [
      'do not let in what leaves too many and is assigned to another',
      { snapshot: counted(6), pull: { ...fix, closes: closes(['bug'], 'open', [2]) } },
      {
        is: 'fail issues.too-many',
        why: '6 open with `bug`; fewer than 5 are accepted',
        next: 'Close 2 or more of the issues with `bug`. Or have #40, which this pull request closes, assigned to `ana`.',
      },
    ],
    ['do not let in by an assignment of what it does not close', { snapshot: counted(5), pull: { ...fix, closes: closes(['story']) } }, tooMany],
    ['do not let in what closes others', { snapshot: counted(5), pull: { ...fix, closes: closes(['story']) } }, tooMany],
    ['do not let in what closes one that is closed', { snapshot: counted(5), pull: { ...fix, closes: closes(['bug'], 'closed') } }, tooMany],
    ['hold back a release, whatever it closes', { snapshot: counted(5), pull: { closes: closes(['bug']) } }, tooMany],
    [
      'could not be counted without the label',
      { snapshot: { ...counted(null), absentLabels: ['bug'] } },
      {
        is: 'cannot-evaluate issues.no-label',
        why: 'The label `bug` does not exist in the repository, so that no issue could be counted',
        next: 'Create the label and give it to the issues that it is meant for; seeding creates it too.',
      },
    ],
    [
      'could not be counted without the permission',
      {
        snapshot: {
          ...counted(null),
          unavailable: [
            { what: 'evidence', why: 'x' },
            { what: 'issues', why: '403' },
          ],
        },
      },
      {
        is: 'cannot-evaluate issues.unread',
        why: 'The open issues with `bug` could not be counted: 403',
        next: 'Give Sprintgate read access to issues, then ask for `/sprintgate recheck`.',
      },
    ],
    [
      'that nobody counted are no few',
      { snapshot: { absentLabels: ['other'] } },
      {
        is: 'cannot-evaluate issues.unread',
        why: 'The open issues with `bug` could not be counted',
        next: 'Give Sprintgate read access to issues, then ask for `/sprintgate recheck`.',
      },
    ],
  ];
  it.each(rows)('%s', (_name, changes, told) => expect(tell(bugs, changes)).toEqual(told));

  it('are held against a limit that the team has yet to set', () => {
    const open = { issues: { labels: ['bug'], open: { fewerThan: { parameter: 'sla.latency' } } } };
    expect(tell(open, { snapshot: counted(0) })).toEqual({
      is: 'cannot-evaluate parameter.unset',
      why: 'The team has not set “Latency” yet',
      next: 'Agree on the figure and add it to `.github/sprintgate.yml`: `parameters: { sla.latency: … }`',
    });
  });

  it('may be those that carry several labels at once', () => {
    const both = { issues: { labels: ['story', 'mvp'], open: { fewerThan: 1 } } };
    const of = (labels: readonly string[]) => tell(both, { snapshot: { openIssuesByLabel: { 'mvp,story': 1 } }, pull: { ...fix, closes: closes(labels) } });
    expect(of(['mvp']).why).toBe('1 open with `story` and `mvp`; fewer than 1 are accepted');
    expect(of(['mvp', 'story']).is).toBe('pass issues.fewer');
    expect(judge(both)).toMatchObject({ id: 'issues.story+mvp', title: 'Open issues with `story` and `mvp`' });
    expect(tell(both, { snapshot: { absentLabels: ['mvp', 'story'] } }).why).toBe(
      'The labels `story` and `mvp` do not exist in the repository, so that no issue could be counted',
    );
    expect(tell(both, { snapshot: { absentLabels: ['mvp'] } }).why).toContain('The label `mvp` does not exist');
  });

  it('say in Spanish what to do', () => {
    expect(tell(bugs, { locale: 'es', snapshot: counted(6), pull: { ...fix, closes: closes(['bug'], 'open', []) } }).next).toContain(
      'O pida que asignen a `ana` el issue #40, que este pull request cierra.',
    );
    const unknown = [{ ...seededIssue('x', 40, 'open'), labels: ['bug'] }];
    expect(tell(bugs, { snapshot: counted(6), pull: { ...fix, closes: unknown } }).is).toBe('fail issues.too-many');
  });

  it('are told in Spanish', () => {
    expect(tell(bugs, { locale: 'es', snapshot: counted(5) })).toEqual({
      is: 'fail issues.too-many',
      why: '5 abiertos con `bug`; se aceptan menos de 5',
      next: 'Cierre 1 o más de los issues con `bug`.',
    });
    expect(tell(bugs, { locale: 'es', snapshot: counted(6), pull: { ...fix, closes: closes(['bug']) } }).why).toBe(
      '6 abiertos con `bug`; este pull request cierra 1 y quedan 5. A una liberación se le exige lo que siga abierto',
    );
  });
});

describe('issues of the plan', () => {
  const items = [1, 2, 3, 4, 5, 6].map((n) => ({ id: `s0.task.${n}`, kind: 'task', block: 's0' }));
  const playbook = playbookOf({ items: [...items, { id: 's0.cnbv', kind: 'task', block: 's0', regulations: ['CNBV'] }] });
  const tasks = (states: string, from = 1): IssueFacts[] =>
    [...states].map((state, index) => seededIssue(`s0.task.${from + index}`, 100 + from + index, state === 'o' ? 'open' : 'closed'));
  const all = 's0.task.*';
  const rows: readonly (readonly [name: string, closed: string, seeded: readonly IssueFacts[], told: Told])[] = [
    ['hold once all are closed', all, tasks('cccccc'), { is: 'pass issues.closed', why: 'All 6 are closed', next: null }],
    ['hold by a single one, named by its id', 's0.task.2', tasks('oc'), { is: 'pass issues.closed', why: 'It is closed', next: null }],
    [
      'fail by those that are open, before those that are not there',
      all,
      tasks('co'),
      { is: 'fail issues.open', why: 'Still open: #102', next: 'Finish the open issues of the plan and close them.' },
    ],
    [
      'show five that are open',
      all,
      tasks('oooooc'),
      { is: 'fail issues.open', why: 'Still open: #101, #102, #103, #104, #105', next: 'Finish the open issues of the plan and close them.' },
    ],
    [
      'count those beyond five',
      all,
      tasks('oooooo'),
      { is: 'fail issues.open', why: 'Still open: #101, #102, #103, #104, #105 and 1 more', next: 'Finish the open issues of the plan and close them.' },
    ],
    [
      'cannot be judged while some are not there',
      all,
      tasks('ccccc', 2),
      {
        is: 'cannot-evaluate issues.not-seeded',
        why: 'Not in the repository yet: `s0.task.1`',
        next: 'An authority writes `/sprintgate seed`, or run `sprintgate seed`.',
      },
    ],
    [
      'count those beyond five that are not there',
      all,
      [],
      {
        is: 'cannot-evaluate issues.not-seeded',
        why: 'Not in the repository yet: `s0.task.1`, `s0.task.2`, `s0.task.3`, `s0.task.4`, `s0.task.5` and 1 more',
        next: 'An authority writes `/sprintgate seed`, or run `sprintgate seed`.',
      },
    ],
    [
      'are counted though the plan has retired them',
      's9.*',
      [seededIssue('s9.old', 7, 'open')],
      { is: 'fail issues.open', why: 'Still open: #7', next: 'Finish the open issues of the plan and close them.' },
    ],
    [
      'cannot be judged where the plan has none',
      's0.cnbv',
      tasks('c'),
      {
        is: 'cannot-evaluate issues.no-such-item',
        why: 'The plan has no issue `s0.cnbv`',
        next: 'Mend the playbook or the extension in `.github/sprintgate.yml`; `sprintgate validate` shows the place.',
      },
    ],
    [
      'stay open while one of two copies is',
      's0.task.1',
      [...tasks('c'), { ...tasks('o')[0], number: 9 } as IssueFacts],
      { is: 'fail issues.open', why: 'Still open: #9', next: 'Finish the open issues of the plan and close them.' },
    ],
    [
      'stay open though a copy was closed later',
      's0.task.1',
      [...tasks('o'), { ...tasks('c')[0], number: 9 } as IssueFacts],
      { is: 'fail issues.open', why: 'Still open: #101', next: 'Finish the open issues of the plan and close them.' },
    ],
    [
      'name the first of two open copies',
      's0.task.1',
      [...tasks('o'), { ...tasks('o')[0], number: 9 } as IssueFacts],
      { is: 'fail issues.open', why: 'Still open: #101', next: 'Finish the open issues of the plan and close them.' },
    ],
  ];
  it.each(rows)('%s', (...row) => {
    const [, closed, seeded, told] = row;
    expect(tell({ issues: { closed } }, { playbook, snapshot: { seeded } })).toEqual(told);
  });

  it.each([
    ['another unit', wrapMarked('web', 's0.task.1', 'text')],
    ['nothing that we wrote', 's0.task.1'],
    ['another item', wrapMarked('.', 's0.task.12', 'text')],
  ])('are not those of %s', (_name, body) => {
    const [issue] = tasks('c');
    expect(tell({ issues: { closed: 's0.task.1' } }, { playbook, snapshot: { seeded: issue ? [{ ...issue, body }] : [] } }).is).toBe(
      'cannot-evaluate issues.not-seeded',
    );
  });

  it('are told in Spanish, by their pattern', () => {
    expect(judge({ issues: { closed: all } }, { playbook })).toMatchObject({ id: 'issues.s0.task.*', title: 'Issues of the plan `s0.task.*`' });
    const es = (states: string) => tell({ issues: { closed: all } }, { playbook, locale: 'es', snapshot: { seeded: tasks(states) } });
    expect(es('cccccc').why).toBe('Los 6 están cerrados');
    expect(es('oooooo')).toEqual({
      is: 'fail issues.open',
      why: 'Siguen abiertos: #101, #102, #103, #104, #105 y 1 más',
      next: 'Termine los issues abiertos del plan y ciérrelos.',
    });
    expect(es('ccccc').why).toBe('Aún no están en el repositorio: `s0.task.6`');
  });
});
