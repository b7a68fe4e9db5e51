import { describe, expect, test } from 'vitest';
import { parseCommands } from '../../src/core/commands/parse-commands.ts';
import { readMarked } from '../../src/core/markers/marker.ts';
import { readReceipt } from '../../src/core/people/read-receipt.ts';
import { releaseName } from '../../src/core/people/release-name.ts';
import { escapeMarkdown, inlineCode } from '../../src/core/report/markdown.ts';
import { renderProse } from '../../src/core/report/prose.ts';
import { readLedgerHead } from '../../src/core/report/publish-ledger-head.ts';

// As long as GitHub lets a comment be.
const length = 65_536;
const fill = (piece: string) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const texts: readonly [name: string, text: string][] = [
  ['blanks', `/sprintgate ${fill(' ')}x`],
  ['line ends', fill('\n')],
  ['mentions', fill('@a/')],
  ['comments that never end', fill('<!-- ')],
  ['markers that never end', fill('<!-- sprintgate:1 unit=. id=a ')],
  ['receipts that never end', fill('<!-- sprintgate-receipt:1 QUJD.')],
  ['one long receipt', `<!-- sprintgate-receipt:1 ${fill('A')}`],
  ['quotes in quotes', fill('> ')],
  ['brackets', fill('[')],
  ['links', fill('[a](')],
  ['stars', fill('*a **a ')],
  ['backquotes', fill('`a``')],
  ['references', fill('&#x')],
  ['tables', fill('|-')],
  ['commands', fill('/sprintgate waive a until: 2027-01-01 "')],
  ['words like options', `/sprintgate waive a ${fill('until: ')}`],
];

const readers: readonly [name: string, read: (text: string) => unknown][] = [
  ['commands', parseCommands],
  ['markers', readMarked],
  ['receipts', (text) => readReceipt(text, { publicKeys: [], repository: 1, unit: '.' })],
  ['heads of the ledger', readLedgerHead],
  ['names of releases', releaseName],
  ['escaping', escapeMarkdown],
  ['inline code', inlineCode],
  ['prose', renderProse],
];

describe('a text as long as GitHub takes, made to cost time,', () => {
  test.each(readers)('is read in bounded time: %s', (_name, read) => {
    for (const [name, text] of texts) {
      const begun = performance.now();
      read(text);
      // Far above what it takes, also on a machine that does much else; what grows with the square takes minutes.
      expect({ name, slow: performance.now() - begun > 5_000 }).toEqual({ name, slow: false });
    }
  });
});
