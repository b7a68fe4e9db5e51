import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');
const cell = /^\| (?<attack>[^|]+) \| [^|]+ \| [^|]+ \| \[`(?<file>[^`]+)`\]\(\.\.\/\k<file>\) › (?<title>[^|]+?) +\|$/;
const rows = page
  .slice(page.indexOf('## Attacks'), page.indexOf('## What it does not'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| attack') && !line.startsWith('| ---'));

describe('each attack that the threat model names', () => {
  test('stands in a row that says what tries it', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter((row) => !cell.test(row.replace(/ +\|/g, ' |')))).toEqual([]);
  });

  test('is tried by a test that is there, by its title', () => {
    const missing = rows.flatMap((row) => {
      const { file = '', title = '' } = cell.exec(row.replace(/ +\|/g, ' |'))?.groups ?? {};
      return existsSync(join(root, file)) && holdsTitle(readFileSync(join(root, file), 'utf8'), title) ? [] : [`${file} › ${title}`];
    });
    expect(missing).toEqual([]);
  });
});

function holdsTitle(source: string, title: string): boolean {
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${title}${quote}`));
}
