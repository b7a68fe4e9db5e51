import { SaxesParser } from 'saxes';
import { ReportProblem } from './report-problem.ts';

export interface XmlHandlers {
  /** `path` holds the names of the open elements, the new one last. It is reused: copy what must be kept. */
  open(path: readonly string[], attributes: Readonly<Record<string, string>>, line: number): void;
  text?(path: readonly string[], text: string): void;
  close?(path: readonly string[]): void;
}

export interface XmlSink {
  push(chunk: string): void;
  end(): void;
}

// JaCoCo nests groups as deep as modules are nested; nothing genuine comes near this.
const deepest = 100;

/**
 * Streams XML to handlers. Entities of a DOCTYPE are never expanded and nothing is fetched; an unknown entity, a
 * mismatched tag, a forbidden character or too deep a nesting throws a `ReportProblem` with its line.
 */
export function xmlSink(handlers: XmlHandlers): XmlSink {
  const parser = new SaxesParser();
  const path: string[] = [];
  parser.on('error', (error) => {
    throw new ReportProblem(plain(error.message), parser.line);
  });
  parser.on('opentag', (tag) => {
    path.push(tag.name);
    if (path.length > deepest) throw new ReportProblem(`elements are nested more than ${deepest} deep`, parser.line);
    handlers.open(path, tag.attributes, parser.line);
  });
  const { text } = handlers;
  if (text)
    parser.on('text', (value) => {
      if (path.length > 0) text(path, value);
    });
  parser.on('closetag', () => {
    handlers.close?.(path);
    path.pop();
  });
  let started = false;
  return {
    push(chunk) {
      // White space before the XML declaration is not well-formed, and does occur.
      const piece = started ? chunk : chunk.trimStart();
      if (piece === '') return;
      started = true;
      parser.write(piece);
    },
    end() {
      parser.close();
    },
  };
}

/** Saxes begins its messages with `line:column: `, which the problem carries apart. */
function plain(message: string): string {
  return message.replace(/^\d+:\d+:\s*/, '').slice(0, 200);
}
