import { expect } from 'vitest';
import type { Scene } from './situation.ts';

type Word = string | RegExp;
type Claim = (scene: Scene) => void | Promise<void>;

/** What we wrote on the pull request, or on another issue. */
export function ourComments({ stage, repository, pull }: Scene, number = pull.number): string[] {
  return [...repository.comments.values()].filter(({ issueNumber, appId }) => issueNumber === number && appId === stage.github.app.id).map(({ body }) => body);
}

/** Our comments on the pull request hold all of these words. */
export function answers(...words: readonly Word[]): Claim {
  return (scene) => {
    const said = ourComments(scene).join('\n\n');
    const missing = words.filter((word) => !(typeof word === 'string' ? said.includes(word) : word.test(said)));
    expect(missing, `${said}`).toEqual([]);
  };
}

/** Our comments on the pull request hold none of these words. */
export function saysNothingOf(...words: readonly string[]): Claim {
  return (scene) => {
    const said = ourComments(scene).join('\n\n');
    const found = words.filter((word) => said.includes(word));
    expect(found, `${said}`).toEqual([]);
  };
}

/** So many comments of ours stand on the pull request. */
export function commentsAre(count: number): Claim {
  return (scene) => {
    expect(ourComments(scene), `${ourComments(scene).join('\n\n')}`).toHaveLength(count);
  };
}

/** Several claims at once. */
export function both(...claims: readonly Claim[]): Claim {
  return async (scene) => {
    for (const claim of claims) await claim(scene);
  };
}

/** A gate of another pull request than the situation's own, by its branch. */
export function checkOf(branch: string, gate: string, conclusion: string, ...words: readonly string[]): Claim {
  return ({ stage, repository }) => {
    const pull = [...repository.issues.values()].find((issue) => issue.pull?.headRef === branch)?.pull;
    const run = pull ? stage.check(repository, pull.headSha, gate) : null;
    const said = [run?.output.title, run?.output.summary, run?.output.text].join('\n');
    expect(run?.conclusion ?? run?.status ?? 'nothing', `${said}`).toBe(conclusion);
    const missing = words.filter((word) => !said.includes(word));
    expect(missing, `${said}`).toEqual([]);
  };
}
