import { changedLines } from '../../core/snapshot/changed-lines.ts';
import type { ChangedFile, PullFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { readClosingIssues } from './read-closing-issues.ts';
import { toMilestone, toPerson } from './to-facts.ts';

/** One pull request with its files and the issues that it closes. */
export async function readPull(github: GitHub, repository: RepositoryName, number: number): Promise<PullFacts> {
  const [{ data: pull }, files, closes] = await Promise.all([
    github.rest.pulls.get({ ...repository, pull_number: number }),
    readChangedFiles(github, repository, number),
    readClosingIssues(github, repository, number),
  ]);
  return {
    number,
    title: pull.title,
    url: pull.html_url,
    state: pull.state === 'closed' ? 'closed' : 'open',
    merged: pull.merged,
    ...toPullHead(pull),
    labels: pull.labels.map(({ name }) => name),
    milestone: pull.milestone ? toMilestone(pull.milestone) : null,
    closes,
    files,
    ...(pull.changed_files > files.length ? { filesLeftOut: pull.changed_files - files.length } : {}),
  };
}

/** Whose a pull request is, and where it leads. */
export function toPullHead(pull: Awaited<ReturnType<GitHub['rest']['pulls']['get']>>['data']): Pick<PullFacts, 'author' | 'head' | 'base'> {
  return {
    author: toPerson(pull.user),
    head: { sha: pull.head.sha, ref: pull.head.ref, repositoryId: pull.head.repo?.id ?? null },
    base: { sha: pull.base.sha, ref: pull.base.ref },
  };
}

/** GitHub lists 3,000 files at most and sends no patch of large or binary ones. */
async function readChangedFiles(github: GitHub, repository: RepositoryName, number: number): Promise<ChangedFile[]> {
  const files = await github.paginate(github.rest.pulls.listFiles, { ...repository, pull_number: number, per_page: 100 });
  return files.map(toChangedFile);
}

type ListedFile = Awaited<ReturnType<GitHub['rest']['pulls']['listFiles']>>['data'][number];

/** A file of a pull request or of a comparison, which GitHub describes alike. */
export function toChangedFile(file: Pick<ListedFile, 'filename' | 'previous_filename' | 'status' | 'changes' | 'patch'>): ChangedFile {
  return {
    path: file.filename,
    previousPath: file.previous_filename ?? null,
    status: file.status,
    changedLines: file.status === 'removed' ? [] : changedLines(file.changes === 0 ? '' : file.patch),
  };
}
