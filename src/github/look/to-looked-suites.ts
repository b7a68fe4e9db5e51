import type { CheckRunFacts } from '../../core/snapshot/facts.ts';
import type { CheckRunAnswer, HeadAnswer, SuiteAnswer } from './look-answer.ts';
import type { LookedRun, LookedSuites } from './look.ts';
import { whole } from './whole.ts';

/** The checks and workflow runs of a commit; null where GitHub did not list all suites or all of their check runs. */
export function toLookedSuites(head: Partial<HeadAnswer>): LookedSuites | null {
  const suites = whole(head.checkSuites);
  if (!suites) return null;
  const annotations = annotationsOf(head);
  const checkRuns: CheckRunFacts[] = [];
  for (const suite of suites) {
    const runs = whole(suite.checkRuns);
    if (!runs || suite.app?.databaseId === null) return null;
    for (const run of runs) {
      const id = idIn(run.permalink, run.databaseId);
      if (id === null) return null;
      const count = annotations.get(run.permalink);
      checkRuns.push({ ...toCheckRun(run, suite), id, ...(count === undefined ? {} : { annotations: count }) });
    }
  }
  // Where runs may not be read, a suite of Actions has none.
  const runs = suites.flatMap((suite) => (suite.workflowRun ? [toRun(suite, suite.workflowRun)] : suite.app?.slug === 'github-actions' ? [null] : []));
  return {
    // Newest first, as the REST API lists them.
    checkRuns: checkRuns.toSorted((a, b) => b.id - a.id),
    ofApps: suites.flatMap(({ app, status }) => (app?.databaseId ? [{ app: app.databaseId, status: status.toLowerCase() }] : [])),
    runs: runs.includes(null) ? null : runs.filter((run) => run !== null),
  };
}

/** GraphQL's number has 32 bits, which runs have outgrown; their address always ends in the whole of it. */
function idIn(url: string, databaseId: number | null): number | null {
  const match = /\/runs\/(\d+)(?:$|[?#])/.exec(url);
  return match ? Number(match[1]) : databaseId;
}

function toCheckRun(run: CheckRunAnswer, { app }: SuiteAnswer): Omit<CheckRunFacts, 'id'> {
  return {
    name: run.name,
    appId: app?.databaseId ?? 0,
    ...(app?.slug ? { appSlug: app.slug } : {}),
    status: run.status.toLowerCase(),
    conclusion: run.conclusion?.toLowerCase() ?? null,
    externalId: run.externalId,
    title: run.title,
    summary: run.summary,
  };
}

function annotationsOf({ ours }: Partial<HeadAnswer>): Map<string, number> {
  const runs = (ours?.nodes ?? []).flatMap((suite) => suite?.checkRuns?.nodes ?? []);
  return new Map(runs.flatMap((run) => (run?.annotations ? [[run.permalink, run.annotations.totalCount] as const] : [])));
}

function toRun(suite: SuiteAnswer, run: NonNullable<SuiteAnswer['workflowRun']>): LookedRun | null {
  const latest = whole(suite.checkRuns);
  const id = idIn(run.url, run.databaseId);
  if (id === null || !run.file || !suite.all || !latest) return null;
  return {
    id,
    path: run.file.path,
    event: run.event,
    status: suite.status.toLowerCase(),
    conclusion: suite.conclusion?.toLowerCase() ?? null,
    headBranch: suite.branch?.name ?? null,
    createdAt: run.createdAt,
    updatedAt: run.updatedAt,
    checks: suite.all.totalCount,
    again: suite.all.totalCount > latest.length,
    waits: latest.some(({ status }) => status === 'WAITING' || status === 'PENDING'),
  };
}
