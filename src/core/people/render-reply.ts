import { wrapMarked } from '../markers/marker.ts';
import { inlineCode, markdownLink } from '../report/markdown.ts';
import { truncateBytes } from '../report/truncate-bytes.ts';
import type { ConversationComment } from './conversation-snapshot.ts';

interface Marked {
  readonly unit: string;
  readonly markerId: string;
}

/** What is answered to one line of a comment. */
export interface LineAnswer {
  readonly line: number;
  readonly text: string;
}

// GitHub takes 65,536 characters; what escaping and quoting add stays below.
const mostBytes = 60_000;
const cutMark = '…';

/**
 * Our answer to a comment: it quotes each command and links to the comment, since GitHub does not thread comments. Commands
 * that get the same answer get it once.
 */
export function renderReply(reply: Marked & { readonly comment: ConversationComment; readonly answers: readonly LineAnswer[] }): string {
  const { comment, answers } = reply;
  const written = comment.body.replaceAll(/\r\n?/g, '\n').split('\n');
  const texts = [...new Set(answers.map(({ text }) => text))];
  const share = Math.floor(mostBytes / Math.max(1, texts.length));
  const parts = texts.map((text, index) => {
    const quotes = answers.filter((answer) => answer.text === text).map(({ line }) => `> ${inlineCode(shorten(written[line - 1] ?? ''))}`);
    const author = index === 0 ? ` ${markdownLink(comment.author.login, comment.url)}` : '';
    const [first = '', ...others] = quotes;
    return truncateBytes(`${[first + author, ...others].join('\n')}\n\n${text}`, share, cutMark);
  });
  return wrapMarked(reply.unit, reply.markerId, parts.join('\n\n'));
}

/** An answer that quotes nothing. */
export function renderPlainReply(answer: Marked & { readonly text: string }): string {
  return wrapMarked(answer.unit, answer.markerId, answer.text);
}

function shorten(line: string): string {
  const written = line.trim();
  return written.length > 120 ? `${[...written].slice(0, 119).join('')}…` : written;
}
