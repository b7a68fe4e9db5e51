import { lookedBacklog } from './looked-backlog.ts';
import { lookedCode } from './looked-code.ts';
import { lookedRuns } from './looked-runs.ts';
import type { LookWorldInput } from './look-world-input.ts';
import type { World } from './world.ts';

/**
 * A repository's world as one look saw it, with what was kept of what cannot change. Whatever the look was not told exactly
 * is asked of `rest`, whose errors are the ones that mean something.
 */
export function lookWorld(input: LookWorldInput): World {
  const { look, rest } = input;
  const isHead = (sha: string): boolean => look.head?.value.sha === sha;
  return {
    ...rest,
    ...lookedRuns(input),
    ...lookedCode(input),
    ...lookedBacklog(input),
    tip: async () => look.tip.sha,
    config: async () => (look.config ? look.config.value : rest.config()),
    organisationConfig: async () => (look.organisation ? look.organisation.value : rest.organisationConfig()),
    async pullsOfHead(sha) {
      const own = look.pull?.value.facts;
      // A list without the very one that was asked about is none.
      if (!look.open || (own?.state === 'open' && !look.open.value.some(({ number }) => number === own.number))) return rest.pullsOfHead(sha);
      const found = look.open.value.filter(({ headSha }) => headSha === sha).map(({ number }) => number);
      return found.toSorted((a, b) => a - b);
    },
    checkRuns: async (sha) => (look.suites && isHead(sha) ? [...look.suites.value.checkRuns] : rest.checkRuns(sha)),
    async rerequested(posted) {
      const { ref, appId, checkRuns } = posted;
      if (!look.suites || !isHead(ref)) return rest.rerequested(posted);
      if (appId === null || !checkRuns.some((run) => run.appId === appId)) return false;
      return look.suites.value.ofApps.some(({ app, status }) => app === appId && status === 'queued');
    },
  };
}
