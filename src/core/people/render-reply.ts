import { wrapMarked } from '../markers/marker.ts';
import { inlineCode, markdownLink } from '../report/markdown.ts';
import type { ConversationComment } from './conversation-snapshot.ts';

interface Answer {
  readonly unit: string;
  readonly markerId: string;
  readonly text: string;
}

/** Our answer to one line: it quotes the command and links to the comment, since GitHub does not thread comments. */
export function renderReply(answer: Answer & { readonly comment: ConversationComment; readonly line: number }): string {
  const { comment, line } = answer;
  const written = comment.body.replaceAll('\r\n', '\n').split('\n')[line - 1]?.trim() ?? '';
  const short = written.length > 120 ? `${[...written].slice(0, 119).join('')}…` : written;
  const quote = `> ${inlineCode(short)} ${markdownLink(comment.author.login, comment.url)}`;
  return wrapMarked(answer.unit, answer.markerId, `${quote}\n\n${answer.text}`);
}

/** An answer that quotes nothing. */
export function renderPlainReply(answer: Answer): string {
  return wrapMarked(answer.unit, answer.markerId, answer.text);
}
