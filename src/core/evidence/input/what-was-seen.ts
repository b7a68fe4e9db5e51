import { isObject } from './json-shape.ts';
import type { ReportHead } from './report-head.ts';

const mostNames = 6;
const longest = 30;

/** What a file that nothing recognises looks like, for whoever has to find out why. Names only, never values: it may hold secrets. */
export function beginningSeen({ text, xml }: ReportHead): string {
  if (/^<!doctype html|^<html/i.test(text)) return 'it is a web page (HTML)';
  if (xml) return `it is XML with the root \`${shown(xml.root)}\``;
  if (text.startsWith('PK\u0003\u0004')) return 'it is a ZIP archive (give the files in it)';
  if (text.startsWith('\u001f\ufffd')) return 'it is compressed with gzip (give it uncompressed)';
  return `it begins with \`${shown(/^[^\s=:,;]+|^[=:,;]+/.exec(text)?.[0] ?? '')}\``;
}

export function documentSeen(document: unknown): string {
  if (Array.isArray(document)) return `it is a JSON list${document.length === 0 ? ' of nothing' : `, first of it ${shapeOf(document[0])}`}`;
  return `it is ${shapeOf(document)}`;
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return 'a JSON list';
  if (!isObject(value)) return value === null ? 'null' : `a JSON ${typeof value}`;
  const names = Object.keys(value);
  if (names.length === 0) return 'a JSON object without members';
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
  return `a JSON object with the members ${names.slice(0, mostNames).map(shown).join(', ')}${more}`;
}

function shown(name: string): string {
  const printable = name.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]|`/gu, '?');
  return printable.length > longest ? `${printable.slice(0, longest)}…` : printable;
}
