import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/core/gates/evaluate.ts';
import { planChecks } from '../../../src/core/plan/plan-checks.ts';
import type { Write } from '../../../src/core/plan/write.ts';
import { publishLedgerHead, readLedgerHead } from '../../../src/core/report/publish-ledger-head.ts';
import type { CheckRunFacts } from '../../../src/core/snapshot/facts.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';
import { playbookOf, world } from '../rules/rule-world.ts';

const playbook = playbookOf({
  gates: [
    { id: 'coverage', kind: 'coverage' },
    { id: 'policy', kind: 'policy' },
  ],
});
const problem = {
  file: '.github/sprintgate.yml',
  line: 3,
  column: 7,
  path: 'tier',
  message: 'tier is 9; write 1 to 4.',
  messages: { en: 'tier is 9; write 1 to 4.', es: 'tier es 9; escriba de 1 a 4.' },
};
const previews = { 12: { problems: [problem], weakenings: [] } };
const head = { seq: 41, digest: 'e'.repeat(64) };

function planned(snapshot: Partial<PullSnapshot> = {}) {
  const { snapshot: seen } = world({ playbook, snapshot });
  return planChecks(evaluate(seen), seen);
}

/** The check runs as GitHub shows them after these writes. */
function posted(writes: readonly Write[]): CheckRunFacts[] {
  return writes.flatMap((write, index) =>
    write.do === 'create-check'
      ? [
          {
            id: index + 1,
            name: write.name,
            appId: 99,
            status: write.status,
            conclusion: write.conclusion ?? null,
            externalId: write.externalId,
            title: write.output.title,
            summary: write.output.summary,
            annotations: write.annotations.length,
          },
        ]
      : [],
  );
}

const annotations = (writes: readonly Write[]) =>
  writes.flatMap((write) =>
    'annotations' in write ? write.annotations.map(({ startLine, level, message }) => ({ name: write.name, startLine, level, message })) : [],
  );

describe('annotations', () => {
  test('stand on the policy check, on the line of each error', () => {
    expect(annotations(planned({ previews }))).toEqual([{ name: 'sprintgate/policy', startLine: 3, level: 'failure', message: 'tier is 9; write 1 to 4.' }]);
  });

  test('go with one write alone: GitHub would show them twice', () => {
    const checkRuns = posted(planned({ previews }));
    const again = planned({ previews: { 12: { ...previews[12], problems: [{ ...problem, line: 4 }] } }, checkRuns });
    expect(again.map((write) => write.do)).toEqual(['update-check']);
    expect(annotations(again)).toEqual([]);
  });

  test('go with a later write where the first had none, as while reports are awaited', () => {
    const checkRuns = posted(planned());
    expect(annotations(planned({ previews, checkRuns }))).toHaveLength(1);
  });

  test('that two pull requests with one head have in common are told once', () => {
    const { pull } = world({ playbook });
    expect(annotations(planned({ pulls: [pull, { ...pull, number: 13 }], previews: { ...previews, 13: previews[12] } }))).toHaveLength(1);
  });

  test('are at most as many as GitHub takes, and of this repository’s file', () => {
    const many = Array.from({ length: 70 }, (_, index) => ({ ...problem, line: index + 1 }));
    expect(annotations(planned({ previews: { 12: { problems: many, weakenings: [] } } }))).toHaveLength(50);
    expect(annotations(planned({ previews: { 12: { problems: [{ ...problem, file: '.github:.github/sprintgate.yml' }], weakenings: [] } } }))).toEqual([]);
  });

  test('warn where a value would have no effect', () => {
    expect(annotations(planned({ previews: { 12: { problems: [], notices: [problem], weakenings: [] } } }))).toMatchObject([{ level: 'warning' }]);
  });
});

describe('the end of the ledger', () => {
  test('stands in no plan, and ends the summary of what is posted; it can be read back', () => {
    const summaries = planned().map((write) => ('output' in write ? readLedgerHead(write.output.summary) : 'no check'));
    expect(summaries).toEqual([null, null]);
    for (const locale of ['en', 'es'] as const) {
      const said = planned().map((write) => publishLedgerHead(write, head, locale));
      expect(said.map((write) => ('output' in write ? readLedgerHead(write.output.summary) : null))).toEqual([head, head]);
      expect(said.map((write) => ('externalId' in write ? write.externalId : null))).toEqual(
        planned().map((write) => ('externalId' in write ? write.externalId : null)),
      );
    }
  });

  test('is put into nothing but checks', () => {
    const comment: Write = { do: 'create-comment', issue: 1, body: 'text', markerId: 'm' };
    expect(publishLedgerHead(comment, head, 'en')).toBe(comment);
  });
});
