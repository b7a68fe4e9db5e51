import { readMarked } from '../../src/core/markers/marker.ts';
import type { Comment, Issue } from '../../src/rehearsal/github/records/issue.ts';
import type { Cast } from './cast.ts';

/**
 * All that people see on GitHub, a line a thing, in an order and with names of its own: numbers, ids and times that differ
 * between two runs are left out. Two of a thing are two lines.
 */
export function canonical({ github, repository }: Cast): string[] {
  const issues = [...repository.issues.values()];
  const names = new Map(issues.map((issue) => [issue.number, nameOf(issue)]));
  const loginOf = (id: number) => github.state.accounts.get(id)?.login ?? '?';
  const comments = nameComments([...repository.comments.values()], { names, app: github.app.id });
  const plain = (text: string | null) => withoutIds(text ?? '', { names, comments });
  const shown = [
    ...issues.map((issue) => ({
      what: 'issue',
      name: nameOf(issue),
      title: issue.title,
      state: issue.state,
      author: loginOf(issue.authorId),
      labels: issue.labels.toSorted(),
      milestone: issue.milestone === null ? null : repository.milestones.get(issue.milestone)?.title,
      parent: issues.find(({ id }) => id === issue.parentId)?.title ?? null,
      merged: issue.pull?.merged,
      body: plain(issue.body),
    })),
    ...[...repository.comments.values()].map((comment) => ({
      what: 'comment',
      on: names.get(comment.issueNumber),
      author: loginOf(comment.authorId),
      reactions: comment.reactions.map(({ content }) => content).toSorted(),
      body: plain(comment.body),
    })),
    ...[...repository.checkRuns.values()]
      .filter(({ appId }) => appId === github.app.id)
      .map((run) => ({
        what: 'check',
        on: run.headSha.slice(0, 7),
        name: run.name,
        ends: run.conclusion ?? run.status,
        title: plain(run.output.title),
        summary: plain(run.output.summary),
        text: plain(run.output.text),
        annotations: run.annotations.map((note) => `${note.path}:${note.start_line} ${plain(note.message)}`),
      })),
    ...[...repository.milestones.values()].map(({ title, state, dueOn, description }) => ({ what: 'milestone', title, state, dueOn, description })),
    ...[...repository.labels.values()].map(({ name, color, description }) => ({ what: 'label', name, color, description })),
    ...[...repository.runs.values()].flatMap((run) =>
      run.gates.map((gate) => ({
        what: 'deployment',
        environment: gate.environment,
        state: gate.state,
        said: plain(gate.comment),
        reports: gate.reports.map(plain),
      })),
    ),
  ];
  return shown.map((thing) => JSON.stringify(thing)).toSorted();
}

function nameOf(issue: Issue): string {
  const own = issue.pull === null ? readMarked(issue.body)?.marker.id : undefined;
  return own?.replaceAll(/\bd-[0-9a-f]{16}\b/g, 'd-N') ?? issue.title;
}

/** Comments of people are called by where they stand and which one it is there. */
function nameComments(comments: readonly Comment[], { names, app }: { names: ReadonlyMap<number, string>; app: number }): Map<string, string> {
  const counts = new Map<number, number>();
  const found = new Map<string, string>();
  for (const { id, issueNumber, appId } of comments.toSorted((a, b) => a.id - b.id)) {
    if (appId === app) continue;
    const count = (counts.get(issueNumber) ?? 0) + 1;
    counts.set(issueNumber, count);
    found.set(String(id), `comment ${count} on ${names.get(issueNumber)}`);
  }
  return found;
}

interface Ids {
  readonly names: ReadonlyMap<number, string>;
  readonly comments: ReadonlyMap<string, string>;
}

function withoutIds(text: string, { names, comments }: Ids): string {
  const named = (number: string) => names.get(Number(number)) ?? number;
  return (
    text
      .replaceAll(/<!-- sprintgate-receipt:1 \S+ -->/g, '<receipt>')
      .replaceAll(/digest=[0-9a-f]{16}/g, 'digest')
      // When a report remembers that it was made: by the app's clock, which may have jumped.
      .replaceAll(/"at":"\d{4}-[\dT:.-]+Z"/g, '"at":"<time>"')
      // What a report says to be new depends on which reports came before it: a report may be made while people still speak.
      .replaceAll(/_Este es el primer informe de este pull request\._\n\n|### Qué cambió desde [^]*?\n\n(?=### )/g, '')
      .replaceAll(/"since":\{[^{}]*\}/g, '"since":null')
      .replaceAll(/127\.0\.0\.1:\d+/g, 'github')
      .replaceAll(/issuecomment-(\d+)/g, (_, id: string) => `<${comments.get(id) ?? 'comment of ours'}>`)
      .replaceAll(/(id=[a-z.-]*\.)(\d+)/g, (_, word: string, id: string) => `${word}<${comments.get(id) ?? id}>`)
      .replaceAll(/(#|\/(?:issues|pull)\/)(\d+)\b/g, (_, word: string, number: string) => `${word}<${named(number)}>`)
      .replaceAll(/\/(runs|artifacts|check-runs)\/\d+/g, '/$1/N')
      .replaceAll(/\bd-[0-9a-f]{16}\b/g, 'd-N')
      .replaceAll(/`\d+:[0-9a-f]{64}`/g, '<end of the ledger>')
  );
}
