import { openSmallPull, covered, smallConfig, type Stage, type StageOptions, startStage } from '../support/stage.ts';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';

export interface ReleaseStory {
  readonly stage: Stage;
  readonly repository: Repository;
  readonly release: PullIssue;
  /** A pull request that is no release. */
  readonly work: PullIssue;
}

const config = `${smallConfig.replace('tier: 4', 'tier: 2')}regulations: [LFPDPPP, CNBV]\n`;

/** A repository of a bank's: a pull request of work, a release with evidence, an attestation, a waiver, and one that was refused. */
export async function playRelease(options: StageOptions = {}): Promise<ReleaseStory> {
  const stage = await startStage(options);
  const { people } = stage.github;
  const repository = await stage.repository('scoring', {
    config: config.replace('  escalation:', '  compliance: { users: [ana] }\n  escalation:'),
    files: { 'docs/model-card.md': '# Tarjeta del modelo\n' },
  });
  const work = openSmallPull(stage, { repository, branch: 'work' });
  const release = openSmallPull(stage, { repository, branch: 'release/1.0' });
  await stage.settle();
  const artifacts = [{ name: 'sprintgate-api', files: { 'lcov.info': covered('src/release-1.0.ts') } }];
  people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/ci.yml', pull: release.number, jobs: ['test'], artifacts });
  await stage.settle();
  const say = async (as: string, body: string): Promise<void> => {
    people.comment({ repository, as, number: release.number, body });
    await stage.settle();
  };
  await say('ana', '/sprintgate attest compliance.check https://example.com/dictamen until 2027-03-01 revisión de privacidad, sin observaciones');
  await say('luis', '/sprintgate waive entry.compliance-and-ethics until 2027-02-01 because I say so');
  await say('ana', '/sprintgate waive compliance.ethics-review until 2027-02-01 because el comité sesiona en febrero');
  return { stage, repository, release, work };
}
