import { commentById, issueByNumber } from '../records/find.ts';
import type { Comment, Issue, Milestone } from '../records/issue.ts';
import type { World } from '../records/world.ts';
import { createComment, deleteComment, editComment, react } from '../state/comments.ts';
import { createIssue, editIssue, setIssueMilestone, setIssueState } from '../state/issues.ts';
import type { IssueInput } from '../state/issues.ts';
import { setIssueLabels } from '../state/labels.ts';
import { createMilestone, milestoneByNumber, updateMilestone } from '../state/milestones.ts';
import type { MilestoneInput } from '../state/milestones.ts';
import { addSubIssue, removeSubIssue } from '../state/sub-issues.ts';
import { locate, person } from './locate.ts';
import type { RepositoryRef } from './locate.ts';

interface OnRepository {
  readonly repository: RepositoryRef;
  readonly as: string;
}

interface OnIssue extends OnRepository {
  readonly number: number;
}

interface OnComment extends OnRepository {
  readonly comment: number;
}

function createThreadActions(world: World) {
  const commentOf = (input: OnComment) => {
    const repository = locate(world, input.repository);
    return { repository, comment: commentById(repository, input.comment) };
  };
  return {
    comment: (input: OnIssue & { readonly body: string }): Comment =>
      createComment(world, person(world, input.as), { repository: locate(world, input.repository), issueNumber: input.number, body: input.body }),
    editComment: (input: OnComment & { readonly body: string }): Comment =>
      editComment(world, person(world, input.as), { ...commentOf(input), body: input.body }),
    deleteComment: (input: OnComment): void => deleteComment(world, person(world, input.as), commentOf(input)),
    react: (input: OnComment & { readonly content: string }): void => {
      react(world, person(world, input.as), { reactions: commentOf(input).comment.reactions, content: input.content });
    },
  };
}

export function createIssueActions(world: World) {
  const on = (input: OnIssue) => {
    const repository = locate(world, input.repository);
    return { repository, issue: issueByNumber(repository, input.number) };
  };
  return {
    ...createThreadActions(world),
    openIssue: (input: OnRepository & IssueInput): Issue => {
      const { repository, as, ...fields } = input;
      return createIssue(world, person(world, as), { repository: locate(world, repository), fields });
    },
    editIssue: (input: OnIssue & { readonly title?: string; readonly body?: string }): void => {
      editIssue(world, person(world, input.as), {
        ...on(input),
        ...(input.title === undefined ? {} : { title: input.title }),
        ...(input.body === undefined ? {} : { body: input.body }),
      });
    },
    close: (input: OnIssue & { readonly reason?: string }): void =>
      setIssueState(world, person(world, input.as), { ...on(input), state: 'closed', ...(input.reason === undefined ? {} : { reason: input.reason }) }),
    reopen: (input: OnIssue): void => setIssueState(world, person(world, input.as), { ...on(input), state: 'open' }),
    label: (input: OnIssue & { readonly names: readonly string[] }): void => {
      const { repository, issue } = on(input);
      setIssueLabels(world, person(world, input.as), { repository, issue, names: [...issue.labels, ...input.names] });
    },
    unlabel: (input: OnIssue & { readonly names: readonly string[] }): void => {
      const { repository, issue } = on(input);
      setIssueLabels(world, person(world, input.as), { repository, issue, names: issue.labels.filter((worn) => !input.names.includes(worn)) });
    },
    /** The milestone's number, or null to take it off; works on pull requests too. */
    setMilestone: (input: OnIssue & { readonly milestone: number | null }): void =>
      setIssueMilestone(world, person(world, input.as), { ...on(input), milestone: input.milestone }),
    createMilestone: (input: OnRepository & MilestoneInput & { readonly title: string }): Milestone => {
      const { repository, as, ...fields } = input;
      return createMilestone(world, person(world, as), { repository: locate(world, repository), fields });
    },
    editMilestone: (input: OnIssue & MilestoneInput): Milestone => {
      const { repository: reference, as, number, ...fields } = input;
      const repository = locate(world, reference);
      return updateMilestone(world, person(world, as), { repository, milestone: milestoneByNumber(repository, number), fields });
    },
    addSubIssue: (input: OnIssue & { readonly child: number }): void => {
      const { repository, issue } = on(input);
      addSubIssue(world, person(world, input.as), { repository, parent: issue, subIssueId: issueByNumber(repository, input.child).id, replaceParent: true });
    },
    removeSubIssue: (input: OnIssue & { readonly child: number }): void => {
      const { repository, issue } = on(input);
      removeSubIssue(world, person(world, input.as), { repository, parent: issue, subIssueId: issueByNumber(repository, input.child).id });
    },
  };
}
