import { matchGlobs } from '../../core/globs/match-globs.ts';
import type { Component } from '../../core/policy/policy.ts';

/** Endings to try where a pattern leaves them open, the usual one of the kind first. */
const endings: Readonly<Record<string, readonly string[]>> = { 'ml-model': ['.py', '.ts'], 'data-pipeline': ['.py', '.ts'] };

/**
 * A path for a made-up source file of this name that belongs to the component, e.g. `src/api/change.ts` for `src/api/**`;
 * null when the patterns admit none.
 */
export function pathIn(component: Component, name: string): string | null {
  const belongs = matchGlobs(component.paths, component.exclude);
  const candidates = component.paths
    .filter((pattern) => !pattern.startsWith('!'))
    .flatMap((pattern) => fill(pattern, name, endings[component.kind] ?? ['.ts', '.py']));
  return candidates.find((path) => belongs(path)) ?? null;
}

function fill(pattern: string, name: string, extensions: readonly string[]): string[] {
  const [plain = ''] = alternatives(pattern);
  const parts = plain.replace(/^\.?\//, '').split('/');
  const last = parts.pop() ?? '';
  const folder = parts.filter((part) => part !== '**').map((part) => plainPart(part, 'part'));
  const file = plainPart(last === '**' ? '*' : last, name);
  const files = /\.\w+$/.test(file) ? [file] : [...extensions.map((extension) => file + extension), file];
  // Some patterns ask for a folder where `**` stands.
  return [folder, [...folder, 'part']].flatMap((within) => files.map((each) => [...within, each].join('/')));
}

/** `{a,b}`, `@(a|b)` and `[ab]` with their first choice. */
function alternatives(pattern: string): string[] {
  return [
    pattern
      .replace(/\{([^{},]*)[^{}]*\}/g, '$1')
      .replace(/[@+?*]\(([^()|]*)[^()]*\)/g, '$1')
      .replace(/!\([^()]*\)/g, '*')
      .replace(/\[([^\]!^])[^\]]*\]/g, '$1'),
  ];
}

function plainPart(part: string, name: string): string {
  return part.replace(/\*+/, name).replaceAll('*', '').replaceAll('?', 'x');
}
