import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readers } from '../../src/core/evidence/readers/readers.ts';

const folder = new URL('../../docs/evidence-formats/', import.meta.url);
const files = { coverage: 'coverage.md', tests: 'tests.md', findings: 'findings.md', metrics: 'metrics.md', document: 'documents.md' } as const;

/** The formats of a page: the first cells, in code, of its tables that begin with `Format`. */
function documented(file: string): string[] {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const tables = text.split(/\n(?!\|)/).filter((block) => /^\s*\| *format *\|/i.test(block));
  return tables.flatMap((table) => [...table.matchAll(/^\| *`([a-z0-9-]+)` *\|/gm)].flatMap(([, format]) => format ?? []));
}

describe('the tables of formats', () => {
  it.each(Object.entries(files))('have every format of %s once, and no other', (kind, file) => {
    const known = readers.filter((reader) => reader.kind === kind).map((reader) => reader.format);
    expect(documented(file).sort()).toEqual([...new Set(known)].sort());
  });
});
