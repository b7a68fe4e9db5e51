import type { KnownCommand } from '../commands/command.ts';
import type { WaiverScope } from './waiver-scope.ts';

/** What a command says of its reach, and its words without that. */
export type ReadScope =
  | { readonly kind: 'scope'; readonly scope: WaiverScope | null; readonly text: string; readonly control: string }
  | { readonly kind: 'unreadable'; readonly written: string }
  | { readonly kind: 'several' };

const kinds: Readonly<Record<string, WaiverScope['kind']>> = {
  component: 'component',
  componente: 'component',
  pull: 'pull',
  pr: 'pull',
  release: 'release',
  version: 'release',
  versión: 'release',
};
const mark = new RegExp(`(?<=^|\\s)\`?(${Object.keys(kinds).join('|')}):\\s*(\\S+)`, 'giu');

/**
 * Finds the reach of a waiver wherever it stands: before the reason, in it, or after the compensating control. Overlooked, it
 * would make the waiver reach further than was meant.
 */
export function readScope({ text, conditions }: Pick<KnownCommand, 'text' | 'conditions'>): ReadScope {
  const control = conditions.join('; ');
  const found = [...text.matchAll(mark), ...control.matchAll(mark)];
  const [only] = found;
  if (found.length > 1) return { kind: 'several' };
  if (!only) return { kind: 'scope', scope: null, text, control };
  const scope = scopeOf(only[1] ?? '', (only[2] ?? '').replaceAll('`', '').replace(/[,;]+$/, ''));
  if (scope === null) return { kind: 'unreadable', written: only[0] };
  return { kind: 'scope', scope, text: without(text), control: without(control) };
}

function scopeOf(word: string, value: string): WaiverScope | null {
  const kind = kinds[word.toLowerCase().normalize('NFC')];
  if (kind === undefined || value === '') return null;
  if (kind === 'component') return { kind, component: value };
  if (kind === 'release') return { kind, release: value };
  const number = /^#?([1-9]\d{0,9})$/.exec(value)?.[1];
  return number === undefined ? null : { kind, pull: Number(number) };
}

function without(text: string): string {
  return text.replace(mark, ' ').replace(/\s+/g, ' ').trim();
}
