import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { ApiError } from '../records/api-error.ts';
import type { Alert, Analysis } from '../records/scan.ts';
import { repositoryApiUrl, repositoryHtmlUrl } from '../render/repository.ts';

/** `ref` may be a branch's short name. */
function refOf(call: RepositoryCall): string | null {
  const asked = call.query['ref'];
  if (asked === undefined) return null;
  return asked.startsWith('refs/') ? asked : `refs/heads/${asked}`;
}

/** GitHub answers 403 where code scanning is off, and 404 while nothing was ever analysed. */
function needAnalyses({ repository }: RepositoryCall): void {
  if (repository.lacksCodeScanning) throw new ApiError(403, 'Code Security must be enabled for this repository to use code scanning.');
  if (repository.analyses.length === 0) throw new ApiError(404, 'no analysis found');
}

function listAlerts(call: RepositoryCall): Answer {
  needAnalyses(call);
  const ref = refOf(call) ?? `refs/heads/${call.repository.defaultBranch}`;
  const { state, tool_name: tool } = call.query;
  const alerts = call.repository.alerts
    .filter((alert) => alert.ref === ref)
    .filter((alert) => state === undefined || alert.state === state)
    .filter((alert) => tool === undefined || alert.tool === tool)
    .toReversed();
  return paginate(call, alerts, (alert) => renderAlert(call, alert));
}

function listAnalyses(call: RepositoryCall): Answer {
  needAnalyses(call);
  const ref = refOf(call);
  const { tool_name: tool } = call.query;
  const analyses = call.repository.analyses
    .filter((analysis) => ref === null || analysis.ref === ref)
    .filter((analysis) => tool === undefined || analysis.tool === tool)
    .toReversed();
  return paginate(call, analyses, (analysis) => renderAnalysis(call, analysis));
}

function toolOf(name: string) {
  return { name, guid: null, version: '2.20.0' };
}

function renderAlert({ world, repository }: RepositoryCall, alert: Alert) {
  const url = `${repositoryApiUrl(world, repository)}/code-scanning/alerts/${alert.number}`;
  const html = `${repositoryHtmlUrl(world, repository)}/security/code-scanning/${alert.number}`;
  const { rule, description = rule, severity, security, path, line = 1 } = alert.result;
  return {
    number: alert.number,
    created_at: alert.createdAt,
    updated_at: alert.createdAt,
    url,
    html_url: html,
    state: alert.state,
    fixed_at: alert.state === 'fixed' ? alert.createdAt : null,
    dismissed_by: null,
    dismissed_at: null,
    dismissed_reason: null,
    dismissed_comment: null,
    rule: { id: rule, name: rule, severity, description, ...(security === undefined ? {} : { security_severity_level: security }), tags: [] },
    tool: toolOf(alert.tool),
    most_recent_instance: {
      ref: alert.ref,
      analysis_key: '.github/workflows/codeql.yml:analyze',
      environment: '{}',
      category: alert.tool,
      state: alert.state,
      commit_sha: alert.commitSha,
      message: { text: description },
      location: { path, start_line: line, end_line: line, start_column: 1, end_column: 2 },
      classifications: [],
    },
    instances_url: `${url}/instances`,
  };
}

function renderAnalysis({ world, repository }: RepositoryCall, analysis: Analysis) {
  return {
    ref: analysis.ref,
    commit_sha: analysis.commitSha,
    analysis_key: '.github/workflows/codeql.yml:analyze',
    environment: '{}',
    category: analysis.tool,
    error: analysis.error,
    warning: '',
    created_at: analysis.createdAt,
    results_count: analysis.results.length,
    rules_count: 50,
    id: analysis.id,
    url: `${repositoryApiUrl(world, repository)}/code-scanning/analyses/${analysis.id}`,
    sarif_id: `sarif-${analysis.id}`,
    tool: toolOf(analysis.tool),
    deletable: false,
  };
}

export const codeScanningHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'code-scanning/list-alerts-for-repo': listAlerts,
  'code-scanning/list-recent-analyses': listAnalyses,
};
