import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMarked } from '../../src/core/markers/marker.ts';
import { readLedgerHead } from '../../src/core/report/publish-ledger-head.ts';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { openSmallPull, smallConfig, type Stage, startStage } from '../support/stage.ts';

const config = smallConfig;
let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

async function say(repository: Repository, number: number, body: string): Promise<string[]> {
  const before = texts(repository, number).length;
  stage.github.people.comment({ repository, as: 'ana', number, body });
  await stage.settle();
  return texts(repository, number).slice(before + 1);
}

const texts = (repository: Repository, number: number): string[] =>
  [...repository.comments.values()].filter((comment) => comment.issueNumber === number).map(({ body }) => body);
const issues = (repository: Repository) => [...repository.issues.values()].filter(({ pull }) => pull === null);
const conclusion = (repository: Repository, pull: PullIssue, gate: string) => stage.check(repository, pull.pull.headSha, gate)?.conclusion;

describe('decisions on GitHub', () => {
  test('an override opens the gates of its pull request, says so, and opens one follow-up issue', async () => {
    const repository = await stage.repository('override', { config });
    const pull = openSmallPull(stage, { repository, branch: 'urgent' });
    await say(repository, pull.number, '/sprintgate hold wait');
    expect(conclusion(repository, pull, 'policy')).toBe('failure');
    await say(repository, pull.number, '/sprintgate override production is down');
    expect(['coverage', 'policy'].map((gate) => conclusion(repository, pull, gate))).toEqual(['success', 'success']);
    expect(stage.check(repository, pull.pull.headSha, 'coverage')?.output.summary).toMatch(/^> ⚠️ Gates of this commit are overridden by `ana`/);
    expect(issues(repository).map(({ body }) => readMarked(body)?.marker.id.replace(/d-.*/, ''))).toContain('follow-up.');
    const count = issues(repository).length;
    await stage.look(repository, pull.number);
    expect(issues(repository)).toHaveLength(count);
  });

  test('a pull request’s own configuration is annotated once and never rules', async () => {
    const repository = await stage.repository('preview', { config });
    const pull = openSmallPull(stage, { repository, branch: 'broken', files: { '.github/sprintgate.yml': config.replace('tier: 4', 'tier: 9') } });
    await stage.settle();
    const run = stage.check(repository, pull.pull.headSha, 'policy');
    expect(run?.conclusion).toBe('failure');
    expect(run?.output.summary).toContain('.github/sprintgate.yml:3');
    expect(run?.annotations.length ?? 0).toBe(1);
    await say(repository, pull.number, '/sprintgate hold wait');
    expect(stage.check(repository, pull.pull.headSha, 'policy')?.annotations.length).toBe(1);
  });

  test('a plan is answered where it is asked for', async () => {
    const repository = await stage.repository('plan', { config });
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    expect((await say(repository, pull.number, '/sprintgate plan')).join()).toMatch(/Sprint 0 .*2027-01-24/);
  });

  test('several commands in two languages get one reply and one reaction', async () => {
    const repository = await stage.repository('several', { config });
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    const answers = await say(repository, pull.number, 'Hello\n/sprintgate status\n/sprintgate estado\n> quoted\n\n/sprintgate plna\n');
    expect(answers).toHaveLength(1);
    expect(answers.join()).toContain('Did you mean `/sprintgate plan`?');
    const written = [...repository.comments.values()].find(({ body }) => body.startsWith('Hello'));
    expect(written?.reactions.map(({ content }) => content)).toEqual(['confused']);
  });

  test('a gate is explained, everything is read again on request, and what is not held is not let go', async () => {
    const repository = await stage.repository('asked', { config });
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await stage.settle();
    const explained = await say(repository, pull.number, '/sprintgate explicar `sprintgate/coverage`');
    expect(explained.join()).toMatch(/### ❓ `coverage`[\s\S]+<details>/);
    expect(explained.join()).not.toContain('`policy`:');
    expect((await say(repository, pull.number, '/sprintgate recheck')).join()).toContain('read again');
    expect((await say(repository, pull.number, '/sprintgate unhold')).join()).toContain('not held');
    expect((await say(repository, pull.number, '/sprintgate ayuda')).join()).toContain('/sprintgate commit');
    expect((await say(repository, pull.number, '```\n/sprintgate recheck\n```')).join()).toBe('');
  });

  test('adoption gives each checkpoint its receipt, and its work may merge; an item can be moved', async () => {
    const repository = await stage.repository('adopt', { config });
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await say(repository, pull.number, '/sprintgate seed');
    const issueOf = (id: string) => issues(repository).find(({ body }) => readMarked(body)?.marker.id === id)?.number ?? 0;
    const answers = await say(repository, issueOf('s00.checkpoint'), '/sprintgate adopt s03 reviewed on paper');
    expect(answers.join()).toContain(`\`s01\` (#${issueOf('s01.checkpoint')})`);
    expect(texts(repository, issueOf('s01.checkpoint')).join()).toContain('Accepted as a baseline');
    const milestone = [...repository.milestones.values()].find(({ description }) => readMarked(description)?.marker.id === 's03');
    expect((await say(repository, issueOf('s00.checkpoint'), '/sprintgate commit s03')).join()).toContain('Committed to `s03`: #');
    const committed = issues(repository).filter(({ labels }) => JSON.stringify([...labels]).includes('sprintgate:committed-s03'));
    expect(committed.length).toBeGreaterThan(2);
    const [moved] = await say(repository, pull.number, '/sprintgate move to 3');
    expect(moved).toContain('was moved to `s03`');
    expect(repository.issues.get(pull.number)?.milestone).toBe(milestone?.number);
    expect(conclusion(repository, pull, 'checkpoint')).toBe('success');
  });

  test('each check publishes the entry of the very decision that posted it', async () => {
    const repository = await stage.repository('ledger', { config });
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    await say(repository, pull.number, '/sprintgate hold wait');
    const published = readLedgerHead(stage.check(repository, pull.pull.headSha, 'policy')?.output.summary ?? null);
    const entries = await stage.ledger(repository);
    const entry = entries.find(({ seq }) => seq === published?.seq);
    expect(entry).toMatchObject({ kind: 'decision', digest: published?.digest });
    expect(entry?.payload).toContain(`"headSha":"${pull.pull.headSha}"`);
    expect(entries.slice(published?.seq).filter(({ kind, payload }) => kind === 'decision' && payload?.includes('-check"'))).toEqual([]);
  });
});
