import { readMarked, wrapMarked } from '../../src/core/markers/marker.ts';
import type { Role, Team } from '../../src/rehearsal/github/records/account.ts';
import type { Issue } from '../../src/rehearsal/github/records/issue.ts';
import { openSmallPull } from '../support/stage.ts';
import type { Scene, Step } from './situation.ts';

/** Somebody gets a role in the repository; whoever is not of the organisation is an outside collaborator. */
export function grants(role: Role, ...logins: readonly string[]): Step {
  return ({ stage, repository }) => {
    for (const login of logins) stage.github.people.grantRole({ repository, login, role });
  };
}

const teams = new Map<string, Team>();

/** The organisation gets a team, with write access here. Each situation has teams of its own: they outlive it. */
export function team(name: string, ...members: readonly string[]): Step {
  return ({ stage, repository }) => {
    const made = stage.github.people.addTeam({ organisation: 'acme', name, members });
    teams.set(name, made);
    stage.github.people.grantRole({ repository, team: made, role: 'write' });
  };
}

/** Somebody is taken out of a team of this situation. */
export function leaves(name: string, login: string): Step {
  return ({ stage }) => {
    const from = teams.get(name);
    if (!from) throw new Error(`no team ${name}`);
    stage.github.people.removeTeamMember({ team: from, login });
  };
}

/** The plan is seeded: some seconds of work, for what needs its issues. */
export const seeded: Step = ({ stage, repository, pull }) => {
  stage.github.people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate seed' });
};

/** The issue of ours with this id, e.g. `s00.checkpoint`. */
export function issueOf({ repository }: Pick<Scene, 'repository'>, id: string | RegExp): Issue {
  const issue = [...repository.issues.values()].find(({ body }) => {
    const own = readMarked(body)?.marker.id;
    return own !== undefined && (typeof id === 'string' ? own === id : id.test(own));
  });
  if (!issue) throw new Error(`no issue of ours is ${id}`);
  return issue;
}

/** Somebody comments on an issue of ours. */
export function saysOn(id: string | RegExp, as: string, body: string): Step {
  return (scene) => {
    scene.stage.github.people.comment({ repository: scene.repository, as, number: issueOf(scene, id).number, body });
  };
}

/** A milestone as seeding makes it, made by hand: a situation that needs one alone need not wait for the whole plan. */
export function milestone({ stage, repository }: Scene, key: string): number {
  const { number } = stage.github.people.createMilestone({
    repository,
    as: 'ana',
    title: `Milestone ${key}`,
    description: wrapMarked('.', key, `What is to be done in ${key}`),
  });
  return number;
}

/** The pull request gets the milestone of a sprint (`s03`) or pilot phase (`pilot-alpha`). */
export function isPlannedFor(key: string): Step {
  return (scene) => {
    scene.stage.github.people.setMilestone({ repository: scene.repository, as: 'ana', number: scene.pull.number, milestone: milestone(scene, key) });
  };
}

/** The pull request says that it closes new issues, one for each of these milestones. */
export function closesIssuesOf(...keys: readonly string[]): Step {
  return (scene) => {
    const { stage, repository, pull } = scene;
    const numbers = keys.map(
      (key) => stage.github.people.openIssue({ repository, as: 'ana', title: `Work for ${key}`, milestone: milestone(scene, key) }).number,
    );
    stage.github.people.editIssue({ repository, as: 'luis', number: pull.number, body: numbers.map((number) => `Closes #${number}`).join('\n') });
  };
}

/** Somebody else's work is merged into the default branch. */
export function merges(as: string, files: Readonly<Record<string, string>>, branch = 'other'): Step {
  return async ({ stage, repository }) => {
    stage.github.people.grantRole({ repository, login: as, role: 'write' });
    stage.github.people.commit({ repository, as, branch, files });
    const { number } = stage.github.people.openPull({ repository, as, head: branch, title: `Work on ${branch}` });
    await stage.settle();
    stage.github.people.mergePull({ repository, as, number });
  };
}

/** Another pull request of luis. */
export function opens(branch: string, base?: string): Step {
  return ({ stage, repository }) => {
    openSmallPull(stage, { repository, branch, ...(base === undefined ? {} : { base }) });
  };
}

/** Time passes. */
export function passes(milliseconds: number): Step {
  return ({ stage }) => {
    stage.github.advance(milliseconds);
  };
}

/** The pull request is looked at once more. */
export const looks: Step = ({ stage, repository, pull }) => stage.look(repository, pull.number);

/** Somebody reviews the pull request. */
export function reviews(as: string, event: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT'): Step {
  return ({ stage, repository, pull }) => {
    stage.github.people.review({ repository, as, number: pull.number, event, body: 'I looked at it.' });
  };
}

/** The last review of the pull request is dismissed. */
export const dismisses: Step = ({ stage, repository, pull }) => {
  const review = pull.pull.reviews.at(-1)?.id ?? 0;
  stage.github.people.dismissReview({ repository, as: 'ana', number: pull.number, review });
};

/** Several things happen before anybody looks. */
export function atOnce(...steps: readonly Step[]): Step {
  return async (scene) => {
    for (const step of steps) await step(scene);
  };
}

/** The last comment that people wrote on the pull request. */
export function lastComment({ stage, repository, pull }: Scene): number {
  const own = [...repository.comments.values()].filter(({ issueNumber, appId }) => issueNumber === pull.number && appId !== stage.github.app.id);
  return own.at(-1)?.id ?? 0;
}

/** An issue of ours is closed. */
export function closes(id: string | RegExp, reason: 'completed' | 'not_planned', as = 'luis'): Step {
  return (scene) => {
    scene.stage.github.people.close({ repository: scene.repository, as, number: issueOf(scene, id).number, reason });
  };
}
