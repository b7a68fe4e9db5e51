import type { Answer } from '../http/call.ts';
import type { Context, RawRequest } from '../http/answer-request.ts';

/** Whether a GraphQL body changes something. */
export function isMutation(body: string): boolean {
  return /"query"\s*:\s*"(?:\s|\\n)*mutation\b/.test(body);
}

export async function answerGraphql(context: Context, _request: RawRequest): Promise<Answer> {
  context.records.unimplemented.push('POST /graphql');
  return { status: 200, body: { errors: [{ message: 'GraphQL is not answered yet' }] } };
}
