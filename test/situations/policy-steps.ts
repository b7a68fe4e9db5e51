import { expect } from 'vitest';
import { smallConfig } from '../support/stage.ts';
import type { Scene, Situation, Step } from './situation.ts';

export const configFile = '.github/sprintgate.yml';

/** The sample configuration, with somebody who may approve that it asks for less. */
export const signedConfig = smallConfig.replace('authorities:\n', 'authorities:\n  self-assessment: { users: [ana] }\n');

/** A pull request that changes the configuration to this text. */
export function changes(text: string, from = signedConfig): Pick<Situation, 'config' | 'pull'> {
  return { config: from, pull: { files: { [configFile]: text } } };
}

/** Where the annotations of the policy check stand, as paths and lines. */
export function annotated(...places: readonly string[]): (scene: Scene) => void {
  return ({ stage, repository, pull }) => {
    const found = stage.check(repository, pull.pull.headSha, 'policy')?.annotations ?? [];
    expect(found.map((annotation) => `${annotation.path}:${annotation.start_line}`)).toEqual(places);
  };
}

/** Another app posts a check under a name of ours. */
export const forges: readonly Step[] = [
  ({ stage, repository }) => {
    const app = stage.github.addApp({ slug: `forger-${repository.id}`, permissions: { checks: 'write' }, events: [] });
    stage.github.people.installApp({ account: 'acme', app });
  },
  ({ stage, repository, pull }) => {
    const app = [...stage.github.state.apps.values()].at(-1);
    stage.github.people.reportCheck({
      repository,
      appId: app?.id ?? 0,
      name: 'sprintgate/coverage',
      headSha: pull.pull.headSha,
      status: 'completed',
      conclusion: 'success',
      output: { title: 'All good', summary: 'Trust me.' },
    });
  },
];

/** How the runs of a check ended, in the order in which they were posted, by whomever. */
export function posted(gate: string, ...conclusions: readonly string[]): (scene: Scene) => void {
  return ({ repository }) => {
    const runs = [...repository.checkRuns.values()].filter(({ name }) => name === `sprintgate/${gate}`);
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(conclusions);
  };
}

/** The tree below a check holds nothing of this: what an earlier look found is not left there. */
export function leavesNothingOf(gate: string, word: string): (scene: Scene) => void {
  return ({ stage, repository, pull }) => {
    expect(stage.check(repository, pull.pull.headSha, gate)?.output.text ?? '').not.toContain(word);
  };
}

/** The organisation's own file says this from now on. */
export function organisation(text: string): Step {
  return ({ stage }) => {
    const { people, state } = stage.github;
    const known = [...state.repositories.values()].find(({ name }) => name === '.github');
    if (known) people.commit({ repository: known, as: 'ana', files: { [configFile]: text } });
    else people.createRepository({ owner: 'acme', name: '.github', as: 'ana', files: { [configFile]: text } });
  };
}
