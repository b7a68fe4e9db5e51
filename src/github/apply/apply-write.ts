import type { Write } from '../../core/plan/write.ts';
import { createOnce, type GitHub, type RepositoryName } from '../client.ts';

/** Writes that concern pull requests; the backlog's own are applied by seeding. */
export type PullWrite = Extract<Write, { do: 'create-check' | 'update-check' | 'create-comment' | 'update-comment' }>;
type CheckWrite = Extract<Write, { do: 'create-check' | 'update-check' }>;

/** Carries out one planned write and returns the id of what it wrote. A failure is thrown, never only logged. */
export async function applyWrite(github: GitHub, repository: RepositoryName, write: PullWrite): Promise<number> {
  switch (write.do) {
    case 'create-check': {
      const { data } = await github.rest.checks.create({ ...repository, ...createOnce, head_sha: write.headSha, ...checkFields(write) });
      return data.id;
    }
    case 'update-check': {
      const { data } = await github.rest.checks.update({ ...repository, check_run_id: write.id, ...checkFields(write) });
      return data.id;
    }
    case 'create-comment': {
      const { data } = await github.rest.issues.createComment({ ...repository, ...createOnce, issue_number: write.issue, body: write.body });
      return data.id;
    }
    case 'update-comment': {
      const { data } = await github.rest.issues.updateComment({ ...repository, comment_id: write.comment, body: write.body });
      return data.id;
    }
  }
}

function checkFields(write: CheckWrite) {
  const annotations = write.annotations.map((note) => ({
    path: note.path, start_line: note.startLine, end_line: note.endLine, annotation_level: note.level, title: note.title, message: note.message,
  }));
  return {
    name: write.name,
    status: write.status,
    external_id: write.externalId,
    ...(write.conclusion ? { conclusion: write.conclusion } : {}),
    output: { ...write.output, ...(annotations.length > 0 ? { annotations } : {}) },
  };
}
