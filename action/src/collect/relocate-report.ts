import type { Report } from '../../../src/core/evidence/report.ts';

/**
 * The report without the machine's own paths: what lies in the workspace is named from there, as the repository does.
 * The same commit then gives the same bundle on every runner.
 */
export function relocateReport(report: Report, workspace: string): Report {
  const root = workspace.replaceAll('\\', '/').replace(/\/+$/, '');
  return root === '' ? report : (relocate(report, root) as Report);
}

function relocate(value: unknown, root: string): unknown {
  if (typeof value === 'string') return value.includes(root) ? relative(value, root) : value;
  if (Array.isArray(value)) return value.map((one) => relocate(one, root));
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, relocate(inner, root)]));
}

function relative(text: string, root: string): string {
  if (text === root || text === `${root}/`) return '.';
  return text.replaceAll(`${root}/`, '');
}
