import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GateVerdict, Verdict } from '../../../src/core/verdict/verdict.ts';
import { smallConfig, type Stage, startStage } from '../../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

/** The criteria of a readiness verdict that do not hold. */
function open(verdict: Verdict): string[] {
  if (verdict.verdict === 'pass' || verdict.verdict === 'not-applicable') return [];
  return verdict.code.startsWith('category.') || verdict.code.startsWith('readiness.') ? verdict.children.flatMap(open) : [verdict.id];
}

test('a deployment that waits for readiness goes on when the last of its criteria holds or is waived', async () => {
  const { people } = stage.github;
  const authorities = ['sponsor', 'compliance', 'self-assessment', 'security-review', 'model-performance', 'sre-review'].map(
    (id) => `  ${id}: { users: [ana] }\n`,
  );
  const config = `${smallConfig.replace('authorities:\n', `authorities:\n${authorities.join('')}`)}environments: { production: readiness }\n`;
  const repository = await stage.repository('ready', { config });
  people.guardEnvironment({ repository, environment: 'production' });
  const issue = people.openIssue({ repository, as: 'ana', title: 'Before the first deployment' });
  const { run } = people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/deploy.yml', event: 'push', jobs: ['deploy'], conclusion: null });
  people.deploy({ repository, as: 'luis', run, environment: 'production' });
  await stage.settle();
  const [entry] = (await stage.ledger(repository)).filter(({ subject, kind }) => kind === 'decision' && subject.endsWith(`/deploy/${run.id}`));
  const { decision } = JSON.parse(entry?.payload ?? '{}') as { decision: { verdicts: GateVerdict[] } };
  const criteria = decision.verdicts.flatMap(open);
  const [last = '', ...first] = criteria.toReversed();
  const waive = (id: string) => `/sprintgate waive ${id} until 2027-02-10 not before the first sprint`;
  people.comment({ repository, as: 'ana', number: issue.number, body: first.map(waive).join('\n') });
  await stage.settle();
  expect(run.gates[0]?.state).toBe('waiting');
  people.comment({ repository, as: 'ana', number: issue.number, body: waive(last) });
  await stage.settle();
  expect(run.gates[0]?.state).toBe('approved');
  expect(run.gates[0]?.comment).toContain('by waiver');
});
