import { GraphQLError, execute, parse, validate } from 'graphql';
import type { DocumentNode, GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { identify } from '../auth/identify.ts';
import { ApiError } from '../records/api-error.ts';
import type { Answer } from '../http/call.ts';
import type { Context, RawRequest } from '../http/answer-request.ts';
import { botFields, organisationFields, userFields } from './account-fields.ts';
import { checkRunFields, suiteFields, workflowRunFields } from './check-fields.ts';
import { editFields } from './edit-fields.ts';
import { commentFields, issueFields } from './issue-fields.ts';
import { mutationFields } from './mutation-fields.ts';
import { entryFields, pullFields, queueFields, reviewFields } from './pull-fields.ts';
import { queryFields } from './query-fields.ts';
import { commitFields, labelFields, milestoneFields, repositoryFields } from './repository-fields.ts';
import type { Args, Fields, GraphqlContext } from './resolver.ts';
import { githubSchema } from './schema.ts';

const types: Readonly<Record<string, Fields>> = {
  Query: queryFields,
  Mutation: mutationFields,
  Repository: repositoryFields,
  Issue: issueFields,
  PullRequest: pullFields,
  IssueComment: commentFields,
  Milestone: milestoneFields,
  Label: labelFields,
  Commit: commitFields,
  CheckSuite: suiteFields,
  CheckRun: checkRunFields,
  WorkflowRun: workflowRunFields,
  PullRequestReview: reviewFields,
  MergeQueue: queueFields,
  MergeQueueEntry: entryFields,
  User: userFields,
  Bot: botFields,
  Organization: organisationFields,
  UserContentEdit: editFields,
};

interface Body {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

function readBody(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    throw new ApiError(400, 'Problems parsing JSON');
  }
}

/** Apps send few texts, again and again. */
const mostTexts = 200;
const read = new Map<string, DocumentNode | null>();
const sound = new WeakSet<DocumentNode>();

function readQuery(text: string): DocumentNode | null {
  const known = read.get(text);
  if (known !== undefined) return known;
  if (read.size >= mostTexts) read.clear();
  const document = parsed(text);
  read.set(text, document);
  return document;
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** What in a query does not fit the schema. */
function faultsOf(schema: GraphQLSchema, document: DocumentNode): string[] {
  if (sound.has(document)) return [];
  const faults = validate(schema, document).map(({ message }) => message);
  if (faults.length === 0) sound.add(document);
  return faults;
}

/** Whether a GraphQL body changes something. */
export function isMutation(body: string): boolean {
  try {
    const document = readQuery((JSON.parse(body) as Body).query ?? '');
    return document?.definitions.some((definition) => definition.kind === 'OperationDefinition' && definition.operation === 'mutation') ?? false;
  } catch {
    return false;
  }
}

/** Our resolver if there is one, else what the value itself carries; anything else is said, not guessed. */
const resolveField: GraphQLFieldResolver<unknown, GraphqlContext> = (...call) => {
  const [source, args, context, info]: readonly [unknown, Args, GraphqlContext, GraphQLResolveInfo] = call;
  const own = types[info.parentType.name]?.[info.fieldName];
  if (own !== undefined) return own(source as never, args, context);
  if (types[info.parentType.name] === undefined && typeof source === 'object' && source !== null && info.fieldName in source)
    return (source as Record<string, unknown>)[info.fieldName];
  const field = `${info.parentType.name}.${info.fieldName}`;
  context.unimplemented(field);
  throw new GraphQLError(`The embedded GitHub does not answer ${field}`);
};

const kinds: Readonly<Record<number, string>> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 422: 'UNPROCESSABLE' };

/** GitHub puts the type of an error beside its message. */
function renderError(error: GraphQLError): Record<string, unknown> {
  const cause = error.originalError;
  if (!(cause instanceof ApiError)) return { ...error.toJSON() };
  const details = cause.errors.map((detail) => (typeof detail === 'string' ? detail : (detail.message ?? `${detail.field} ${detail.code}`)));
  return { type: kinds[cause.status] ?? 'INTERNAL', ...error.toJSON(), message: [cause.message, ...details].join(': ') };
}

function bug(error: GraphQLError): boolean {
  return (
    error.originalError !== undefined &&
    error.originalError !== null &&
    !(error.originalError instanceof ApiError) &&
    !(error.originalError instanceof GraphQLError)
  );
}

function invalidQuery(context: Context, messages: readonly string[]): Answer {
  context.records.violations.push(`POST /graphql does not fit GitHub's schema: ${messages.join('; ')}`);
  return { status: 200, body: { errors: messages.map((message) => ({ message })) } };
}

/** Answers a query against GitHub's public schema; errors come with status 200, as GitHub sends them. */
export async function answerGraphql(context: Context, request: RawRequest): Promise<Answer> {
  const caller = identify(context.world, request.authorization);
  if (caller.kind === 'anonymous' || caller.kind === 'app') throw new ApiError(401, 'This endpoint requires you to be authenticated.');
  const body = readBody(request.body);
  const document = readQuery(body.query ?? '');
  if (document === null) return invalidQuery(context, ['the query cannot be parsed']);
  const schema = await githubSchema();
  const faults = faultsOf(schema, document);
  if (faults.length > 0) return invalidQuery(context, faults);
  const contextValue: GraphqlContext = {
    world: context.world,
    services: context.services,
    caller,
    url: request.url,
    unimplemented: (field) => context.records.unimplemented.push(`graphql ${field}`),
  };
  const result = await execute({
    schema,
    document,
    contextValue,
    fieldResolver: resolveField,
    typeResolver: (value) => (value as { __typename: string }).__typename,
    variableValues: body.variables ?? {},
    operationName: body.operationName ?? null,
  });
  for (const error of result.errors?.filter(bug) ?? [])
    context.records.violations.push(`the embedded GitHub failed in GraphQL: ${error.originalError?.stack ?? error.message}`);
  return { status: 200, body: { data: result.data ?? null, ...(result.errors === undefined ? {} : { errors: result.errors.map(renderError) }) } };
}
