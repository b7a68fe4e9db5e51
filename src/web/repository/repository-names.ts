import type { StandingCriterion } from '../../core/standing/standing.ts';
import type { RepositoryCase } from './repository-case.ts';

type Named = Pick<RepositoryCase, 'policy' | 'standing' | 'locale'>;

/** A text, and the language it is in where that is not the page's. */
export interface Told {
  readonly text: string;
  readonly lang: string | null;
}

/** A criterion's title in the page's language where the playbook has it, else as it was judged. */
export function criterionTitle({ policy, standing, locale }: Named, { id, title }: Pick<StandingCriterion, 'id' | 'title'>): Told {
  const known = policy?.text.criteria[id]?.title;
  return known === undefined ? { text: title, lang: standing.locale === locale ? null : standing.locale } : { text: known, lang: null };
}

export function checkpointTitle({ policy }: Pick<Named, 'policy'>, id: string): string {
  return policy?.text.checkpoints[id]?.title ?? id;
}

export function blockTitle({ policy }: Pick<Named, 'policy'>, id: string): string {
  return policy?.text.blocks[id]?.title ?? id;
}

export function phaseTitle({ policy }: Pick<Named, 'policy'>, id: string): string {
  return policy?.text.phases[id]?.title ?? id;
}

export function targetTitle({ policy }: Pick<Named, 'policy'>, id: string): string {
  return policy?.text.targets[id]?.title ?? id;
}

/** A name that may be an own one of the configuration: of a category, a criterion or a checkpoint, else the id itself. */
export function subjectTitle({ policy }: Pick<Named, 'policy'>, id: string): string {
  return policy?.text.criteria[id]?.title ?? policy?.text.checkpoints[id]?.title ?? policy?.text.blocks[id]?.title ?? id;
}
