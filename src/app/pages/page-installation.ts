import type { Probot } from 'probot';
import type { GitHub } from '../../github/client.ts';
import type { Store } from '../../store/store.ts';
import { appBudget } from '../app-budget.ts';
import { createProbot } from '../create-probot.ts';
import { createLog } from '../log/create-log.ts';
import type { Environment } from '../settings/environment.ts';

/** GitHub as an installation, for a process that works no keys: made when a page first needs it, within the budget of all processes. */
export function pageInstallation(environment: Environment, store: Store): (id: number) => Promise<GitHub> {
  let making: Promise<Probot> | null = null;
  return async (id) => {
    making ??= createProbot(environment, createLog(environment), Promise.resolve(appBudget(environment, store)));
    return (await making).auth(id);
  };
}
