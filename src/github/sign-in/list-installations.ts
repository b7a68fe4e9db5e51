import type { GitHub } from '../client.ts';
import { askAsPerson } from './ask-as-person.ts';

/** The installations of the app in which a person has a role on some repository. */
export async function listInstallations(github: GitHub): Promise<Set<number>> {
  const list = await askAsPerson((request) => github.paginate(github.rest.apps.listInstallationsForAuthenticatedUser, { per_page: 100, request }));
  return new Set(list?.map(({ id }) => id));
}
