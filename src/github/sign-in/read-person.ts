import type { GitHub } from '../client.ts';
import { askAsPerson } from './ask-as-person.ts';

/** Who holds the token; null where GitHub does not say it of this one. */
export async function readPerson(github: GitHub): Promise<{ readonly id: number; readonly login: string } | null> {
  const answer = await askAsPerson((request) => github.rest.users.getAuthenticated({ request }));
  return answer === null ? null : { id: answer.data.id, login: answer.data.login };
}
