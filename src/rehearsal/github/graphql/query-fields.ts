import { ApiError } from '../records/api-error.ts';
import { repositoryByName } from '../records/find.ts';
import { accountOf } from '../http/rate-limit.ts';
import { findNode } from './find-node.ts';
import { accountNode, repositoryNode } from './nodes.ts';
import { enter, fields, unresolved } from './resolver.ts';

export const queryFields = fields<unknown>({
  repository: (_source, args, context) => {
    const repository = repositoryByName(context.world, String(args['owner']), String(args['name']));
    if (repository === undefined) throw unresolved('a Repository', `the name '${String(args['owner'])}/${String(args['name'])}'`);
    enter(context, { repository, operationId: 'repos/get', writes: false });
    return repositoryNode(repository);
  },
  node: (_source, args, context) => {
    const found = findNode(context, String(args['id']));
    if (found === null) throw unresolved('a node', `the global id of '${String(args['id'])}'`);
    return found;
  },
  nodes: (_source, args, context) => (args['ids'] as readonly string[]).map((id) => findNode(context, id)),
  organization: (_source, args, context) => {
    const found = [...context.world.accounts.values()].find((account) => account.type === 'Organization' && account.login === args['login']);
    if (found === undefined) throw unresolved('an Organization', `the login of '${String(args['login'])}'`);
    return accountNode(context.world, found.id);
  },
  user: (_source, args, context) => {
    const found = [...context.world.accounts.values()].find((account) => account.type === 'User' && account.login === args['login']);
    if (found === undefined) throw unresolved('a User', `the login of '${String(args['login'])}'`);
    return accountNode(context.world, found.id);
  },
  viewer: (_source, _args, context) => {
    const { caller } = context;
    if (caller.kind === 'anonymous' || caller.kind === 'app') throw new ApiError(401, 'Requires authentication');
    return accountNode(context.world, caller.actor.user.id);
  },
  rateLimit: (_source, _args, context) => {
    const { limit, remaining, used, reset } = context.services.rateLimit(accountOf(context.caller), true);
    return { limit, remaining, used, cost: 1, nodeCount: 0, resetAt: new Date(reset * 1000).toISOString() };
  },
});
