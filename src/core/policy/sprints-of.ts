import type { Config } from './config-schema.ts';
import type { Policy, SprintSettings } from './policy.ts';

const defaults: SprintSettings = { review: true, retrospective: true, planning: true, rollover: 'ask', digest: false };

/** What a configuration says of the turn of a sprint; left out of a policy where it says nothing. */
export function sprintsOf({ sprints }: Config): Pick<Policy, 'sprints'> {
  if (sprints === undefined || Object.keys(sprints).length === 0) return {};
  return {
    sprints: {
      review: sprints.review ?? defaults.review,
      retrospective: sprints.retrospective ?? defaults.retrospective,
      planning: sprints.planning ?? defaults.planning,
      rollover: sprints.rollover ?? defaults.rollover,
      digest: sprints.digest ?? defaults.digest,
    },
  };
}

/** What holds for the turn of a sprint, said or not. */
export function sprintSettings({ sprints }: Pick<Policy, 'sprints'>): SprintSettings {
  return sprints ?? defaults;
}
