import { describe, expect, test } from 'vitest';
import { formatKey } from '../../../src/core/keys/key.ts';
import type { ConversationSnapshot } from '../../../src/core/people/conversation-snapshot.ts';
import type { Decision } from '../../../src/core/people/decision.ts';
import { type IssuePorts, reconcileIssue } from '../../../src/engine/reconcile/reconcile-issue.ts';
import { comment, conversation, repository } from '../../core/people/people-fixtures.ts';

/** A world that remembers what was kept and marked, and dies where it is told to. */
function world(snapshot: ConversationSnapshot) {
  const kept: Decision[] = [];
  const marks: ConversationSnapshot['processed'][number][] = [];
  const enqueued: string[] = [];
  const woken: string[] = [];
  const dies = { enqueue: false };
  const ports: IssuePorts = {
    repository,
    now: () => snapshot.now,
    ledger: { append: async () => ({ seq: 1, digest: 'digest' }) },
    apply: async () => 1,
    locale: 'en',
    unit: '.',
    timezone: 'America/Mexico_City',
    titleOf: (checkpoint) => checkpoint,
    ownMarkers: async () => new Set(),
    findIssue: async () => null,
    explainPull: async () => null,
    sign: ({ id }) => id,
    readConversation: async () => ({ ...snapshot, decisions: [...kept], processed: [...marks] }),
    keep: async (decisions) => {
      kept.push(...decisions);
    },
    mark: async (done) => {
      marks.push(...done);
    },
    queuedGroups: async () => ['f00'],
    enqueue: async (work) => {
      if (dies.enqueue) throw new Error('killed');
      enqueued.push(
        ...work.map((each) =>
          'key' in each ? `${formatKey(each.key)} ${each.fanOut ?? ''}`.trim() : 'open' in each ? `${each.open.repository} open` : 'merge',
        ),
      );
    },
    wakeAt: async (key, at) => {
      woken.push(`${formatKey(key)} ${at}`);
    },
  };
  return { ports, kept, marks, enqueued, woken, dies };
}

describe('a decision', () => {
  test('has the open pull requests looked at, also when we were killed after it was kept', async () => {
    const { ports, dies, ...seen } = world(conversation([comment('/sprintgate approve')]));
    dies.enqueue = true;
    await expect(reconcileIssue(ports, 'subject', 7)).rejects.toThrow('killed');
    expect([seen.kept.length, seen.marks.length]).toEqual([1, 0]);
    dies.enqueue = false;
    await reconcileIssue(ports, 'subject', 7);
    expect(seen.enqueued).toEqual(['9412 open', '9412/register', '9412/standing', '9412/sprint', '9412/group/f00']);
    expect([seen.kept.length, seen.marks.length]).toEqual([1, 1]);
    await reconcileIssue(ports, 'subject', 7);
    expect(seen.enqueued).toHaveLength(5);
  });
});

describe('what cannot be decided now', () => {
  test.each([
    ['just written: in ten minutes', '2027-01-20T12:01:00Z', '2027-01-20T12:11:00.000Z'],
    ['half an hour old: in half an hour', '2027-01-20T12:30:00Z', '2027-01-20T13:00:00.000Z'],
    ['a day old: in an hour', '2027-01-21T12:00:00Z', '2027-01-21T13:00:00.000Z'],
  ])('is tried again, %s', async (_name, ...[now, at]) => {
    const { ports, woken, marks } = world(conversation([comment('/sprintgate approve')], { now, work: { unavailable: '403' } }));
    await reconcileIssue(ports, 'subject', 7);
    expect(woken).toEqual([`9412/issue/7 ${at}`]);
    expect(marks).toEqual([]);
  });
  test('is tried again also when the configuration is broken', async () => {
    const { ports, woken } = world(conversation([comment('/sprintgate approve')], { policy: { kind: 'broken', problems: [], locale: 'es' } }));
    await reconcileIssue(ports, 'subject', 7);
    expect(woken).toHaveLength(1);
  });
  test('wakes nobody once everything is decided', async () => {
    const { ports, woken } = world(conversation([comment('/sprintgate approve')]));
    await reconcileIssue(ports, 'subject', 7);
    expect(woken).toEqual([]);
  });
});
