import { InputError } from '../errors/input-error.ts';
import type { EvidenceBundle, EvidenceState } from '../evidence/bundle/bundle.ts';
import { isExpectedUpload } from '../evidence/bundle/expected-uploads.ts';
import { mapPaths } from '../evidence/coverage/map-paths.ts';
import { noLines, packLines } from '../evidence/coverage/line-hits.ts';
import type { Count, CoverageReport, FileCoverage, Report } from '../evidence/report.ts';
import { componentCoverage, type ComponentFigures } from '../gates/coverage/component-coverage.ts';
import type { Component, Policy } from '../policy/policy.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { nearestWord } from '../spelling/nearest-word.ts';

/** A figure that is supposed of a component: basis points, of its lines and of its changed lines alike. */
export interface SupposedCoverage {
  readonly component: string;
  readonly points: number;
}

// Of a file that no report tells the size of.
const usualLines = 100;
const none = { lines: null, branches: null, functions: null, statements: null, instructions: null };

/**
 * The evidence in which reports of these components have come, and say at least these figures: the least number of covered
 * lines that reaches them. Sizes of files are those of the reports that are there. What was reported of the components before
 * is out, and no workflow is waited for. Throws an InputError for a component that is none, or has no source file.
 */
export function supposeCoverage(snapshot: PullSnapshot, policy: Policy, supposed: readonly SupposedCoverage[]): EvidenceState {
  const { evidence } = snapshot;
  if (supposed.length === 0) return evidence;
  const { components } = componentCoverage({ policy, tree: snapshot.tree, evidence });
  const chosen = supposed.map(({ component: id, points }) => ({ figures: figuresOf(components, id), points }));
  const places = mapPaths(snapshot.tree ?? [], policy.evidence.sourceRoots);
  const theirs = new Set(chosen.flatMap(({ figures }) => figures.sources));
  const isTheirs = (path: string): boolean => theirs.has(path);
  const kept = evidence.bundles.map((bundle) => ({ ...bundle, reports: bundle.reports.map((report) => without(report, places, isTheirs)) }));
  const isExpected = (name: string): boolean => chosen.some(({ figures }) => isExpectedUpload(policy, figures.component, name));
  return {
    ...evidence,
    runningWorkflows: [],
    refused: evidence.refused.filter(({ uploadName }) => !isExpected(uploadName)),
    bundles: [
      ...kept,
      ...chosen.flatMap(({ figures, points }) => bundlesOf(snapshot, policy, { component: figures.component, report: reportOf(snapshot, figures, points) })),
    ],
  };
}

function figuresOf(components: readonly ComponentFigures[], id: string): ComponentFigures {
  const found = components.find(({ component }) => component.id === id);
  if (!found) {
    const ids = components.map(({ component }) => component.id);
    const near = nearestWord(id, ids);
    throw new InputError(`there is no component "${id}"; ${near === null ? `there are: ${ids.join(', ')}` : `did you mean ${near}?`}`);
  }
  if (found.sources.length === 0) throw new InputError(`"${id}" has no source file in this commit, so that there is nothing to cover.`);
  return found;
}

function without(report: Report, places: ReturnType<typeof mapPaths>, isTheirs: (path: string) => boolean): Report {
  if (report.kind !== 'coverage') return report;
  const stays = ({ path, group }: FileCoverage): boolean => {
    const at = places({ path, group, sources: report.sources });
    return at.kind !== 'mapped' || !isTheirs(at.path);
  };
  return { ...report, files: report.files.filter(stays) };
}

function reportOf(snapshot: PullSnapshot, { sources, files, metric }: ComponentFigures, points: number): CoverageReport {
  const of = metric ?? 'lines';
  const sizes = new Map(files.map((file) => [file.path, file.totals[of]?.total ?? 0]));
  const totals = sources.map((path) => sizes.get(path) ?? usualLines);
  const sum = totals.reduce((all, total) => all + total, 0);
  let left = Math.ceil((sum * points) / 10_000);
  const changed = new Map(snapshot.pulls.flatMap(({ files: own }) => own.map(({ path, changedLines }) => [path, changedLines ?? []] as const)));
  const covered = sources.map((path, index): FileCoverage => {
    const total = totals[index] ?? 0;
    const count: Count = { total, covered: Math.min(total, left) };
    left -= count.covered;
    return { path, lines: linesOf(changed.get(path) ?? [], points), totals: { ...none, [of]: count } };
  });
  return { kind: 'coverage', file: 'what-if', format: 'what-if', outcome: 'ok', flags: [], totals: { ...none, files: covered.length }, files: covered };
}

function linesOf(changed: readonly number[], points: number): FileCoverage['lines'] {
  const hit = Math.ceil((changed.length * points) / 10_000);
  return changed.length === 0 ? noLines : packLines(changed.map((line, index) => [line, index < hit ? 1 : 0] as const));
}

/** For every upload that the component expects, from a workflow of its own, since components may share one; the question is what the figure changes, not who brings it. */
function bundlesOf(
  { repository, headSha, now }: PullSnapshot,
  { evidence: { trusted } }: Policy,
  { component, report }: { readonly component: Component; readonly report: CoverageReport },
): EvidenceBundle[] {
  const identity = { repositoryId: repository.id, headSha, testedSha: headSha, testedTree: null, baseSha: null, event: 'what-if' };
  const names = component.uploads.length > 0 ? component.uploads : ['what-if'];
  return names.map((uploadName) => ({
    identity: { ...identity, workflowPath: `what-if/${component.id}`, job: component.id, uploadName, runId: Number.MAX_SAFE_INTEGER, runAttempt: 1 },
    provenance: trusted === null ? { kind: 'self-reported' } : { kind: 'verified', jobWorkflowRef: trusted },
    completedAt: now,
    files: [],
    reports: [report],
  }));
}
