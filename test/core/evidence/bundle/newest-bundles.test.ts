import { describe, expect, it } from 'vitest';
import { type BundleIdentity, type EvidenceBundle, newestBundles } from '../../../../src/core/evidence/bundle/bundle.ts';

function bundle(identity: Partial<BundleIdentity>): EvidenceBundle {
  return {
    identity: {
      repositoryId: 1,
      headSha: 'h',
      testedSha: 't',
      testedTree: null,
      baseSha: null,
      workflowPath: '.github/workflows/ci.yml',
      event: 'pull_request',
      job: 'test',
      uploadName: 'sprintgate-api',
      runId: 10,
      runAttempt: 1,
      ...identity,
    },
    provenance: { kind: 'self-reported' },
    files: [],
    reports: [],
    completedAt: '2027-01-11T00:00:00Z',
  };
}
const names = (bundles: EvidenceBundle[]) =>
  bundles.map(({ identity }) => `${identity.job}/${identity.uploadName}#${identity.runId}.${identity.runAttempt}`).sort();

describe('evidence of one commit', () => {
  it('re-running one failed job replaces only its own upload', () => {
    const kept = newestBundles([
      bundle({ uploadName: 'sprintgate-api' }),
      bundle({ uploadName: 'sprintgate-web' }),
      bundle({ uploadName: 'sprintgate-api', runAttempt: 2 }),
    ]);
    expect(names(kept)).toEqual(['test/sprintgate-api#10.2', 'test/sprintgate-web#10.1']);
  });

  it('another job in the manifest does not stand beside the newer upload', () => {
    expect(names(newestBundles([bundle({ job: 'forged' }), bundle({ job: 'api', runAttempt: 2 })]))).toEqual(['api/sprintgate-api#10.2']);
  });

  it('a newer run wins over a later attempt of an older one', () => {
    expect(names(newestBundles([bundle({ runId: 10, runAttempt: 3 }), bundle({ runId: 11 })]))).toEqual(['test/sprintgate-api#11.1']);
  });

  it('uploads of other workflows or names stand beside each other', () => {
    expect(newestBundles([bundle({}), bundle({ uploadName: 'sprintgate-web' }), bundle({ workflowPath: '.github/workflows/e2e.yml' })])).toHaveLength(3);
  });
});
