import { expect } from 'vitest';
import { ourComments } from '../answers.ts';
import { configured } from '../configured.ts';
import { issueOf } from '../people-steps.ts';
import { type Scene, type Situation, situations } from '../situation.ts';
import { says } from '../steps.ts';

// In Sprint 0 the quality gate asks an API for one criterion alone: `ci.code-quality`.
const quality = { quality: 'block' };
const sprint0 = configured({ enforce: quality });
const waive = (rest: string) => says('ana', `/sprintgate waive ci.code-quality ${rest}`);
const waived = waive('until 2027-02-28 the linter comes with the next sprint');

const register = (scene: Scene) => issueOf(scene, 'register');
const looksAtRegister = async ({ stage, repository }: Scene): Promise<void> => {
  await stage.app.context.enqueue([{ key: { kind: 'register', repository: repository.id }, priority: 'now' }]);
};
const at = (now: string) => (scene: Scene) => {
  scene.stage.github.now = now;
  return looksAtRegister(scene);
};
const notices = (scene: Scene): string[] => ourComments(scene, 1).filter((body) => body.includes('⏳'));

function registerHolds(...words: readonly string[]) {
  return (scene: Scene): void => {
    const body = register(scene).body ?? '';
    expect(
      words.filter((word) => !body.includes(word)),
      `${body}`,
    ).toEqual([]);
  };
}

function noticesAre(count: number, ...words: readonly string[]) {
  return (scene: Scene): void => {
    const said = notices(scene);
    expect(said, `${said.join('\n')}`).toHaveLength(count);
    expect(words.filter((word) => !said.join('\n').includes(word))).toEqual([]);
  };
}

const kept: readonly Situation[] = [
  {
    that: 'lists a waiver with its day, reason and what is done instead',
    config: sprint0,
    steps: [waive('until 2027-02-28 no linter yet with: two people read every line')],
    and: registerHolds('## Waivers', '`ci.code-quality`', '2027-02-28 (47 days left)', 'no linter yet', 'Instead: two people read every line'),
  },
  {
    that: 'says of a revoked one that it is over',
    config: sprint0,
    steps: [waived, says('ana', '/sprintgate revoke ci.code-quality the linter is there')],
    and: registerHolds('Over in the last 90 days', 'revoked on 2027-01-12'),
  },
  {
    that: 'says of one that needs another signature that it does not count yet',
    config: configured({ enforce: quality, authorities: { 'architecture-review': '{ users: [ana, eva], count: 2 }' } }).replace(/ {2}escalation: .*\n/, ''),
    steps: [waived],
    and: registerHolds('does not count yet'),
  },
  {
    that: 'says once, seven days before, that something ends, with who renews it and the command',
    config: sprint0,
    steps: [waive('until 2027-02-28 no linter yet'), at('2027-02-21T18:00:00Z'), at('2027-02-22T18:00:00Z'), at('2027-02-27T18:00:00Z')],
    and: noticesAre(1, 'ends on 2027-02-28', 'Who can renew it', '`ana`', '/sprintgate waive ci.code-quality until DATE REASON'),
  },
  { that: 'says nothing eight days before', config: sprint0, steps: [waive('until 2027-02-28 no linter yet'), at('2027-02-20T18:00:00Z')], and: noticesAre(0) },
  {
    that: 'says nothing of what was revoked meanwhile',
    config: sprint0,
    steps: [waived, says('ana', '/sprintgate revoke ci.code-quality the linter is there'), at('2027-02-22T18:00:00Z')],
    and: noticesAre(0),
  },
  {
    that: 'is not written again while nothing changed',
    config: sprint0,
    steps: [waived],
    and: async (scene) => {
      const before = register(scene).updatedAt;
      scene.stage.github.advance(3_600_000);
      await looksAtRegister(scene);
      await scene.stage.settle();
      if (register(scene).updatedAt !== before) throw new Error('the register was written again');
    },
  },
];

situations('the register', kept, { compareLooks: true });
