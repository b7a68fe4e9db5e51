import { describe, expect, it } from 'vitest';
import { escapeHtml, escapeMarkdown, inlineCode, markdownLink, renderProse } from '../../../src/core/report/markdown.ts';
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
  it('keeps short code and escapes the rest', () => {
    expect(renderProse('Write `/sprintgate approve x` as @ana, not <b>')).toBe('Write `/sprintgate approve x` as `@ana`, not &lt;b&gt;');
  });
  it('does not take a span with a pipe for code, since it would end a table cell', () => {
    expect(renderProse('`a|b`')).toBe('\\`a\\|b\\`');
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
