import { getIDToken } from '@actions/core';

/**
 * A token in which GitHub says which job this is, good for nothing but this digest. Null where the job may not ask for
 * one (`id-token: write` is not granted, as on forks), and a sentence when GitHub did not answer.
 */
export async function fetchIdentity(digest: string): Promise<{ readonly token: string | null; readonly problem: string | null }> {
  if (!process.env['ACTIONS_ID_TOKEN_REQUEST_URL']) return { token: null, problem: null };
  try {
    return { token: await getIDToken(`sprintgate:${digest}`), problem: null };
  } catch (error) {
    return { token: null, problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}
