import { html } from 'hono/html';
import type { Issue } from '../github/records/issue.ts';
import { dayOf, type Html, markdownBody } from './page-layout.ts';
import type { RepositoryView } from './view.ts';

interface Post {
  readonly authorId: number;
  readonly at: string;
  readonly body: string | null;
  readonly edited?: boolean;
  readonly id?: number;
  readonly reactions?: readonly string[];
}

const faces: Readonly<Record<string, string>> = { '+1': '👍', '-1': '👎', eyes: '👀', rocket: '🚀', heart: '❤️', hooray: '🎉', confused: '😕', laugh: '😄' };

/** What somebody wrote, with name and day. */
export function post(view: RepositoryView, { authorId, at, body, edited, id, reactions }: Post): Html {
  const author = view.author(authorId);
  return html`<article class="box" id="${id ? `issuecomment-${id}` : 'body'}">
    <div class="head">
      <strong>${author.login.replace('[bot]', '')}</strong>${author.type === 'Bot' ? html` <span class="bot">bot</span>` : ''} ·
      ${dayOf(at)}${edited ? ' · edited' : ''}${reactions?.map((content) => ` ${faces[content] ?? content}`) ?? ''}
    </div>
    ${markdownBody(body, view.path)}
  </article>`;
}

/** The text of an issue or pull request, as its author's first post. */
export function opening(view: RepositoryView, issue: Issue): Html {
  return post(view, { authorId: issue.authorId, at: issue.createdAt, body: issue.body });
}

/** The comments of an issue or pull request, oldest first. */
export function conversation(view: RepositoryView, issue: Issue): Html[] {
  return view
    .commentsOf(issue.number)
    .map((comment) =>
      post(view, {
        authorId: comment.authorId,
        at: comment.createdAt,
        body: comment.body,
        edited: comment.edits.length > 0,
        id: comment.id,
        reactions: comment.reactions.map(({ content }) => content),
      }),
    );
}
