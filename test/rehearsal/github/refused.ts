import { RequestError } from '@octokit/request-error';

export interface Refusal {
  readonly status: number;
  readonly message: string;
}

/** What a request was refused with; fails when it was not refused. */
export async function refused(request: Promise<unknown>): Promise<Refusal> {
  try {
    await request;
  } catch (error) {
    if (error instanceof RequestError) return { status: error.status, message: error.message };
    throw error;
  }
  throw new Error('the request went through, and should have been refused');
}
