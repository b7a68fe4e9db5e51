import type { Report } from '../../../src/core/evidence/report.ts';

/**
 * The report without the machine's own paths: what lies in the workspace is named from there, as the repository does.
 * The same commit then gives the same bundle on every runner. The workspace may have several names (links, separators).
 */
export function relocateReport(report: Report, workspaces: readonly string[]): Report {
  const bare = workspaces.map((name) => name.replace(/[\\/]+$/, '')).filter((name) => name !== '');
  const roots = [...new Set(bare.flatMap((name) => [name, name.replaceAll('\\', '/')]))].sort((a, b) => b.length - a.length);
  return relocate(report, roots) as Report;
}

function relocate(value: unknown, roots: readonly string[]): unknown {
  if (typeof value === 'string') return roots.reduce(relative, value);
  if (Array.isArray(value)) return value.map((one) => relocate(one, roots));
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, relocate(inner, roots)]));
}

function relative(text: string, root: string): string {
  if (!text.includes(root)) return text;
  if (text.replace(/[\\/]+$/, '') === root) return '.';
  // Only where a path begins: the workspace's name may stand inside of another folder's.
  return text.replace(new RegExp(`(?<![\\w.\\\\-])${escaped(root)}[\\\\/]`, 'g'), '');
}

/** The name as a pattern that matches nothing else. */
function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
