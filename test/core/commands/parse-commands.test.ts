import { describe, expect, test } from 'vitest';
import { commandNames, type Command } from '../../../src/core/commands/command.ts';
import { commandTable } from '../../../src/core/commands/command-table.ts';
import { parseCommands } from '../../../src/core/commands/parse-commands.ts';

function only(body: string): Command {
  const [command, ...others] = parseCommands(body);
  if (!command || others.length > 0) throw new Error(`expected one command, got ${others.length + (command ? 1 : 0)}`);
  return command;
}

describe('names', () => {
  const names = commandTable.flatMap((spec) => [...spec.called.en, ...spec.called.es].map((word) => [word, spec.name] as const));
  test.each(names)('%s is the command %s', (word, name) => {
    expect(only(`/sprintgate ${word}`)).toMatchObject({ kind: 'command', name });
  });

  test('the table has every command once', () => {
    expect(commandTable.map((spec) => spec.name)).toEqual([...commandNames]);
  });

  test.each([
    ['/Sprintgate APPROVE', 'approve'],
    ['/sprintgate éxentar x', 'waive'],
    ['/sprintgate', 'help'],
    ['   /sprintgate recheck', 'recheck'],
    ['/sprintgate recheck\r', 'recheck'],
  ])('%j is %s', (body, name) => expect(only(body)).toMatchObject({ kind: 'command', name }));

  test.each([
    ['/sprintgate aprove x', 'approve'],
    ['/sprintgate atestigaur x', 'atestiguar'],
    ['/sprintgate hodl', 'hold'],
    ['/sprintgate frobnicate', null],
  ])('%s suggests %s', (body, suggestion) => expect(only(body)).toMatchObject({ kind: 'unknown', suggestion }));

  test('every example of the table is read as its own command, without a bad date', () => {
    for (const spec of commandTable) {
      for (const example of [...spec.examples.en, ...spec.examples.es]) {
        expect(only(`/sprintgate ${example}`)).toMatchObject({ kind: 'command', name: spec.name, badDate: null });
      }
    }
  });
});

describe('where a command counts', () => {
  test.each([
    ['in a fence', '```\n/sprintgate approve\n```'],
    ['in a fence of tildes', '~~~sh\n/sprintgate approve\n~~~'],
    ['in a fence that is closed by fewer marks', '````\n```\n/sprintgate approve\n````'],
    ['in an unclosed fence', 'see\n```\n/sprintgate approve'],
    ['in a quote', '> /sprintgate approve'],
    ['in inline code', '`/sprintgate approve`'],
    ['in indented code', '    /sprintgate approve'],
    ['inside a sentence', 'please /sprintgate approve'],
    ['in an HTML comment', '<!-- \n/sprintgate approve\n-->'],
    ['in an unclosed HTML comment', '<!-- hidden\n/sprintgate approve'],
    ['after the end of an HTML comment', '<!-- hidden --> /sprintgate approve'],
    ['in a longer word', '/sprintgateapprove'],
  ])('not %s', (_where, body) => expect(parseCommands(body)).toEqual([]));

  test('several lines are several commands, with their line numbers', () => {
    const body = 'Looks good.\r\n/sprintgate approve ux-review\r\n```\n/sprintgate hold\n```\n/sprintgate status';
    expect(parseCommands(body).map((command) => [command.kind === 'command' ? command.name : null, command.line])).toEqual([
      ['approve', 2],
      ['status', 6],
    ]);
  });
});

describe('arguments', () => {
  const none = { text: '', until: null, link: null, conditions: [], badDate: null };
  test.each([
    ['approve ux-review looks good', { ...none, text: 'ux-review looks good' }],
    ['approve x until 2027-01-01', { ...none, text: 'x', until: '2027-01-01' }],
    ['exentar x hasta el 2027-01-01 por falta de datos', { ...none, text: 'x por falta de datos', until: '2027-01-01' }],
    ['waive x until 2027-02-30 reason', { ...none, text: 'x reason', badDate: '2027-02-30' }],
    ['waive x until 1/2/2027 reason', { ...none, text: 'x reason', badDate: '1/2/2027' }],
    ['hold until legal answers', { ...none, text: 'until legal answers' }],
    ['attest a.b https://example.com/doc. signed', { ...none, text: 'a.b signed', link: 'https://example.com/doc' }],
    ['attest a.b <https://example.com/doc>', { ...none, text: 'a.b', link: 'https://example.com/doc' }],
    ['attest a.b javascript:alert(1)', { ...none, text: 'a.b javascript:alert(1)' }],
    ['approve x with: one; two ;', { ...none, text: 'x', conditions: ['one', 'two'] }],
    ['aprobar x con: uno; dos hasta 2027-03-01', { ...none, text: 'x', conditions: ['uno', 'dos'], until: '2027-03-01' }],
    ['approve x with: see https://example.com/1', { ...none, text: 'x', conditions: ['see https://example.com/1'] }],
    ['approve x with care', { ...none, text: 'x with care' }],
  ])('%s', (written, expected) => expect(only(`/sprintgate ${written}`)).toMatchObject(expected));

  test('of a wall of text are not taken apart, and are left too long to be accepted', () => {
    const written = only(`/sprintgate hold until 1${'.'.repeat(60_000)}x`);
    expect(written).toMatchObject({ ...none, name: 'hold', text: `until 1${'.'.repeat(3_994)}` });
    expect(only(`/sprintgate approve ${' '.repeat(60_000)}x with: care`)).toMatchObject({ ...none, text: 'x', conditions: ['care'] });
  });
  test('lose a long row of marks behind a date in no time', () => {
    expect(only(`/sprintgate waive x until 2027-01-01${'.'.repeat(3_900)} y`)).toMatchObject({ until: '2027-01-01', text: 'x y' });
  });
});
