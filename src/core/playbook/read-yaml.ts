import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { InputError } from '../errors/input-error.ts';
import { explainIssue } from './explain-issue.ts';
import { locate } from './locate.ts';
import type { Problem } from './problem.ts';

/** A file as it was given: its name, for messages, and its text. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** A document that fits its schema, and the way from a path in it back to its line. */
export interface YamlSource<T> {
  readonly file: string;
  readonly value: T;
  readonly place: (problem: Problem) => string;
}

/** Reads YAML by a schema. Throws an InputError with one `file:line:column message` line for each thing wrong. */
export function readYaml<T>(source: SourceFile, schema: z.ZodType<T>): YamlSource<T> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const first = document.errors[0];
  if (first) {
    const { line, col } = lines.linePos(first.pos[0]);
    throw new InputError(`${source.file}:${line}:${col} not YAML: ${first.message}`);
  }
  const place = (problem: Problem): string => {
    const { line, column } = locate(document, lines, problem.path);
    return `${source.file}:${line}:${column} ${problem.message}`;
  };
  // Aliases are left alone at 100: a file of ours needs none, and a bomb needs many.
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .flatMap((issue) => explainIssue(issue))
        .map(place)
        .join('\n'),
    );
  }
  return { file: source.file, value: parsed.data, place };
}
