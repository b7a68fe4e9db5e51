import type { Count, FileCoverage } from '../../evidence/report.ts';
import type { Policy } from '../../policy/policy.ts';
import type { PullSnapshot } from '../../snapshot/pull-snapshot.ts';
import type { CarriedFrom } from './carry/carried-age.ts';
import type { ComponentFigures, CoverageMetric } from './component-coverage.ts';
import { evidenceStanding } from './coverage-evidence.ts';
import type { EvidenceStanding } from './coverage-evidence.ts';
import type { CoverageWords } from './coverage-words.ts';
import { nameAmbiguous } from './name-ambiguous.ts';

/** Why there is no figure, as a verdict: never a pass. */
export interface UnknownFigure {
  readonly kind: 'unknown';
  readonly verdict: 'pending' | 'cannot-evaluate';
  readonly code: string;
  readonly reason: string;
  readonly next: string;
  readonly deadline?: string;
}

export type FigureState =
  | {
      readonly kind: 'measured';
      readonly metric: CoverageMetric;
      readonly count: Count;
      /** Where the figure is not of this commit. */
      readonly carried?: CarriedFrom;
      /** Files of the carried reports that could not be placed. */
      readonly strange?: readonly FileCoverage[];
    }
  /** No source file yet: the floor binds from the first one. */
  | { readonly kind: 'absent' }
  | UnknownFigure;

export interface ComponentState {
  readonly figures: ComponentFigures;
  readonly state: FigureState;
}

interface StateInput {
  readonly policy: Policy;
  readonly snapshot: PullSnapshot;
  readonly words: CoverageWords;
  readonly treeKnown: boolean;
}

/** Decides whether a component's figure is there, still coming, missing, or not asked for yet. */
export function figureState(input: StateInput, figures: ComponentFigures): ComponentState {
  return { figures, state: stateOf(input, figures) };
}

function stateOf(input: StateInput, figures: ComponentFigures): FigureState {
  const { words, policy, snapshot } = input;
  if (!input.treeKnown) return unknown('coverage.tree-unknown', words.treeUnknown, words.treeUnknownNext);
  if (figures.shadowedBy.length > 0) {
    const { id: shadowed } = figures.component;
    return unknown('coverage.shadowed', words.shadowed(shadowed, figures.shadowedBy), words.shadowedNext(shadowed, figures.shadowedBy));
  }
  if (figures.sources.length === 0 && snapshot.treeIsPartial !== true) return { kind: 'absent' };
  const standing = evidenceStanding({ policy, evidence: snapshot.evidence, now: snapshot.now }, figures.component);
  if (standing.kind !== 'usable') return missing(input, figures, standing);
  const { id } = figures.component;
  if (figures.sources.length === 0) return unknown('coverage.not-reported', words.reportedNowhere(id), words.reportedNowhereNext);
  if (figures.files.length === 0) {
    return unknown(
      'coverage.not-reported',
      words.notReported(id, figures.sources.length) + nameAmbiguous(words, figures, figures.sources),
      words.notReportedNext(figures.sources[0] ?? ''),
    );
  }
  if (figures.metric === null || figures.count === null) {
    const telling = figures.files.some((file) => Object.values(file.totals).some((count) => count !== null && count.total > 0));
    if (telling) return unknown('coverage.mixed-metrics', words.mixedMetrics(id), words.mixedMetricsNext);
    return unknown('coverage.nothing-coverable', words.nothingCoverable(id), words.nothingCoverableNext(id, figures.sources[0] ?? ''));
  }
  return { kind: 'measured', metric: figures.metric, count: figures.count };
}

function missing(input: StateInput, figures: ComponentFigures, standing: Exclude<EvidenceStanding, { kind: 'usable' }>): UnknownFigure {
  const { words, policy } = input;
  const upload = words.upload(uploadName(policy, figures, standing));
  switch (standing.kind) {
    case 'waiting':
      return {
        ...unknown('coverage.awaited', words.waiting(standing.missing), words.waitingNext(standing.deadline)),
        verdict: 'pending',
        deadline: standing.deadline,
      };
    case 'overdue':
      return unknown(
        'coverage.overdue',
        words.overdue(standing.deadline, standing.missing),
        standing.missing.length > 0 || input.snapshot.evidence.bundles.length === 0 ? upload : words.overdueNext,
      );
    case 'none':
      return unknown('coverage.no-report', words.noReport(standing.others), upload);
    case 'incomplete':
      return unknown('coverage.incomplete', words.incomplete(standing.missing), upload);
    case 'refused':
      return unknown('coverage.refused', words.refused(standing.upload, plain(standing.why)), words.refusedNext);
    case 'unusable': {
      const reason = standing.outcome === 'empty' ? words.empty(plain(standing.file)) : words.unusable(plain(standing.file), plain(standing.why));
      return unknown(`coverage.report-${standing.outcome}`, reason, words.unusableNext(plain(standing.file)));
    }
    case 'unverified':
      return unknown('coverage.unverified', words.unverified(standing.workflow), words.unverifiedNext(standing.workflow));
  }
}

function uploadName(policy: Policy, figures: ComponentFigures, standing: EvidenceStanding): string {
  const wanted = 'missing' in standing ? standing.missing[0] : undefined;
  const name = wanted ?? figures.component.uploads[0] ?? figures.component.id;
  return name.startsWith(policy.evidence.uploads) ? name : `${policy.evidence.uploads}-${name}`;
}

function unknown(code: string, reason: string, next: string): UnknownFigure {
  return { kind: 'unknown', verdict: 'cannot-evaluate', code, reason, next };
}

/** What others wrote, fit for a sentence: backticks would end its code spans. */
function plain(text: string): string {
  return text
    .replaceAll('`', "'")
    .replace(/\s+/g, ' ')
    .slice(0, 300)
    .replace(/[.\s]+$/, '');
}
