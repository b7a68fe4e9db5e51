import type { AppRecord } from '../records/account.ts';
import type { World } from '../records/world.ts';
import { createAccountActions } from './account-actions.ts';
import { createCodeActions } from './code-actions.ts';
import { createInstallationActions } from './installation-actions.ts';
import { createIssueActions } from './issue-actions.ts';
import { createRepositoryActions } from './repository-actions.ts';
import { createRunActions } from './run-actions.ts';
import { createScanActions } from './scan-actions.ts';

export type People = ReturnType<typeof createAccountActions> &
  ReturnType<typeof createRepositoryActions> &
  ReturnType<typeof createInstallationActions> &
  ReturnType<typeof createCodeActions> &
  ReturnType<typeof createIssueActions> &
  ReturnType<typeof createRunActions> &
  ReturnType<typeof createScanActions>;

/** What people do on GitHub's pages, without HTTP: every action has the same effects and webhooks as through the API. */
export function createPeople(world: World, app: AppRecord): People {
  return {
    ...createAccountActions(world),
    ...createRepositoryActions(world),
    ...createInstallationActions(world, app),
    ...createCodeActions(world),
    ...createIssueActions(world),
    ...createRunActions(world, app),
    ...createScanActions(world),
  };
}
