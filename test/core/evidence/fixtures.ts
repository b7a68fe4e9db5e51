import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const count = z.object({ covered: z.number(), total: z.number() });
const expected = z.looseObject({
  outcome: z.string(),
  lines: count.nullish(),
  branches: count.nullish(),
  functions: count.nullish(),
  statements: count.nullish(),
  instructions: count.nullish(),
  files: z.number().nullish(),
  acceptable_lines: z.array(count).optional(),
  acceptable_branches: z.array(count).optional(),
  acceptable_statements: z.array(count).optional(),
});
const fixtures = z.object({ fixtures: z.array(z.object({ file: z.string(), kind: z.string(), format: z.string(), expected })) });

export type Fixture = z.output<typeof fixtures>['fixtures'][number];

const folder = new URL('../../../../shared/fixtures/evidence/', import.meta.url);

/** Reports of real tools with the totals they must give; null where the folder is not at hand. */
export function readFixtures(): Fixture[] | null {
  const list = new URL('expected.json', folder);
  return existsSync(list) ? fixtures.parse(JSON.parse(readFileSync(list, 'utf8'))).fixtures : null;
}

export function readFixture(fixture: Fixture): Uint8Array {
  return readFileSync(new URL(fixture.file.split('/').map(encodeURIComponent).join('/'), folder));
}
