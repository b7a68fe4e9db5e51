import { describe, expect, it } from 'vitest';
import { escapeHtml, escapeMarkdown, inlineCode, markdownLink } from '../../../src/core/report/markdown.ts';
import { plainProse, renderProse } from '../../../src/core/report/prose.ts';
import { neutraliseMentions } from '../../../src/core/report/neutralise-mentions.ts';
import { renderTable } from '../../../src/core/report/render-table.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['a --> b', 'a --&gt; b'],
    ['a | b', 'a \\| b'],
    ['`code`', '\\`code\\`'],
    ['@acme/team reads', '`@acme/team` reads'],
    ['`@everyone', '\\`@\u200beveryone'],
    ['ana@example.com', 'ana@example.com'],
    ['[x](javascript:1)', '\\[x\\](javascript:1)'],
    ['# title', '\\# title'],
    ['1. one', '1\\. one'],
    ['- [x] done', '\\- \\[x\\] done'],
    ['two\nlines', 'two lines'],
    ['abc\u202edef', 'abcdef'],
    ['$x$ ~y~ *z* _w_', '\\$x\\$ \\~y\\~ \\*z\\* \\_w\\_'],
    ['cobertura al 95 %', 'cobertura al 95 %'],
  ])('makes %j inert', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });
});

describe('renderProse', () => {
  it.each([
    ['Write `/sprintgate approve x` as @ana, not <b>', 'Write `/sprintgate approve x` as @' + '\u200bana, not &lt;b&gt;'],
    ['`a|b` would end a cell', '\\`a\\|b\\` would end a cell'],
    ['see [#5](https://x.test/5) now', 'see [#5](https://x.test/5) now'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    [
      '[![a](https://x.test/i)](https://x.test)',
      '\\[!\\[a\\](https://x.test/i)\\](https://x.test)'.replace('\\[a\\](https://x.test/i)', '[a](https://x.test/i)'),
    ],
    ['already \\*safe\\* &lt;b&gt;', 'already \\*safe\\* &lt;b&gt;'],
    ['a \\ b', 'a \\\\ b'],
    ['mail ana@example.com', 'mail ana@example.com'],
  ])('renders %j', (text, markdown) => {
    expect(renderProse(text)).toBe(markdown);
  });

  it('gives the same again when it is applied twice', () => {
    const once = renderProse('@ana *x* `code` <b> [#1](https://x.test)');
    expect(renderProse(once)).toBe(once);
  });
});

describe('plainProse', () => {
  it('takes marks away', () => {
    expect(plainProse('Run `x` \\*now\\* &lt; [#5](https://x.test/5)')).toBe('Run x *now* < #5');
  });
});

describe('neutraliseMentions', () => {
  it.each([
    ['hello @ana', 'hello `@ana`'],
    ['`@ana` and @bob', '`@\u200bana` and @\u200bbob'],
    ['```\n@ana\n```\n@bob', '```\n@\u200bana\n```\n`@bob`'],
    ['_@ana_', '_`@ana`_'],
    ['<b>@ana</b>', '<b>@\u200bana</b>'],
  ])('silences %j', (markdown, silent) => {
    expect(neutraliseMentions(markdown)).toBe(silent);
  });
});

describe('small renderers', () => {
  it('escapes HTML and its mentions', () => {
    expect(escapeHtml('<b>"@ana"')).toBe('&lt;b&gt;&quot;@\u200bana&quot;');
  });
  it('fits any text into inline code', () => {
    expect(inlineCode('a`b|c\nd')).toBe("`a'b¦c d`");
  });
  it('links only to the web', () => {
    expect(markdownLink('a]b', 'https://x.test/(1)')).toBe('[a\\]b](https://x.test/%281%29)');
    expect(markdownLink('a', 'javascript:alert(1)')).toBe('a');
  });
  it('escapes a pipe in a cell once', () => {
    expect(renderTable({ header: ['a', 'b'], rows: [['`x|y`', 'p\\|q'], ['only']] })).toBe('| a | b |\n| - | - |\n| `x\\|y` | p\\|q |\n| only | |');
    expect(renderTable({ header: ['a'], rows: [] })).toBe('');
  });
});
