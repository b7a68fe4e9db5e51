import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMarked, wrapMarked } from '../../src/core/markers/marker.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { smallConfig, type Stage, startStage } from '../support/stage.ts';

const day = 24 * 3_600_000;
const turn = '2027-01-25T06:00:00.000Z';
let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

const idOf = (body: string | null) => readMarked(body)?.marker.id ?? '';
const issueOf = (repository: Repository, id: string) => [...repository.issues.values()].filter(({ body }) => idOf(body) === id);
const commentsOf = (repository: Repository, id: string) => [...repository.comments.values()].filter(({ body }) => idOf(body) === id);
const milestoneOf = (repository: Repository, id: string) => [...repository.milestones.values()].find(({ description }) => idOf(description ?? '') === id);

/** A small plan, written by somebody whose issues are ours: three sprints, a checkpoint and two items. */
async function seeded(name: string, config: string) {
  const repository = await stage.repository(name, { config: `${config}seed: { owners: [ana] }\n` });
  const { people } = stage.github;
  const milestones = ['s00', 's01', 's02'].map((key) => people.createMilestone({ repository, as: 'ana', title: key, description: wrapMarked('.', key, key) }));
  const place = (id: string) => people.openIssue({ repository, as: 'ana', title: id, body: wrapMarked('.', id, id), milestone: milestones[0]?.number ?? 0 });
  const [checkpoint, ...items] = ['s00.checkpoint', 's00.entry.go-decision', 's00.entry.technical-design'].map(place);
  await stage.settle();
  const say = async (body: string, number = checkpoint?.number ?? 0) => {
    people.comment({ repository, as: 'ana', number, body });
    await stage.settle();
  };
  return { repository, say, items, checkpoint };
}

describe('the life of a sprint', { timeout: 90_000 }, () => {
  test('from its planning over the commit to its review, in Spanish, with what is left moved on', async () => {
    const { people } = stage.github;
    const { repository, say, items, checkpoint } = await seeded(
      'vida',
      `${smallConfig.replace('locale: en', 'locale: es')}sprints: { rollover: move, digest: true }\n`,
    );
    const [planning] = issueOf(repository, 'planning.s00');
    expect(planning).toMatchObject({ title: 'Planeación del sprint 0 · Setup & Planning', milestone: milestoneOf(repository, 's00')?.number, state: 'open' });
    expect(await stage.wakeOf(`${repository.id}/sprint`)).toBe('2027-01-13T06:00:00.000Z');
    expect(commentsOf(repository, 'digest.s00')).toHaveLength(1);

    await say('/sprintgate comprometer', planning?.number);
    expect(planning?.body).toContain('No se ha agregado nada desde entonces.');
    const own = people.openIssue({ repository, as: 'luis', title: 'Un informe para el comité' });
    await say(`/sprintgate mover #${own.number} a 0`, own.number);
    expect(planning?.body).toContain(`Estos entraron al sprint cuando el equipo ya se había comprometido:\n\n- #${own.number} Un informe para el comité`);

    for (const { number } of items.slice(1)) people.close({ repository, as: 'luis', number });
    await stage.settle();
    stage.github.advance(Date.parse(turn) - Date.parse(stage.github.now));
    await stage.app.engine.sweep();
    await stage.settle();
    const [review] = commentsOf(repository, 'review.s00');
    expect(review).toMatchObject({ issueNumber: checkpoint?.number });
    expect(review?.body).toContain('## Revisión del sprint 0');
    expect(review?.body).toContain('**1 de 3 elementos terminados** · 1 de los 2 a los que el equipo se comprometió');
    expect(review?.body).toContain('aún sin firmar; quien puede firmarlo escribe en su issue: `/sprintgate aprobar architecture-review`');
    const next = milestoneOf(repository, 's01')?.number;
    expect(items[0]).toMatchObject({ milestone: next });
    const [note] = commentsOf(repository, 'rollover.s01');
    expect(note?.body).toContain('2 elementos seguían abiertos cuando terminó su sprint. Continúan en el sprint 1.');
    expect(note?.body).not.toContain('moving');
    expect(issueOf(repository, 'retrospective.s00')[0]).toMatchObject({ state: 'open', milestone: next });
    expect(issueOf(repository, 'planning.s01')).toHaveLength(1);
    expect(planning?.state).toBe('closed');

    await say(`/sprintgate comprometer #2 #${own.number} al 1`, issueOf(repository, 'planning.s01')[0]?.number);
    expect([items[0]?.labels, own.labels]).toEqual([
      expect.arrayContaining(['sprintgate:committed-s01']),
      expect.arrayContaining(['sprintgate:committed-s01']),
    ]);

    // Its items are done, but nobody has signed.
    expect(milestoneOf(repository, 's00')?.state).toBe('open');
    await say('/sprintgate aprobar architecture-review', checkpoint?.number);
    expect(milestoneOf(repository, 's00')?.state).toBe('closed');
    const entries = (await stage.ledger(repository)).length;
    stage.github.advance(3_600_000);
    await stage.app.context.enqueue([{ key: { kind: 'sprint', repository: repository.id }, priority: 'now' }]);
    await stage.settle();
    expect(await stage.ledger(repository)).toHaveLength(entries);
    stage.github.advance(day);
    await stage.app.engine.sweep();
    await stage.settle();
    expect(commentsOf(repository, 'digest.s01')).toHaveLength(1);
    expect(commentsOf(repository, 'digest.s01')[0]?.body).toContain('Sprint 1, día 2 de 14.');
  });

  test('asks what becomes of open items where nobody said so, and takes what stands in the product backlog by command', async () => {
    const { people } = stage.github;
    const { repository, say, items } = await seeded('life', smallConfig.replace('start: 2027-01-11', 'start: 2027-01-25'));
    const own = people.openIssue({ repository, as: 'luis', title: 'A report for the board' });
    await say(`/sprintgate move #${own.number} to 0`);
    expect(own.milestone).toBe(milestoneOf(repository, 's00')?.number);
    await say('/sprintgate commit', issueOf(repository, 'planning.s00')[0]?.number);
    expect(issueOf(repository, 'planning.s00')[0]?.body).toContain('**0 of 3 done.**');
    stage.github.advance(Date.parse('2027-02-22T06:00:00Z') - Date.parse(stage.github.now));
    await stage.app.engine.sweep();
    await stage.settle();
    // The app was away for the whole of sprint 1: only that one is looked back on, on its block's issue, which nobody made here.
    expect(commentsOf(repository, 'review.s00')).toEqual([]);
    expect(items.map(({ milestone }) => milestone)).toEqual(items.map(() => milestoneOf(repository, 's00')?.number));
    expect(issueOf(repository, 'planning.s02')[0]?.body).toContain(`#${items[0]?.number} s00.entry.go-decision | left from sprint 0`);
    expect(issueOf(repository, 'planning.s02')[0]?.body).toContain(`/sprintgate commit #${items[0]?.number} #${items[1]?.number} #${own.number} to 2`);
  });
});
