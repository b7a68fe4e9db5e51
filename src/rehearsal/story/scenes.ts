import { configPath } from '../../core/policy/config-path.ts';
import { sprintMilestone } from './sprint-milestone.ts';
import { checkOf, dayOfSprint, goTo, type Play, runTests, signCheckpoint } from './play.ts';
import type { PullIssue } from '../github/records/find.ts';

/** One thing that happened, for the narrator: what, how it came out, and where to look at it. */
export interface Told {
  readonly scene: 'installed' | 'configured' | 'seeded' | 'not-seeded' | 'weak' | 'fixed' | 'early' | 'signed' | 'unsigned' | 'late' | 'release';
  /** Names and numbers for the sentence. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** First line of the check that decided, as GitHub shows it. */
  readonly check: { readonly name: string; readonly title: string; readonly conclusion: string } | null;
  readonly path: string | null;
}

export type Scene = (play: Play) => Promise<Told[]>;

/** The app is installed on a repository without configuration, and asks for one. */
export const install: Scene = async (play) => {
  const { stage, material, repository } = play;
  stage.github.people.installApp({ account: material.owner, repositories: [repository] });
  await stage.settle();
  return [{ scene: 'installed', facts: {}, check: null, path: `${home(play)}/issues/1` }];
};

/** The lead merges the configuration; the plan is shown before anything is created. */
export const configure: Scene = async (play) => {
  const { stage, cast, material, repository, words } = play;
  stage.github.people.commit({ repository, as: cast.lead, files: { [configPath]: material.config }, message: words.configMessage });
  await stage.settle();
  return [{ scene: 'configured', facts: {}, check: null, path: `${home(play)}/issues/1` }];
};

/** Somebody with authority has the backlog created. */
export const seed: Scene = async (play) => {
  const { stage, cast, policy, repository, words } = play;
  const signer = Object.values(policy.authorities).flatMap((rule) => cast.signersOf(rule))[0];
  if (signer === undefined) {
    await stage.app.context.enqueue([{ key: { kind: 'seed', repository: repository.id, unit: policy.unit }, priority: 'now' }]);
  } else stage.github.people.comment({ repository, as: signer, number: 1, body: words.seed });
  await stage.settle();
  const issues = [...repository.issues.values()].filter((issue) => issue.pull === null).length;
  return [{ scene: signer === undefined ? 'not-seeded' : 'seeded', facts: { who: signer ?? cast.lead, issues, milestones: repository.milestones.size }, check: null, path: `${home(play)}/milestones` }];
};

/** A pull request below the floor is stopped; the same with tests is let through, and merged. */
export const coverage: Scene = async (play) => {
  const { stage, cast, material, repository, words } = play;
  if (!material.coverage) return [];
  const { weak, fixed } = material.coverage;
  stage.github.people.commit({ repository, as: cast.developer, branch: 'limits', files: weak.files, message: words.weakTitle });
  const pull = stage.github.people.openPull({ repository, as: cast.developer, head: 'limits', title: words.weakTitle, body: words.weakBody });
  runTests(play, pull, weak);
  await stage.settle();
  const stopped = told(play, pull, { scene: 'weak', gateKind: 'coverage' });
  stage.github.people.pushToPull({ repository, as: cast.developer, number: pull.number, files: fixed.files, message: words.fixMessage });
  runTests(play, pull, fixed);
  await stage.settle();
  return [stopped, told(play, pull, { scene: 'fixed', gateKind: 'coverage' })];
};

/** Work of a later sprint waits for the checkpoints before it; reviewers sign, and it may go on. */
export const checkpoint: Scene = async (play) => {
  const { stage, cast, policy, material, repository, words } = play;
  const { blocks, checkpoints } = policy.playbook;
  const block = blocks[Math.min(2, blocks.length - 1)];
  const sprint = block?.sprints[0];
  if (!block || sprint === undefined) return [];
  goTo(play, dayOfSprint(policy, sprint, -4));
  stage.github.people.commit({ repository, as: cast.developer, branch: 'explain', files: material.early.files, message: words.earlyTitle });
  const milestone = sprintMilestone(repository, sprint);
  const pull = stage.github.people.openPull({ repository, as: cast.developer, head: 'explain', title: words.earlyTitle, body: words.earlyBody });
  stage.github.people.setMilestone({ repository, as: cast.developer, number: pull.number, milestone });
  runTests(play, pull, material.early);
  await stage.settle();
  const scenes = [told(play, pull, { scene: 'early', gateKind: 'checkpoint' })];
  for (const before of checkpoints.filter(({ block: id }) => blocks.findIndex((each) => each.id === id) < blocks.indexOf(block))) {
    const signed = await signCheckpoint(play, before);
    const title = policy.text.checkpoints[before.id]?.title ?? before.id;
    scenes.push({ scene: signed ? 'signed' : 'unsigned', facts: { checkpoint: title, who: signed?.signers.join(', ') ?? '' }, check: null, path: signed ? `${home(play)}/issues/${signed.issue.number}` : null });
  }
  return [...scenes, told(play, pull, { scene: 'late', gateKind: 'checkpoint' })];
};

/** A release pull request gets its readiness report. */
export const release: Scene = async (play) => {
  const { stage, cast, policy, material, repository, words } = play;
  const [base = repository.defaultBranch] = policy.release.branches.filter((branch) => !branch.includes('*'));
  const [pattern = 'release/**'] = policy.release.heads;
  const branch = pattern.replace(/\*+$/, '0.1').replaceAll('*', 'x');
  const files = { 'CHANGELOG.md': '# 0.1\n' };
  stage.github.people.commit({ repository, as: cast.lead, branch, files, message: words.releaseTitle });
  const pull = stage.github.people.openPull({ repository, as: cast.lead, head: branch, base, title: words.releaseTitle, body: words.releaseBody });
  const [label] = policy.release.labels;
  if (label) stage.github.people.label({ repository, as: cast.lead, number: pull.number, names: [label] });
  runTests(play, pull, material.coverage?.fixed ?? material.early);
  await stage.settle();
  return [told(play, pull, { scene: 'release', gateKind: 'readiness' })];
};

export const scenes: readonly Scene[] = [install, configure, seed, coverage, checkpoint, release];

function told(play: Play, pull: PullIssue, { scene, gateKind }: { scene: Told['scene']; gateKind: string }): Told {
  const run = checkOf(play, pull.pull.headSha, gateKind);
  return {
    scene,
    facts: { number: pull.number, title: pull.title },
    check: run && { name: run.name, title: run.output.title ?? '', conclusion: run.conclusion ?? run.status },
    path: `${home(play)}/pull/${pull.number}`,
  };
}

function home(play: Play): string {
  return `/${play.material.owner}/${play.material.name}`;
}
