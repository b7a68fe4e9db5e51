import type { Repository } from '../records/repository.ts';
import type { Alert, Analysis, ScanResult } from '../records/scan.ts';
import type { World } from '../records/world.ts';

export interface ScanInput {
  /** `refs/heads/main`, `refs/pull/3/merge`, … */
  readonly ref: string;
  readonly commitSha: string;
  readonly tool?: string;
  readonly results?: readonly ScanResult[];
  /** What GitHub says of an upload that it could not process. */
  readonly error?: string;
}

/** A tool's newest analysis of a ref: what it no longer finds there is fixed. One finding has one number on every ref. */
export function uploadAnalysis(world: World, repository: Repository, input: ScanInput): Analysis {
  const { ref, commitSha, tool = 'CodeQL', results = [], error = '' } = input;
  const analysis: Analysis = { id: world.nextId('analysis'), ref, commitSha, tool, error, results, createdAt: world.now() };
  repository.analyses.push(analysis);
  if (error !== '') return analysis;
  const found = results.map((result) => ({ result, key: keyOf(tool, result) }));
  for (const alert of repository.alerts) {
    const gone = alert.ref === ref && alert.tool === tool && !found.some(({ key }) => key === keyOf(tool, alert.result));
    if (gone && alert.state === 'open') alert.state = 'fixed';
  }
  for (const { result, key } of found) {
    const same = repository.alerts.filter((alert) => keyOf(alert.tool, alert.result) === key);
    const here = same.find((alert) => alert.ref === ref);
    if (here?.state === 'fixed') here.state = 'open';
    if (here) continue;
    const alert: Alert = { number: same[0]?.number ?? world.nextId('alert'), ref, tool, result, commitSha, state: 'open', createdAt: world.now() };
    repository.alerts.push(alert);
  }
  return analysis;
}

function keyOf(tool: string, { rule, path, line = 1 }: ScanResult): string {
  return JSON.stringify([tool, rule, path, line]);
}
