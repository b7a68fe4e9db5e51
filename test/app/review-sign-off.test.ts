import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMarked } from '../../src/core/markers/marker.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { openSmallPull, smallConfig, type Stage, startStage } from '../support/stage.ts';

// The pull requests here belong to Sprint 1, so that Sprint 0's checkpoint lies before them.
const config = smallConfig.replace('start: 2027-01-11', 'start: 2026-12-28');
const label = 'checkpoint:architecture-review';
let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  for (const login of ['eva', 'gus']) stage.github.people.addUser(login);
});
afterAll(() => stage.close());

async function seeded(name: string) {
  const repository = await stage.repository(name, { config });
  const pull = openSmallPull(stage, { repository, branch: 'work' });
  stage.github.people.comment({ repository, as: 'ana', number: pull.number, body: '/sprintgate seed' });
  await stage.settle();
  const issue = [...repository.issues.values()].find(({ body }) => readMarked(body)?.marker.id === 's00.checkpoint')?.number ?? 0;
  return { repository, pull, issue };
}

const texts = (repository: Repository, number: number): string[] =>
  [...repository.comments.values()].filter((comment) => comment.issueNumber === number).map(({ body }) => body);
const approve = (repository: Repository, number: number, as: string) => stage.github.people.review({ repository, number, as, event: 'APPROVE', body: 'fine' });

test('an approving review on a labelled pull request signs the checkpoint off, and dismissing it later changes nothing', { timeout: 60_000 }, async () => {
  const { repository, pull, issue } = await seeded('reviewed');
  const checkpoint = () => stage.check(repository, pull.pull.headSha, 'checkpoint')?.conclusion;
  stage.github.people.label({ repository, as: 'luis', number: pull.number, names: [label] });
  const review = approve(repository, pull.number, 'ana');
  await stage.settle();
  expect(texts(repository, issue).filter((text) => text.includes('**Approved: `architecture-review`**'))).toHaveLength(1);
  expect(texts(repository, issue).join()).toContain('approving review');
  expect(texts(repository, pull.number).at(-1)).toMatch(/Approving review of ana[^]*Accepted as `d-/);
  expect(checkpoint()).toBe('success');
  const count = texts(repository, pull.number).length;
  stage.github.people.dismissReview({ repository, as: 'ana', number: pull.number, review: review.id });
  await stage.settle();
  expect(texts(repository, pull.number).slice(count).join()).toContain('was dismissed after it was accepted');
  expect(checkpoint()).toBe('success');
});

test('a review before the label, of an earlier commit, or without the authority signs nothing', { timeout: 60_000 }, async () => {
  const { repository, pull, issue } = await seeded('not-signed');
  const receipts = () => texts(repository, issue).filter((text) => text.includes('**Approved'));
  approve(repository, pull.number, 'ana');
  await stage.settle();
  const before = texts(repository, pull.number).length;
  stage.github.advance(60_000);
  stage.github.people.label({ repository, as: 'luis', number: pull.number, names: [label] });
  await stage.settle();
  stage.github.people.grantRole({ repository, login: 'eva', role: 'write' });
  approve(repository, pull.number, 'eva');
  await stage.settle();
  expect(texts(repository, pull.number).slice(before)).toEqual([expect.stringContaining('was not there when the review was given')]);
  expect(receipts()).toEqual([]);
  stage.github.people.review({ repository, number: pull.number, as: 'ana', event: 'REQUEST_CHANGES', body: 'no' });
  await stage.settle();
  expect(receipts()).toEqual([]);
  expect(stage.check(repository, pull.pull.headSha, 'checkpoint')?.conclusion).toBe('failure');
});

test('nobody can approve their own pull request, and GitHub itself says so', async () => {
  const { repository, pull } = await seeded('own');
  stage.github.people.label({ repository, as: 'luis', number: pull.number, names: [label] });
  expect(() => approve(repository, pull.number, 'luis')).toThrow('Unprocessable Entity');
  await stage.settle();
});

test('a review whose webhook was lost is found by the sweep', { timeout: 60_000 }, async () => {
  const { repository, pull, issue } = await seeded('lost');
  stage.github.people.label({ repository, as: 'luis', number: pull.number, names: [label] });
  await stage.settle();
  stage.github.setHookUrl('http://127.0.0.1:9/');
  approve(repository, pull.number, 'ana');
  await stage.github.settled();
  stage.github.setHookUrl(`${stage.app.url}/api/github/webhooks`);
  stage.github.advance(3_600_000);
  await stage.app.context.enqueue([{ key: { kind: 'policy', repository: repository.id }, priority: 'now' }]);
  await stage.settle();
  expect(texts(repository, issue).join()).toContain('**Approved: `architecture-review`**');
});
