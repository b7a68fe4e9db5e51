import { cut } from './input/cut.ts';
import { ReportProblem } from './input/report-problem.ts';
import type { ReportBody } from './readers/reader.ts';

const [longestFlag, longestWord, longestPath] = [500, 200, 4_096];

/** The report as it may leave its reader: figures of which none could be read are missing evidence, and texts are cut to what can be shown and kept. Throws where a name that counts for something is longer than any real one. */
export function boundedBody(body: ReportBody): ReportBody {
  checkNames(body);
  return {
    ...body,
    ...(body.outcome === 'ok' && !hasValues(body) ? { outcome: 'empty' as const } : {}),
    flags: body.flags.map((flag) => cut(flag, longestFlag)),
    ...(body.tool === undefined ? {} : { tool: cut(body.tool, longestWord) }),
    ...(body.madeAt === undefined ? {} : { madeAt: cut(body.madeAt, longestWord) }),
    ...(body.error ? { error: { ...body.error, message: cut(body.error.message, longestFlag) } } : {}),
  };
}

function hasValues(body: ReportBody): boolean {
  return !(body.kind === 'metrics' || body.kind === 'document') || Object.keys(body.totals.values).length > 0;
}

function checkNames(body: ReportBody): void {
  if (body.kind === 'coverage') {
    for (const { path, group = '' } of body.files) check('path of a file', [path, group]);
    check('source root', body.sources ?? []);
  }
  if (body.kind === 'metrics' || body.kind === 'document') check('name of a figure', Object.keys(body.totals.values));
  if (body.kind === 'tests') for (const { name, hint } of body.suites) check('name of a suite', [name, hint ?? '']);
}

function check(what: string, names: readonly string[]): void {
  const long = names.find((name) => name.length > longestPath);
  if (long !== undefined) throw new ReportProblem(`the ${what} is longer than ${longestPath} characters: ${JSON.stringify(long.slice(0, 60))}…`);
}
