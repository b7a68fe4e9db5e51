import { isCheckpointLabel } from '../../core/people/checkpoint-label.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';

/** Numbers of the open pull requests labelled for a checkpoint that changed since a time: a review of one may be a sign-off. None where they may not be read. */
export async function readLabelledPulls(github: GitHub, repository: RepositoryName, since: string): Promise<number[]> {
  try {
    const { data } = await github.rest.pulls.list({ ...repository, state: 'open', sort: 'updated', direction: 'desc', per_page: 100 });
    const recent = data.filter(({ updated_at }) => Date.parse(updated_at) >= Date.parse(since));
    return recent.filter(({ labels }) => labels.some(({ name }) => isCheckpointLabel(name))).map(({ number }) => number);
  } catch (error) {
    refusalOf(error);
    return [];
  }
}
