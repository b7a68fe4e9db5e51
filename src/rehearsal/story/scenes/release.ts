import { type Play, runTests } from '../play.ts';
import { tellPull, type Told } from '../told.ts';

/** A release pull request gets its readiness report. */
export async function* release(play: Play): AsyncGenerator<Told> {
  const { stage, cast, policy, material, repository, words } = play;
  const [base = repository.defaultBranch] = policy.release.branches.filter((branch) => !/[*?[{(!]/.test(branch));
  const [pattern = 'release/**'] = policy.release.heads;
  const branch = pattern.replace(/\*+$/, '0.1').replaceAll('*', 'x');
  const { people } = stage.github;
  if (!repository.refs.has(`refs/heads/${base}`)) people.createBranch({ repository, as: cast.lead, branch: base });
  people.commit({ repository, as: cast.lead, branch, from: base, files: { 'CHANGELOG.md': '# 0.1\n' }, message: words.releaseTitle });
  const pull = people.openPull({ repository, as: cast.lead, head: branch, base, title: words.releaseTitle, body: words.releaseBody });
  const [label] = policy.release.labels;
  if (label) people.label({ repository, as: cast.lead, number: pull.number, names: [label] });
  runTests(play, pull, material.early);
  await stage.settle();
  yield tellPull(play, pull, { scene: 'release', gateKind: 'readiness' });
}
