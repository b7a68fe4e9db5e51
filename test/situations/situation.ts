import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { openSmallPull, type RepositoryOptions, smallConfig, type SmallPull, type Stage, type StageOptions, startStage } from '../support/stage.ts';

/** A repository on the embedded GitHub with its pull request, and the whole app on it. */
export interface Scene {
  readonly stage: Stage;
  readonly repository: Repository;
  /** Null where the situation opens its own. */
  readonly pull: PullIssue;
}

/** Something that happens; everything that follows from it has come to rest before the next. */
export type Step = (scene: Scene) => void | Promise<void>;

type Gate = 'coverage' | 'checkpoint' | 'quality' | 'readiness' | 'policy';
type Conclusion = 'success' | 'failure' | 'action_required' | 'in_progress' | 'nothing';

/** How a check ends, and words that its title, summary or text must hold. */
export type Expected = Conclusion | readonly [Conclusion, ...(string | RegExp)[]];

export interface Situation {
  /** What somebody sees, as a sentence that continues its theme. */
  readonly that: string;
  /** The configuration on the default branch; null: there is none. */
  readonly config?: string | null;
  /** Further files on the default branch. */
  readonly files?: RepositoryOptions['files'];
  /** The pull request of luis: one new file of two lines below `src` when left out. */
  readonly pull?: Partial<Omit<SmallPull, 'repository'>>;
  readonly steps?: readonly Step[];
  /** What our checks on the pull request's head say at the end. */
  readonly checks?: Readonly<Partial<Record<Gate, Expected>>>;
  /** What else must hold. */
  readonly and?: (scene: Scene) => void | Promise<void>;
}

/** The morning of the second day of Sprint 0 of `smallConfig`. */
const morning = '2027-01-12T18:00:00Z';

/** Plays each situation through the app on a repository of its own. Every request must fit GitHub's own description. */
export function situations(theme: string, table: readonly Situation[], options: StageOptions = {}): void {
  describe(theme, () => {
    let stage: Stage;
    let count = 0;
    beforeAll(async () => {
      stage = await startStage(options);
    });
    beforeEach(() => {
      stage.github.now = morning;
      stage.github.faults.clear();
    });
    afterAll(async () => {
      stage.github.assertClean();
      await stage.close();
    });
    test.each(table.map((situation) => [situation.that, situation] as const))('%s', async (_that, situation) => {
      count += 1;
      const scene = await play(stage, situation, `${theme.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${count}`);
      for (const [gate, expected] of Object.entries(situation.checks ?? {})) compare(scene, gate, expected);
      await situation.and?.(scene);
    });
  });
}

async function play(stage: Stage, situation: Situation, name: string): Promise<Scene> {
  const repository = await stage.repository(name, {
    config: situation.config === undefined ? smallConfig : situation.config,
    ...(situation.files ? { files: situation.files } : {}),
  });
  const scene = { stage, repository, pull: openSmallPull(stage, { branch: 'work', ...situation.pull, repository }) };
  await stage.settle();
  for (const step of situation.steps ?? []) {
    await step(scene);
    await stage.settle();
  }
  return scene;
}

interface Said {
  readonly ends: string;
  readonly title: string;
  readonly text: string;
}

/** What a gate says of the pull request's head: how it ends, its title, and all of its text. */
function saidBy({ stage, repository, pull }: Scene, gate: string): Said {
  const run = stage.check(repository, pull.pull.headSha, gate);
  if (run === null) return { ends: 'nothing', title: '', text: '' };
  const { title, summary, text } = run.output;
  return { ends: run.conclusion ?? run.status, title: title ?? '', text: [title, summary, text].join('\n') };
}

function compare(scene: Scene, gate: string, expected: Expected): void {
  const [conclusion, ...words] = typeof expected === 'string' ? ([expected] as const) : expected;
  const said = saidBy(scene, gate);
  expect(said.ends, `${gate}: ${said.text}`).toBe(conclusion);
  const missing = words.filter((word) => !(typeof word === 'string' ? said.text.includes(word) : word.test(said.text)));
  expect(missing, `${gate}: ${said.text}`).toEqual([]);
  // A check says it all in its title, and a reader of a list sees no more than this of it.
  expect(said.title.length, `title of ${gate}: ${said.title}`).toBeLessThan(80);
}
