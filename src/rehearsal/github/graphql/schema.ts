import { buildSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';

let building: Promise<GraphQLSchema> | null = null;

/** GitHub's public schema; loaded and built when the first query comes, for it takes a third of a second. */
export function githubSchema(): Promise<GraphQLSchema> {
  building ??= import('@octokit/graphql-schema').then(({ schema }) => buildSchema(schema.idl, { assumeValid: true }));
  return building;
}
