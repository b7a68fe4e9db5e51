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
    ['in the lines that Markdown counts to a quote above them', '> they said\n/sprintgate approve'],
    ['in a quote that is written as HTML', '<blockquote>\n\n/sprintgate approve\n\n</blockquote>'],
    ['in a quote within a list', '- see\n  > /sprintgate approve'],
    ['in a fence within a list', '- see\n\n  ```\n/sprintgate approve'.replace('\n/', '\n  /')],
    ['in inline code over several lines', 'see `this\n/sprintgate approve\nthat`'],
    ['in an HTML comment over several lines of a sentence', 'see <!-- this\n/sprintgate approve\nthat --> there'],
    ['in a fold', '<details><summary>log</summary>\n\n/sprintgate approve\n\n</details>'],
    ['in an unclosed fold', '<details>\n\n/sprintgate approve'],
    ['in a fold within a fold, after the inner one', '<details>\n\n<details>\n</details>\n\n/sprintgate approve\n\n</details>'],
    ['in preformatted text', '<pre>\n\n/sprintgate approve\n\n</pre>'],
    ['in a block of HTML', '<div>\n/sprintgate approve\n</div>'],
    ['in code that is indented by a tab', '\t/sprintgate approve'],
    ['in a list item, whose line begins with its mark', '- /sprintgate approve'],
    ['in a heading', '# /sprintgate approve'],
    ['in a sentence that mentions us', '@sprintgate thank you'],
    ['alone in a mention', '@sprintgate'],
  ])('not %s', (_where, body) => expect(parseCommands(body)).toEqual([]));

  test.each([
    ['after a quote and an empty line', '> they said\n\n/sprintgate approve'],
    ['after a closed fold', '<details>\n\nlog\n\n</details>\n\n/sprintgate approve'],
    ['after a fold that only an HTML comment tells of', '<!-- <details> -->\n/sprintgate approve'],
    ['under a list', '- looks good\n/sprintgate approve'],
    ['over the signature of a mail', '/sprintgate approve\n--\nAna'],
    ['between two sentences', 'Looks good.\n/sprintgate approve\nThank you!'],
    ['with a line end of an old Mac', 'Looks good.\r/sprintgate approve\r'],
    ['with marks that nobody sees', '\ufeff\u200b/sprint\u00adgate\u200b approve\u200d'],
    ['with hard spaces', '/sprintgate\u00a0approve\u00a0'],
    ['with a colon', '/sprintgate: approve'],
    ['with politeness', '/sprintgate please approve'],
    ['with politeness in Spanish', '/sprintgate por favor, aprobar'],
    ['with an exclamation mark', '/sprintgate approve!'],
    ['in bold', '/sprintgate **approve**'],
    ['with its accents as marks of their own', '/sprintgate a\u0301probar'],
  ])('%s', (_where, body) => expect(only(body)).toMatchObject({ kind: 'command', name: 'approve', text: '' }));

  test('a mention that looks like a command is told how to write it', () => {
    expect(only('@sprintgate approve ux-review')).toEqual({
      kind: 'unknown',
      written: '@sprintgate approve ux-review',
      suggestion: 'approve ux-review',
      line: 1,
    });
    expect(only('@sprintgate[bot] aprobar')).toMatchObject({ kind: 'unknown', suggestion: 'aprobar' });
  });

  test('of a hundred commands in one comment the first twenty count, and the rest is told of', () => {
    const commands = parseCommands('/sprintgate status\n'.repeat(100));
    expect(commands).toHaveLength(21);
    expect(commands.at(-1)).toEqual({ kind: 'left-out', count: 80, line: 21 });
  });

  test.each([
    ['quotes within quotes', '>'.repeat(60_000)],
    ['quotes within quotes on many lines', `${'>'.repeat(32)}\n`.repeat(1_900)],
    ['lists within lists', '- '.repeat(30_000)],
    ['brackets', '['.repeat(60_000)],
    ['elements', '<details>'.repeat(6_000)],
  ])('is found in no time beside %s', (_what, text) => {
    expect(parseCommands(`/sprintgate status\n\n${text}`)).toHaveLength(1);
  });

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
