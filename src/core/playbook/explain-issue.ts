import type { z } from 'zod';
import type { Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;

/**
 * A schema issue as a problem with its own path. Of a union (a rule has many forms) the form that came closest speaks:
 * "Invalid input" alone would help nobody.
 */
export function explainIssue(issue: Issue, above: readonly (string | number)[] = []): Problem[] {
  const path = [...above, ...issue.path.map(step)];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], message: `"${key}" is not known here; remove it or mend its spelling` }));
  }
  if (issue.code === 'invalid_union') return explainUnion(issue.errors, path);
  return [{ path, message: `${nameOf(path)}: ${lowerFirst(issue.message)}` }];
}

function explainUnion(branches: readonly (readonly Issue[])[], path: readonly (string | number)[]): Problem[] {
  const closest = [...branches].sort((a, b) => distance(a) - distance(b))[0];
  if (!closest || closest.length === 0) return [{ path, message: `${nameOf(path)}: none of the allowed forms` }];
  return closest.flatMap((issue) => explainIssue(issue, path));
}

/** The deeper a branch got before it failed, the likelier it is the one that was meant. */
function distance(branch: readonly Issue[]): number {
  const depth = Math.min(...branch.map((issue) => depthOf(issue)));
  return branch.length - depth * 100;
}

function depthOf(issue: Issue): number {
  if (issue.code !== 'invalid_union') return issue.path.length;
  return issue.path.length + Math.max(0, ...issue.errors.map((branch) => Math.min(...branch.map((inner) => depthOf(inner)))));
}

function nameOf(path: readonly (string | number)[]): string {
  return path.length === 0 ? 'the file' : path.join('.');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function step(key: PropertyKey): string | number {
  return typeof key === 'number' ? key : String(key);
}
