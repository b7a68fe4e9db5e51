import type { Severity } from '../../core/evidence/report.ts';
import { severityOf } from '../../core/evidence/severity.ts';
import type { CodeScanningFacts } from '../../core/snapshot/code-scanning-facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';

type Alert = Awaited<ReturnType<GitHub['rest']['codeScanning']['listAlertsForRepo']>>['data'][number];
type Analysis = Awaited<ReturnType<GitHub['rest']['codeScanning']['listRecentAnalyses']>>['data'][number];

export interface ScannedCommit {
  readonly headSha: string;
  readonly pulls: readonly number[];
}

const named = 5;
const order: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info', 'unknown'];

/**
 * The open alerts of each ref on which this commit was analysed, by itself or by its test merge: one tool may scan pushes and
 * another pull requests. An empty list proves nothing by itself: only where an analysis is of this very commit, or of its
 * merge, are there facts. One request, one for each such ref, and one to see whose merge it is: what an upload says of that
 * is not believed.
 */
export async function readCodeScanning(github: GitHub, repository: RepositoryName, commit: ScannedCommit): Promise<CodeScanningFacts> {
  try {
    const { data } = await github.rest.codeScanning.listRecentAnalyses({ ...repository, per_page: 100 });
    const analyses = await ofCommit(github, repository, { data, commit });
    const [newest] = analyses;
    if (!newest) return { state: 'missing' };
    const alerts = new Map<number, Alert>();
    for (const ref of new Set(analyses.map((analysis) => analysis.ref))) {
      const open = await github.paginate(github.rest.codeScanning.listAlertsForRepo, { ...repository, ref, state: 'open', per_page: 100 });
      for (const alert of open) alerts.set(alert.number, alert);
    }
    return factsOf(newest.ref, latest(analyses), [...alerts.values()]);
  } catch (error) {
    if (refusalOf(error) === 'absent') return { state: 'missing' };
    // Both are 403: the permission, and a repository that has no code scanning.
    return { state: /must be enabled|not enabled/i.test(String(error)) ? 'off' : 'forbidden' };
  }
}

/** Analyses of the commit and of its test merge, newest first. */
async function ofCommit(
  github: GitHub,
  repository: RepositoryName,
  { data, commit }: { readonly data: readonly Analysis[]; readonly commit: ScannedCommit },
): Promise<Analysis[]> {
  const known = new Set([commit.headSha]);
  const refs = new Set(commit.pulls.map((pull) => `refs/pull/${pull}/merge`));
  const merge = data.find(({ ref }) => refs.has(ref))?.commit_sha;
  if (merge !== undefined && (await isMergeOf(github, repository, { merge, headSha: commit.headSha }))) known.add(merge);
  return data.filter(({ commit_sha }) => known.has(commit_sha));
}

async function isMergeOf(github: GitHub, repository: RepositoryName, { merge, headSha }: { merge: string; headSha: string }): Promise<boolean> {
  try {
    const { data } = await github.rest.git.getCommit({ ...repository, commit_sha: merge });
    return data.parents.some(({ sha }) => sha === headSha);
  } catch (error) {
    // The test merge of an older head may be gone.
    refusalOf(error);
    return false;
  }
}

/** Of each tool and category on a ref the newest: a failed one that was made good counts no more. */
function latest(analyses: readonly Analysis[]): Analysis[] {
  const keyOf = ({ ref, tool, category, analysis_key: key }: Analysis): string => JSON.stringify([ref, tool.name, category, key]);
  return analyses.filter((analysis, index) => analyses.findIndex((other) => keyOf(other) === keyOf(analysis)) === index);
}

function factsOf(ref: string, analyses: readonly Analysis[], alerts: readonly Alert[]): CodeScanningFacts {
  const bySeverity: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0, unknown: 0 };
  for (const alert of alerts) bySeverity[severityOfAlert(alert)] += 1;
  const sorted = alerts.toSorted((a, b) => order.indexOf(severityOfAlert(a)) - order.indexOf(severityOfAlert(b)));
  const worst = sorted.slice(0, named).map(({ rule, most_recent_instance: { location } }) => [rule.id, location?.path].filter(Boolean).join(' '));
  const error = analyses.find((analysis) => analysis.error !== '')?.error ?? null;
  return { state: 'analysed', ref, tools: [...new Set(analyses.map(({ tool }) => tool.name ?? '?'))], bySeverity, worst, error };
}

/** The severity about security where the rule has one; else its level, on the scale of the SARIF reader. */
function severityOfAlert({ rule }: Alert): Severity {
  if (rule.security_severity_level) return rule.security_severity_level;
  return rule.severity === 'none' ? 'info' : severityOf(rule.severity);
}
