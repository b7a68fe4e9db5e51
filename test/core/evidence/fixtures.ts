import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** What a fixture must give; each kind of report has fields of its own, explained in the fixtures' README. */
const expected = z.looseObject({ outcome: z.string() });
const fixtures = z.object({ fixtures: z.array(z.object({ file: z.string(), kind: z.string(), format: z.string(), expected })) });

export type Fixture = z.output<typeof fixtures>['fixtures'][number];

const folder = new URL('../../../../shared/fixtures/evidence/', import.meta.url);

/** Reports of real tools with the totals they must give; null, told loudly, where the folder is not at hand. */
export function readFixtures(): Fixture[] | null {
  const list = new URL('expected.json', folder);
  if (existsSync(list)) return fixtures.parse(JSON.parse(readFileSync(list, 'utf8'))).fixtures;
  console.warn('SKIPPED: the evidence fixtures (../shared/fixtures/evidence) are not here, so no reader was held against them.');
  return null;
}

/** The fixtures of some formats; none where the folder is not at hand. */
export function fixturesOf(...formats: readonly string[]): Fixture[] {
  return (readFixtures() ?? []).filter((fixture) => formats.includes(fixture.format));
}

export function readFixture(fixture: Fixture): Uint8Array {
  return readFileSync(new URL(fixture.file.split('/').map(encodeURIComponent).join('/'), folder));
}
