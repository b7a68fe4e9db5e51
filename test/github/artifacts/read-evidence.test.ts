import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import type { EvidenceBundle } from '../../../src/core/evidence/bundle/bundle.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import type { RepositoryFacts } from '../../../src/core/snapshot/facts.ts';
import type { KeptEvidence } from '../../../src/github/artifacts/kept-evidence.ts';
import { readEvidence } from '../../../src/github/artifacts/read-evidence.ts';
import { startFakeActions } from './fake-actions.ts';
import type { FakeActions, FakeUpload } from './fake-actions.ts';

const headSha = 'a'.repeat(40);
const tracefile = 'TN:\nSF:src/a.ts\nDA:1,1\nDA:2,0\nend_of_record\n';
const repository: RepositoryFacts = {
  id: 77,
  owner: 'acme',
  name: 'shop',
  ownerType: 'Organization',
  defaultBranch: 'main',
  fork: false,
  archived: false,
  hasIssues: true,
  htmlUrl: 'https://github.com/acme/shop',
};
const policy = { evidence: { workflows: [], uploads: 'sprintgate', trusted: null, sourceRoots: [] } } as unknown as Policy;

let fake: FakeActions | null = null;
afterEach(async () => {
  await fake?.close();
});

function run(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 5,
    head_sha: headSha,
    path: '.github/workflows/ci.yml',
    event: 'pull_request',
    status: 'completed',
    conclusion: 'success',
    run_attempt: 2,
    repository: { id: 77 },
    created_at: '2027-01-11T10:00:00Z',
    run_started_at: '2027-01-11T10:00:05Z',
    updated_at: '2027-01-11T10:04:00Z',
    ...change,
  };
}

function upload(change: Record<string, unknown> = {}, archive: FakeUpload['archive'] = zip({ 'lcov.info': strToU8(tracefile) })): FakeUpload {
  return {
    artifact: {
      id: 9,
      name: 'sprintgate-api',
      size_in_bytes: 300,
      expired: false,
      workflow_run: { id: 5, repository_id: 77, head_repository_id: 77, head_sha: headSha },
      ...change,
    },
    archive,
  };
}

function zip(files: Zippable): Uint8Array {
  return zipSync(files);
}

async function read(world: Parameters<typeof startFakeActions>[0], change: Partial<Parameters<typeof readEvidence>[1]> = {}) {
  fake = await startFakeActions(world);
  return readEvidence(fake.octokit, { repository, headSha, policy, ...change });
}

describe('evidence from workflow artifacts', () => {
  it('is bound to the run that uploaded it, and each file has its digest', async () => {
    const state = await read({ runs: [run()], uploads: { 5: [upload()] } });
    expect(state.refused).toEqual([]);
    const [bundle] = state.bundles;
    expect(bundle?.identity).toEqual({
      repositoryId: 77,
      headSha,
      testedSha: headSha,
      testedTree: null,
      baseSha: null,
      workflowPath: '.github/workflows/ci.yml',
      event: 'pull_request',
      job: '',
      uploadName: 'sprintgate-api',
      runId: 5,
      runAttempt: 2,
    });
    expect(bundle?.provenance).toEqual({ kind: 'self-reported' });
    expect(bundle?.files).toEqual([{ path: 'lcov.info', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: tracefile.length }]);
    expect(bundle?.reports).toMatchObject([{ format: 'lcov', outcome: 'ok', totals: { lines: { covered: 1, total: 2 } } }]);
  });

  it('never sends our token to the address of the archive', async () => {
    await read({ runs: [run()], uploads: { 5: [upload()] } });
    expect(fake?.asked).toContain('/archives/9');
    expect(fake?.asked).toContain('/repos/acme/shop/actions/artifacts/9/zip with token');
  });

  it('takes from a manifest what GitHub does not tell, and nothing that the run tells', async () => {
    const manifest = { sprintgate: 1, testedSha: 'b'.repeat(40), baseSha: 'c'.repeat(40), job: 'test', uploadName: 'other', headSha: 'd'.repeat(40) };
    const archive = zip({ 'manifest.json': strToU8(JSON.stringify(manifest)), 'lcov.info': strToU8(tracefile) });
    const state = await read({ runs: [run()], uploads: { 5: [upload({}, archive)] }, commits: { ['b'.repeat(40)]: ['c'.repeat(40), headSha] } });
    expect(state.bundles[0]?.identity).toMatchObject({
      headSha,
      testedSha: 'b'.repeat(40),
      baseSha: 'c'.repeat(40),
      job: 'test',
      uploadName: 'sprintgate-api',
    });
    expect(state.bundles[0]?.reports.map((report) => report.file)).toEqual(['lcov.info']);
  });

  it.each<[string, string, readonly string[] | null, boolean]>([
    ['the merge of its head', 'pull_request', ['c'.repeat(40), headSha], true],
    ['further work on its head', 'pull_request', [headSha], false],
    ['a merge of something else', 'pull_request', ['c'.repeat(40), 'd'.repeat(40)], false],
    ['a merge into its head', 'pull_request', [headSha, 'c'.repeat(40)], false],
    ['a merge, in a run for the base', 'pull_request_target', ['c'.repeat(40), headSha], false],
    ['a commit that GitHub does not know', 'pull_request', null, false],
  ])('is asked what was tested: %s, in a run of %s', async (_, event, parents, taken) => {
    const archive = zip({ 'manifest.json': strToU8(JSON.stringify({ sprintgate: 1, testedSha: 'b'.repeat(40) })), 'lcov.info': strToU8(tracefile) });
    const state = await read({ runs: [run({ event })], uploads: { 5: [upload({}, archive)] }, ...(parents ? { commits: { ['b'.repeat(40)]: parents } } : {}) });
    expect([state.bundles.length, state.refused.map(({ cause }) => cause?.code)]).toEqual(taken ? [1, []] : [0, ['other-tested']]);
  });

  it('keeps the newest of two uploads of one name and leaves other artifacts alone', async () => {
    const older = upload({ id: 8 }, zip({ 'old.info': strToU8(tracefile) }));
    const state = await read({ runs: [run()], uploads: { 5: [older, upload(), upload({ id: 10, name: 'website' })] } });
    expect(state.bundles.map((bundle) => bundle.reports[0]?.file)).toEqual(['lcov.info']);
    expect(fake?.asked.some((path) => path.includes('/10/'))).toBe(false);
  });

  it('reports workflows that still run, and waits not for one that waits for a person', async () => {
    const state = await read({ runs: [run({ id: 6, status: 'in_progress' }), run({ status: 'waiting' })], uploads: { 5: [upload()] } });
    expect(state.runningWorkflows).toEqual([{ path: '.github/workflows/ci.yml', startedAt: '2027-01-11T10:00:05Z' }]);
    expect(state.bundles).toHaveLength(1);
  });

  it('reports workflows that bring no uploads where the policy waits for tools of code scanning', async () => {
    const scans = [run({ id: 6, path: '.github/workflows/codeql.yml', status: 'in_progress' }), run({ id: 7, path: '.github/workflows/done.yml' }), run()];
    const evidence = { ...policy.evidence, workflows: ['ci.yml'], codeScanning: { tools: ['CodeQL'] } };
    const state = await read({ runs: scans, uploads: { 5: [upload()] } }, { policy: { ...policy, evidence } as unknown as Policy });
    expect([state.runningWorkflows, state.otherWorkflows]).toEqual([[], [{ path: '.github/workflows/codeql.yml', startedAt: '2027-01-11T10:00:05Z' }]]);
  });

  it('tells who pushed where authors are exempt from planning, and who did anything else not', async () => {
    const started = { head_branch: 'work', actor: { id: 7 } };
    const runs = [
      run({ id: 6, event: 'push', ...started }),
      run({ id: 7, event: 'issue_comment', ...started }),
      run({ id: 8, event: 'pull_request', head_branch: null }),
    ];
    const state = await read({ runs, uploads: {} }, { policy: { ...policy, planning: { unplanned: 'block', exempt: [] } } as unknown as Policy });
    expect(state.startedBy).toEqual([{ branch: 'work', actor: 7 }]);
  });

  it('does not let a run wait for itself, and reads what it uploaded so far', async () => {
    const state = await read({ runs: [run({ status: 'in_progress' })], uploads: { 5: [upload()] } }, { ownRun: 5 });
    expect(state.runningWorkflows).toEqual([]);
    expect(state.bundles).toHaveLength(1);
  });

  it('ignores workflows that are not the configured ones', async () => {
    const strict = { evidence: { ...policy.evidence, workflows: ['coverage.yml'] } } as unknown as Policy;
    expect(await read({ runs: [run()], uploads: { 5: [upload()] } }, { policy: strict })).toEqual({ bundles: [], runningWorkflows: [], refused: [] });
  });

  it('is downloaded once where it is remembered, and outlives its artifact', async () => {
    const memory = new Map<number, EvidenceBundle>();
    const kept: KeptEvidence = {
      known: async ({ id }) => memory.get(id) ?? null,
      ofTree: async () => [],
      keep: async (bundle, id) => void memory.set(id, bundle),
    };
    const first = await read({ runs: [run()], uploads: { 5: [upload()] } }, { kept });
    await fake?.close();
    const second = await read({ runs: [run()], uploads: { 5: [upload({ expired: true }, 410)] } }, { kept });
    expect(second).toEqual(first);
    expect(second.bundles).toHaveLength(1);
    expect(fake?.asked.filter((path) => /zip|archives/.test(path))).toEqual([]);
  });

  it('is read anew when other readers read it, as long as its artifact lives', async () => {
    const [current] = (await read({ runs: [run()], uploads: { 5: [upload()] } })).bundles;
    await fake?.close();
    const older = { ...current, reports: [], readerVersion: -1 } as unknown as EvidenceBundle;
    const kept: KeptEvidence = { known: async () => older, ofTree: async () => [], keep: async () => undefined };
    expect((await read({ runs: [run()], uploads: { 5: [upload()] } }, { kept })).bundles).toEqual([current]);
    await fake?.close();
    expect((await read({ runs: [run()], uploads: { 5: [upload({ expired: true }, 410)] } }, { kept })).bundles).toEqual([older]);
  });

  it('is not taken from what is remembered of another commit', async () => {
    const kept: KeptEvidence = {
      ofTree: async () => [],
      known: async () =>
        ({
          ...(await read({ runs: [run()], uploads: { 5: [upload()] } })).bundles[0],
          identity: { runId: 5, headSha: 'f'.repeat(40), uploadName: 'sprintgate-api' },
        }) as EvidenceBundle,
      keep: async () => undefined,
    };
    const remembered = await kept.known({ repository: 77, id: 9 });
    await fake?.close();
    const state = await read({ runs: [run()], uploads: { 5: [upload()] } }, { kept: { ...kept, known: async () => remembered } });
    expect(state.bundles[0]?.identity.headSha).toBe(headSha);
  });

  it('is read of fifty uploads and refused of those beyond', async () => {
    const many = Array.from({ length: 52 }, (_, index) => upload({ id: 100 + index, name: `sprintgate-${index}` }));
    const state = await read({ runs: [run()], uploads: { 5: many } });
    expect(state.bundles).toHaveLength(50);
    expect(state.refused.map(({ reason }) => reason)).toEqual(['its commit has more than 50 uploads', 'its commit has more than 50 uploads']);
  });

  it('says so when the permission to read actions is missing', async () => {
    const state = await read({ runs: 403 });
    expect(state.refused).toEqual([{ uploadName: '*', runId: 0, reason: expect.stringContaining('actions: read'), cause: { code: 'forbidden', values: [] } }]);
  });

  it('fails loudly, so that it is tried again, when GitHub is down', async () => {
    await expect(read({ runs: 500 })).rejects.toMatchObject({ status: 500 });
  });
});

describe('an upload is refused', () => {
  const link = { 'lcov.info': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] } satisfies Zippable;
  const other = 'f'.repeat(40);
  const cases: readonly [string, FakeUpload, RegExp][] = [
    ['when it has expired', upload({ expired: true }), /expired/],
    ['when its download is gone', upload({}, 410), /expired/],
    ['when its archive leads on to another address', upload({}, 'http://169.254.169.254/latest'), /leads elsewhere/],
    ['when its archive is not behind https', { ...upload(), address: 'http://archives.example/9' }, /not https/],
    ['when it is of another repository', upload({ workflow_run: { id: 5, repository_id: 1, head_sha: headSha } }), /another repository/],
    ['when it is of another commit', upload({ workflow_run: { id: 5, repository_id: 77, head_sha: other } }), /commit f+/],
    ['when it is of another run', upload({ workflow_run: { id: 4, repository_id: 77, head_sha: headSha } }), /run 4/],
    ['when it is declared too large', upload({ size_in_bytes: 1e12 }), /more than/],
    ['when it is no archive', upload({}, strToU8('not a zip at all')), /cannot be read/],
    ['when it is cut off', upload({}, zip({ 'lcov.info': strToU8(tracefile.repeat(50)) }).slice(0, 60)), /cannot be read/],
    ['when a path leaves the archive', upload({}, zip({ '../../etc/cron.d/x': strToU8('x') })), /not allowed|cannot be read/],
    ['when a path is absolute', upload({}, zip({ '/etc/x': strToU8('x') })), /not allowed|cannot be read/],
    ['when a path has backslashes', upload({}, zip({ '..\\x': strToU8('x') })), /not allowed|cannot be read/],
    ['when it holds a symbolic link', upload({}, zip(link)), /link/],
    ['when it is an archive bomb', upload({}, zip({ 'bomb.info': [new Uint8Array(40 << 20), { level: 9 }] })), /more than is allowed/],
    [
      'when it holds too many files',
      upload({}, zip(Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`${index}.info`, strToU8('')])))),
      /2001 files/,
    ],
  ];

  it.each(cases)('%s', async (_, refused, reason) => {
    const state = await read({ runs: [run()], uploads: { 5: [refused] } });
    expect(state.bundles).toEqual([]);
    expect(state.refused).toEqual([
      { uploadName: 'sprintgate-api', runId: 5, reason: expect.stringMatching(reason), cause: expect.objectContaining({ code: expect.any(String) }) },
    ]);
  });

  it('when its run answers for another commit than was asked for', async () => {
    const state = await read({ runs: [run({ head_sha: other, asked_as: headSha })], uploads: { 5: [upload()] } });
    expect(state.refused[0]?.reason).toContain(other);
  });

  it('when its body grows beyond the limit, whatever was declared', async () => {
    const limits = { archive: 400, entries: 10, file: 1e6, total: 1e6, ratio: 200 };
    const noise = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 251);
    const state = await read({ runs: [run()], uploads: { 5: [upload({}, zip({ 'x.info': [noise, { level: 0 }] }))] } }, { limits });
    expect(state.refused[0]?.reason).toContain('larger than 400');
  });
});
