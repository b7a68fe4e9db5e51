import type { Handler, RepositoryHandler } from '../http/call.ts';
import { actionHandlers } from './actions.ts';
import { activityHandlers } from './activities.ts';
import { appHandlers } from './apps.ts';
import { checkHandlers } from './checks.ts';
import { codeScanningHandlers } from './code-scanning.ts';
import { commentHandlers } from './comments.ts';
import { commitHandlers } from './commits.ts';
import { contentHandlers } from './contents.ts';
import { deploymentHandlers } from './deployments.ts';
import { gitHandlers } from './git.ts';
import { hookDeliveryHandlers } from './hook-deliveries.ts';
import { issueHandlers } from './issues.ts';
import { labelHandlers } from './labels.ts';
import { milestoneHandlers } from './milestones.ts';
import { organisationRuleHandlers } from './organisation-rules.ts';
import { organisationHandlers } from './organisations.ts';
import { pullHandlers } from './pulls.ts';
import { releaseHandlers } from './releases.ts';
import { repositoryHandlers } from './repositories.ts';
import { reviewHandlers } from './reviews.ts';
import { ruleHandlers } from './rules.ts';
import { searchHandlers } from './search.ts';
import { statusHandlers } from './statuses.ts';
import { subIssueHandlers } from './sub-issues.ts';
import { userHandlers } from './users.ts';

/** Operations that look at no single repository. */
export const handlers: Readonly<Record<string, Handler>> = {
  ...appHandlers,
  ...hookDeliveryHandlers,
  ...organisationHandlers,
  ...organisationRuleHandlers,
  ...userHandlers,
  ...searchHandlers,
};

/** Operations in a repository that the caller was let into. */
export const repositoryScoped: Readonly<Record<string, RepositoryHandler>> = {
  ...actionHandlers,
  ...activityHandlers,
  ...checkHandlers,
  ...codeScanningHandlers,
  ...commentHandlers,
  ...commitHandlers,
  ...contentHandlers,
  ...deploymentHandlers,
  ...gitHandlers,
  ...issueHandlers,
  ...labelHandlers,
  ...milestoneHandlers,
  ...pullHandlers,
  ...releaseHandlers,
  ...repositoryHandlers,
  ...reviewHandlers,
  ...ruleHandlers,
  ...statusHandlers,
  ...subIssueHandlers,
};
