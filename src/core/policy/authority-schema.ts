import { z } from 'zod';
import type { Expectation } from './config-words.ts';

const say = (error: Expectation) => ({ error });

/** An authority as it is written: names with a count, or `all` or `any` of such. That it is one of the three is checked apart. */
export interface AuthorityConfig {
  readonly all?: readonly AuthorityConfig[] | undefined;
  readonly any?: readonly AuthorityConfig[] | undefined;
  readonly teams?: readonly string[] | undefined;
  readonly users?: readonly string[] | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly count?: number | undefined;
}

const team = z.string(say('team')).regex(/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9_.-]+$/, say('team'));
const user = z.string(say('user')).regex(/^[A-Za-z0-9][A-Za-z0-9_-]*(\[bot\])?$/, say('user'));
const role = z.enum(['admin', 'maintain', 'write', 'triage', 'read'], say('role'));

/** Who may sign. Bots are never counted, nor is the author of the work. */
export const authoritySchema: z.ZodType<AuthorityConfig> = z
  .lazy(() =>
    z.strictObject(
      {
        all: z.array(authoritySchema, say('list')).optional().describe('Each of these must sign.'),
        any: z.array(authoritySchema, say('list')).optional().describe('One of these must sign.'),
        teams: z.array(team, say('list')).optional().describe('Teams as organisation/team; active members count, those of child teams too.'),
        users: z.array(user, say('list')).optional().describe('GitHub logins without @.'),
        roles: z.array(role, say('list')).optional().describe('Roles in this repository.'),
        count: z.int(say('people-count')).min(1, say('people-count')).optional().describe('How many different people must sign. Default: 1.'),
      },
      say('authority'),
    ),
  )
  .meta({ id: 'authority' });

export { user as loginSchema };
