import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type ParsedNode, type Node } from 'yaml';
import type { Words } from './config-words.ts';
import type { ConfigProblem } from './policy.ts';
import { printable } from './printable.ts';

export type ConfigPath = readonly (string | number)[];

/** A configuration file with the places of its values, so that whoever finds something wrong can point at it. */
export interface ConfigSource {
  readonly file: string;
  readonly document: Document.Parsed<ParsedNode> | null;
  /** A problem at the value of a path, or at the nearest place above it that is written. */
  problemAt(path: ConfigPath, words: Words): ConfigProblem;
  /** A problem at the key of a path: for names that are wrong themselves. */
  problemAtKey(path: ConfigPath, words: Words): ConfigProblem;
  problemAtOffset(offset: number, words: Words): ConfigProblem;
}

export const longestConfig = 200_000;

/** Reads the YAML of a configuration file. Never throws: what cannot be parsed has a null document. */
export function readConfigSource(file: string, text: string): ConfigSource {
  // A byte order mark would count as a column that no editor shows.
  const content = text.replace(/^\uFEFF/, '');
  const lines = new LineCounter();
  const document = parse(content, lines);
  function problem(offset: number, path: ConfigPath, words: Words): ConfigProblem {
    const { line, col } = lines.linePos(offset);
    const messages = { en: printable(words.en), es: printable(words.es) };
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), path: printable(pathText(path)), message: messages.en, messages };
  }
  return {
    file,
    document,
    problemAt: (path, words) => problem(placeOf(document, path).value, path, words),
    problemAtKey: (path, words) => problem(placeOf(document, path).key, path, words),
    problemAtOffset: (offset, words) => problem(offset, [], words),
  };
}

/** A path as people write it: `components.api.paths[0]`. */
export function pathText(path: ConfigPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

function parse(content: string, lines: LineCounter): Document.Parsed<ParsedNode> | null {
  if (content.length > longestConfig) return null;
  try {
    // The core schema keeps 2027-01-11 and `off` as text, whatever a %YAML directive in the file asks for.
    return parseDocument(content, { lineCounter: lines, prettyErrors: false, schema: 'core', merge: false, uniqueKeys: true, stringKeys: true });
  } catch {
    // The parser recurses: a hundred thousand opening brackets exhaust the stack.
    return null;
  }
}

function placeOf(document: Document.Parsed<ParsedNode> | null, path: ConfigPath): { key: number; value: number } {
  let node: Node | null | undefined = document?.contents;
  let place = { key: startOf(node), value: startOf(node) };
  for (const step of path) {
    const inner: Node | null | undefined = isAlias(node) && document ? node.resolve(document) : node;
    const next = childOf(inner, step);
    if (!next) return place;
    place = { key: startOf(next.key ?? next.value), value: startOf(next.value ?? next.key) };
    node = next.value;
  }
  return place;
}

function childOf(node: Node | null | undefined, step: string | number): { key: Node | null; value: Node | null } | null {
  if (isMap<Node, Node | null>(node)) {
    const pair = node.items.find((candidate) => isScalar(candidate.key) && String(candidate.key.value) === String(step));
    return pair ? { key: pair.key, value: pair.value } : null;
  }
  if (isSeq<Node>(node) && typeof step === 'number') {
    const item = node.items[step];
    return item ? { key: null, value: item } : null;
  }
  return null;
}

function startOf(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}
