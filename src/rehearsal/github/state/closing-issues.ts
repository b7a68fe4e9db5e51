import { repositoryByName } from '../records/find.ts';
import type { Issue } from '../records/issue.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';

const keyword = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:([\w.-]+)\/([\w.-]+))?#(\d+)/gi;

/** Issues that the text of a pull request says it closes (`Closes #12`, `fixes owner/name#3`). */
export function closingIssues(world: World, repository: Repository, pull: Issue): { readonly repository: Repository; readonly issue: Issue }[] {
  const found = new Map<number, { readonly repository: Repository; readonly issue: Issue }>();
  for (const [, owner, name, number] of (pull.body ?? '').matchAll(keyword)) {
    const target = owner === undefined || name === undefined ? repository : repositoryByName(world, owner, name);
    const issue = target?.issues.get(Number(number));
    if (target !== undefined && issue !== undefined && issue.pull === null) found.set(issue.id, { repository: target, issue });
  }
  return [...found.values()];
}
