import { SaxesParser } from 'saxes';
import type { ByteSink } from './decoding-sink.ts';
import { ReportProblem } from './report-problem.ts';

/** The attributes of one element. Good only while its handler runs. */
export interface XmlAttributes {
  /** Undefined when the element has none of that name. */
  get(name: string): string | undefined;
}

export interface XmlHandlers {
  /** `path` holds the names of the open elements, the new one last. It is reused: copy what must be kept. */
  open(path: readonly string[], attributes: XmlAttributes, line: number): void;
  /** Character data and CDATA, in pieces. */
  text?(path: readonly string[], text: string): void;
  close?(path: readonly string[], line: number): void;
}

// JaCoCo nests groups as deep as modules are nested; nothing genuine comes near this.
const deepest = 100;

/**
 * Streams XML in UTF-8 to handlers. Entities of a DOCTYPE are never expanded and nothing is fetched; an unknown entity, a
 * mismatched tag, a forbidden character or too deep a nesting throws a `ReportProblem` with its line.
 */
export function xmlSink(handlers: XmlHandlers): ByteSink {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  const path: string[] = [];
  parser.on('error', (error) => {
    throw new ReportProblem(plain(error.message), parser.line);
  });
  parser.on('opentag', (tag) => {
    path.push(tag.name);
    if (path.length > deepest) throw new ReportProblem(`elements are nested more than ${deepest} deep`, parser.line);
    handlers.open(path, { get: (name) => (Object.hasOwn(tag.attributes, name) ? tag.attributes[name] : undefined) }, parser.line);
  });
  const { text } = handlers;
  if (text) {
    const give = (value: string): void => {
      if (path.length > 0) text(path, value);
    };
    parser.on('text', give);
    parser.on('cdata', give);
  }
  parser.on('closetag', () => {
    handlers.close?.(path, parser.line);
    path.pop();
  });
  let started = false;
  const write = (chunk: string): void => {
    // White space before the XML declaration is not well-formed, and does occur.
    const piece = started ? chunk : chunk.trimStart();
    if (piece === '') return;
    started = true;
    parser.write(piece);
  };
  return {
    push: (bytes) => write(decoder.decode(bytes, { stream: true })),
    end() {
      write(decoder.decode());
      parser.close();
    },
  };
}

/** Saxes begins its messages with `line:column: `, which the problem carries apart. */
function plain(message: string): string {
  return message.replace(/^\d+:\d+:\s*/, '').slice(0, 200);
}
