import type { GitHub } from '../client.ts';
import { askAsPerson } from './ask-as-person.ts';

/** Whether GitHub shows a person this very repository: another one of the same name is another one. */
export async function mayReadRepository(
  github: GitHub,
  { id, owner, name }: { readonly id: number; readonly owner: string; readonly name: string },
): Promise<boolean> {
  const answer = await askAsPerson((request) => github.rest.repos.get({ owner, repo: name, request }));
  return answer?.data.id === id;
}
