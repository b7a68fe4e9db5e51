import { expect, test } from 'vitest';
import { planSeeding } from '../../../src/core/backlog/plan-seeding.ts';
import type { SeedSnapshot } from '../../../src/core/backlog/seed-snapshot.ts';
import { decideCommands } from '../../../src/core/people/decide-commands.ts';
import { applyToSnapshot } from '../backlog/apply-to-snapshot.ts';
import { authorities, comment, conversation, inForce, policyOf } from './people-fixtures.ts';

const policy = policyOf();
const accepted = [{ login: 'sprintgate[bot]', id: 7 }];
const empty: SeedSnapshot = { labels: [], milestones: [], issues: [], accepted, subIssues: true };
const { writes } = planSeeding(policy, empty);

function reply(seen: SeedSnapshot | null, locale = 'en'): string {
  const known = seen ? { seeded: seen.issues, milestones: seen.milestones } : {};
  const asked = conversation([comment('/sprintgate seed')], { policy: inForce(policyOf(authorities, locale)), seeded: [], ...known });
  return decideCommands(asked).replies[0]?.body ?? '';
}

const minutesIn = (text: string) => Number(/about (\d+) minute/.exec(text)?.[1]);

test('who asks for the backlog is told how long it takes, in their language', () => {
  const minutes = minutesIn(reply(empty));
  expect(minutes).toBeGreaterThanOrEqual(5);
  expect(minutes).toBeLessThan(60);
  expect(reply(empty, 'es')).toContain(`Toma alrededor de ${minutes} minutos`);
});

test('what was seeded already takes no time, and what is left of it only its own', () => {
  const seeded = applyToSnapshot(empty, writes);
  expect(reply(seeded)).toContain('The backlog is there already');
  const half = { ...seeded, issues: seeded.issues.slice(0, Math.floor(seeded.issues.length / 2)) };
  expect(minutesIn(reply(half))).toBeLessThan(minutesIn(reply(empty)));
});

test('nothing is said of time where the milestones were not read', () => {
  expect(reply(null)).toContain('The backlog is being created or brought up to date, within GitHub’s limits; what is there already stays.');
  expect(reply(null)).not.toContain('minute');
});
