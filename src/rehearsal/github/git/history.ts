import type { Commit, ObjectStore } from './object-store.ts';

/** All commits that can be reached from one, itself included, newest generation first. */
export function ancestors(store: ObjectStore, from: string): Map<string, Commit> {
  const found = new Map<string, Commit>();
  const waiting = [from];
  for (let sha = waiting.shift(); sha !== undefined; sha = waiting.shift()) {
    const commit = store.commits.get(sha);
    if (commit === undefined || found.has(sha)) continue;
    found.set(sha, commit);
    waiting.push(...commit.parents);
  }
  return found;
}

/** The nearest common ancestor of two commits, or null for unrelated histories. */
export function mergeBase(store: ObjectStore, left: string, right: string): Commit | null {
  const ofLeft = ancestors(store, left);
  const common = [...ancestors(store, right).values()].filter((commit) => ofLeft.has(commit.sha));
  const olderThanAnother = new Set(common.flatMap((commit) => [...ancestors(store, commit.sha).keys()].filter((sha) => sha !== commit.sha)));
  return common.find((commit) => !olderThanAnother.has(commit.sha)) ?? null;
}

/** Commits of `head` that `base` does not have, oldest first (parents before children). */
export function commitsBetween(store: ObjectStore, base: string, head: string): Commit[] {
  const known = ancestors(store, base);
  const ordered: Commit[] = [];
  const placed = new Set<string>();
  // Depth first without recursion: histories may be longer than the stack.
  const stack: { sha: string; parentsDone: boolean }[] = [{ sha: head, parentsDone: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const commit = store.commits.get(step.sha);
    if (commit === undefined || known.has(step.sha) || placed.has(step.sha)) continue;
    if (step.parentsDone) {
      placed.add(step.sha);
      ordered.push(commit);
      continue;
    }
    stack.push({ sha: step.sha, parentsDone: true }, ...commit.parents.map((sha) => ({ sha, parentsDone: false })));
  }
  return ordered;
}
