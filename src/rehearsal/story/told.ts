import { reportWords } from '../../core/report/report-words.ts';
import { plainProse } from '../../core/report/prose.ts';
import type { CheckRun } from '../github/records/checks.ts';
import type { PullIssue } from '../github/records/find.ts';
import type { Play } from './play.ts';

export type SceneName =
  | 'installed'
  | 'configured'
  | 'seeded'
  | 'not-seeded'
  | 'weak'
  | 'fixed'
  | 'worked'
  | 'early'
  | 'signed'
  | 'refused'
  | 'unsigned'
  | 'late'
  | 'release'
  | 'sprint'
  | 'slipped'
  | 'risk'
  | 'waived'
  | 'rejected'
  | 'blocked'
  | 'ready'
  | 'held'
  | 'deployed'
  | 'phase'
  | 'bundle';

/** The check that decided, as GitHub shows it. */
export interface ToldCheck {
  readonly name: string;
  readonly title: string;
  /** A conclusion, or the status while there is none. */
  readonly conclusion: string;
  /** What would turn it green; null when there is nothing to do. */
  readonly next: string | null;
  readonly path: string;
}

/** One thing that happened, for the narrator: what, how it came out, and where to look at it. */
export interface Told {
  readonly scene: SceneName;
  /** Names and numbers for the sentence. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** Null where no check belongs to it, or the configuration switched the gate off. */
  readonly check: ToldCheck | null;
  readonly path: string | null;
}

/** Tells how a pull request stands before one kind of gate, from the newest check run on its head. */
export function tellPull(play: Play, pull: PullIssue, { scene, gateKind, facts }: { scene: SceneName; gateKind: string; facts?: Told['facts'] }): Told {
  const run = checkOf(play, pull.pull.headSha, gateKind);
  return {
    scene,
    facts: { number: pull.number, title: pull.title, ...facts },
    check: run && tellCheck(play, run),
    path: `${homeOf(play)}/pull/${pull.number}`,
  };
}

/** Path of the repository's pages. */
export function homeOf(play: Play): string {
  return `/${play.material.owner}/${play.material.name}`;
}

function checkOf(play: Play, headSha: string, gateKind: string): CheckRun | null {
  const gate = play.policy.playbook.gates.find(({ kind }) => kind === gateKind);
  const runs = [...play.repository.checkRuns.values()].filter((run) => run.headSha === headSha && run.name === `sprintgate/${gate?.id}`);
  return runs.at(-1) ?? null;
}

function tellCheck(play: Play, run: CheckRun): ToldCheck {
  // The story is told from what GitHub shows, so the next step is the one that the check's own summary gives.
  const label = `**${reportWords[play.policy.locale].next}:** `;
  const line = run.output.summary?.split('\n').find((each) => each.startsWith(label));
  return {
    name: run.name,
    title: run.output.title ?? '',
    conclusion: run.conclusion ?? run.status,
    next: line === undefined ? null : plainProse(line.slice(label.length)),
    path: `${homeOf(play)}/runs/${run.id}`,
  };
}
