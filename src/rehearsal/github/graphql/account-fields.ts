import { nodeId } from '../render/node-id.ts';
import type { AccountNode } from './nodes.ts';
import { fields } from './resolver.ts';

/** GraphQL shows a bot without the `[bot]` that REST adds. */
function login(source: AccountNode): string {
  return source.account.login.replace(/\[bot\]$/, '');
}

const actor = {
  id: (source: AccountNode) => nodeId(source.account.type, source.account.id),
  databaseId: (source: AccountNode) => source.account.id,
  login,
  url: (source: AccountNode, _args: unknown, context: { readonly world: { readonly urls: { readonly html: string } } }) =>
    `${context.world.urls.html}/${login(source)}`,
  resourcePath: (source: AccountNode) => `/${login(source)}`,
  avatarUrl: (source: AccountNode, _args: unknown, context: { readonly world: { readonly urls: { readonly html: string } } }) =>
    `${context.world.urls.html}/avatars/${source.account.id}`,
};

export const botFields = fields<AccountNode>(actor);
export const userFields = fields<AccountNode>({ ...actor, name: (source) => source.account.name });
export const organisationFields = fields<AccountNode>({ ...actor, name: (source) => source.account.name });
