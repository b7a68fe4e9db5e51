import type { GitHub } from '../client.ts';

/** Who has a login now. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: string;
}

export type ReadUser = (login: string) => Promise<Account>;

/** Asks for each account once. A decision has a reader of its own, so that it rests on nobody's earlier look. */
export function userReader(github: GitHub): ReadUser {
  const asked = new Map<string, Promise<Account>>();
  return (login) => {
    const wanted = login.replace(/^@/, '');
    const key = wanted.toLowerCase();
    const found = asked.get(key) ?? github.rest.users.getByUsername({ username: wanted }).then(({ data }) => data);
    asked.set(key, found);
    return found;
  };
}
