import { fromMarkdown } from 'mdast-util-from-markdown';
import { writtenLines } from './written-lines.ts';

export interface CommandLine {
  /** Counted from 1. */
  readonly line: number;
  /** What follows `/sprintgate`, trimmed. */
  readonly rest: string;
  /** It begins with `@sprintgate`: a sentence to us, or a slip of the pen. */
  readonly mention: boolean;
}

// What is pasted from chats and mail brings marks along that nobody sees.
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const start = /^ {0,3}(?:\/sprintgate|(@sprintgate)(?:\[bot\])?)(?:[:,.]?(?=\s)|[:,.]?$)/i;
/** More containers within each other than anybody writes: beyond, a parser would need ever more time. */
const deep = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){33}.*$/;

/**
 * Finds the lines that a person wrote as commands, by how GitHub renders the comment. What is quoted, shown as code, folded
 * away or hidden in an HTML comment is talk about commands, not a command.
 */
export function commandLines(body: string): CommandLine[] {
  const lines = body
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(invisible, '').replace(deep, '>'));
  // Taking a comment apart takes time, and most hold no command.
  if (!lines.some((line) => start.test(line))) return [];
  const written = writtenLines(fromMarkdown(lines.join('\n')));
  return lines.flatMap((text, index) => {
    const match = written.has(index + 1) ? start.exec(text) : null;
    return match ? [{ line: index + 1, rest: text.slice(match[0].length).trim(), mention: match[1] !== undefined }] : [];
  });
}
