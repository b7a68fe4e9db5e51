import type { GitHub } from '../client.ts';
import { askAsPerson } from './ask-as-person.ts';

const perPage = 100;
/** GitHub lets an app have 100 requests at once; a person who looks needs no more than these. */
const atOnce = 6;

/** The ids of the repositories of an installation on which a person has a role. */
export async function listReadable(github: GitHub, installation: number): Promise<Set<number>> {
  const read = (page: number) =>
    askAsPerson((request) => github.rest.apps.listInstallationReposForAuthenticatedUser({ installation_id: installation, per_page: perPage, page, request }));
  const first = await read(1);
  const ids = new Set(first?.data.repositories.map(({ id }) => id));
  const pages = Array.from({ length: Math.ceil((first?.data.total_count ?? 0) / perPage) - 1 }, (_, n) => n + 2);
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let page = pages.shift(); page !== undefined; page = pages.shift()) for (const { id } of (await read(page))?.data.repositories ?? []) ids.add(id);
    }),
  );
  return ids;
}
