import { milestoneDueOn } from '../../core/calendar/milestone-due-on.ts';
import type { Write } from '../../core/plan/write.ts';
import { decideDeployment } from '../deployments/decide-deployment.ts';
import { orNullIfGone } from '../or-null-if-gone.ts';
import { createOnce, type GitHub, type RepositoryName, statusOf } from '../client.ts';

const unmade = 'a milestone that is yet to be created belongs to seeding';

type CheckWrite = Extract<Write, { do: 'create-check' | 'update-check' }>;

/**
 * Carries out one write that stands alone, and returns the id of what it wrote (an issue's number). A failure is thrown,
 * never only logged. What the backlog creates belongs together and is applied by seeding.
 */
export async function applyWrite(github: GitHub, repository: RepositoryName, write: Write): Promise<number> {
  switch (write.do) {
    case 'create-issue': {
      if (typeof write.milestone === 'object' && write.milestone !== null) throw new Error(`${write.key}: ${unmade}`);
      const placed = write.milestone === null ? {} : { milestone: write.milestone };
      const { data } = await github.rest.issues.create({
        ...repository,
        ...createOnce,
        title: write.title,
        body: write.body,
        labels: [...write.labels],
        ...placed,
      });
      return idOf(data.number);
    }
    case 'update-issue':
      return updateIssue(github, repository, write);
    case 'update-milestone':
      return updateMilestone(github, repository, write);
    case 'create-check': {
      const { data } = await github.rest.checks.create({ ...repository, ...createOnce, head_sha: write.headSha, ...checkFields(write) });
      return idOf(data.id);
    }
    case 'update-check': {
      const { data } = await github.rest.checks.update({ ...repository, check_run_id: write.id, ...checkFields(write) });
      return idOf(data.id);
    }
    case 'create-comment': {
      const { data } = await github.rest.issues.createComment({ ...repository, ...createOnce, issue_number: write.issue, body: write.body });
      return idOf(data.id);
    }
    case 'update-comment': {
      const { data } = await github.rest.issues.updateComment({ ...repository, comment_id: write.comment, body: write.body });
      return idOf(data.id);
    }
    case 'react':
      return react(github, repository, write);
    case 'comment-deployment': {
      // Without a state this is a report on the waiting deployment, not a decision. GitHub answers nothing, so the run's id stands for it.
      await github.request('POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule', {
        ...repository,
        ...createOnce,
        run_id: write.run,
        environment_name: write.environment,
        comment: write.body,
      });
      return write.run;
    }
    case 'decide-deployment':
      return decideDeployment(github, repository, write);
    default:
      throw new Error(`a ${write.do} belongs to seeding, which knows what it refers to`);
  }
}

/**
 * A comment may be gone by now: then there is nothing to put a sign on. After an unclear answer it is put once more, for GitHub
 * keeps one of a kind: a sign is not seen when the commands are read again, so a plan of several that loses the answer of one each
 * time would never end.
 */
async function react(github: GitHub, repository: RepositoryName, { comment, content }: Extract<Write, { do: 'react' }>): Promise<number> {
  const put = () => orNullIfGone(() => github.rest.reactions.createForIssueComment({ ...repository, ...createOnce, comment_id: comment, content }));
  await put().catch((error: unknown) => {
    if ((statusOf(error) ?? 500) < 500) throw error;
    return put();
  });
  return comment;
}

/** A proxy or a sign-in page may answer 200 with anything: without an id nothing was written that we would find again. */
function idOf(id: unknown): number {
  if (typeof id === 'number') return id;
  throw new Error('the answer to a write names no id, which is not what GitHub answers; is there a proxy between us?');
}

/** Moves, closes or rewrites one issue. GitHub drops a milestone without a word where it may not be set: then this throws. */
async function updateIssue(github: GitHub, repository: RepositoryName, write: Extract<Write, { do: 'update-issue' }>): Promise<number> {
  const { number, milestone, body, state, addLabels } = write;
  if (typeof milestone === 'object') throw new Error(`${write.key}: ${unmade}`);
  const at = { ...repository, issue_number: number };
  if (addLabels && addLabels.length > 0) await github.rest.issues.addLabels({ ...at, labels: [...addLabels] });
  const change = { ...(body === undefined ? {} : { body }), ...(milestone === undefined ? {} : { milestone }), ...(state === undefined ? {} : { state }) };
  if (Object.keys(change).length === 0) return number;
  const { data } = await github.rest.issues.update({ ...at, ...change });
  if (milestone !== undefined && data.milestone?.number !== milestone)
    throw new Error(`GitHub did not set the milestone of #${number}; the app needs write access to issues.`);
  return number;
}

async function updateMilestone(github: GitHub, repository: RepositoryName, write: Extract<Write, { do: 'update-milestone' }>): Promise<number> {
  const { number, description, dueOn, state } = write;
  const change = {
    ...(description === undefined ? {} : { description }),
    ...(dueOn === undefined ? {} : { due_on: milestoneDueOn(dueOn) }),
    ...(state === undefined ? {} : { state }),
  };
  await github.rest.issues.updateMilestone({ ...repository, milestone_number: number, ...change });
  return number;
}

function checkFields(write: CheckWrite) {
  const annotations = write.annotations.map((note) => ({
    path: note.path,
    start_line: note.startLine,
    end_line: note.endLine,
    annotation_level: note.level,
    title: note.title,
    message: note.message,
  }));
  return {
    name: write.name,
    status: write.status,
    external_id: write.externalId,
    ...(write.conclusion ? { conclusion: write.conclusion } : {}),
    output: { ...write.output, ...(annotations.length > 0 ? { annotations } : {}) },
  };
}
