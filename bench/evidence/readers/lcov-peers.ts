import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import friedemannsommer from '@friedemannsommer/lcov-parser';

interface LcovParseSection {
  readonly lines: { readonly details: readonly { readonly hit: number }[] };
}
type LcovParse = (path: string, done: (error: string | null, sections: readonly LcovParseSection[]) => void) => void;
const lcovParse = createRequire(import.meta.url)('lcov-parse') as LcovParse;

export function readWithLcovParse(path: string): Promise<string> {
  return new Promise((resolve, reject) =>
    lcovParse(path, (error, sections) => (error === null ? resolve(counted(sections.map((section) => section.lines.details))) : reject(new Error(error)))),
  );
}

export async function readWithFriedemannsommer(path: string): Promise<string> {
  const sections = await friedemannsommer({ from: createReadStream(path) });
  return counted(sections.map((section) => section.lines.details));
}

function counted(lines: readonly (readonly { readonly hit: number }[])[]): string {
  let [covered, total] = [0, 0];
  for (const details of lines) {
    total += details.length;
    for (const { hit } of details) if (hit > 0) covered += 1;
  }
  return `${covered}/${total}`;
}
