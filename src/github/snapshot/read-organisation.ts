import type { ConfigProblem } from '../../core/policy/policy.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { restWorld } from '../look/rest-world.ts';
import { refusalOf } from '../refusal-of.ts';
import { organisationFile, placeProblem } from './policy-problems.ts';
import type { ConfigText } from './config-text.ts';
import type { PolicySources } from './policy-sources.ts';

/** The organisation's layer as far as it can be seen. */
export interface OrganisationLayer {
  /** The file as it stands, or else its last good version; null where there is none. */
  readonly config: ConfigText | null;
  /** Its last good version. */
  readonly known: ConfigText | null;
  readonly problems: readonly ConfigProblem[];
  /** There is a file that may not be read, and no version of it is known: nothing can be judged. */
  readonly unknown: boolean;
}

/** The organisation's layer. If it cannot be read its last good version stays, and that is said; a 404 alone is no removal. */
export async function readOrganisation(sources: PolicySources, repository: RepositoryFacts): Promise<OrganisationLayer> {
  if (repository.ownerType !== 'Organization' || repository.name === '.github') return { config: null, known: null, problems: [], unknown: false };
  const known = sources.memory ? await sources.memory.lastOrganisation(repository.owner) : null;
  try {
    const found = await (sources.world ?? restWorld(sources.github, repository)).organisationConfig();
    if (found) return { config: found, known, problems: [], unknown: false };
    return { config: known, known, problems: known ? [placeProblem(organisationFile, 'organisationGone')] : [], unknown: false };
  } catch (error) {
    if (refusalOf(error) !== 'forbidden') throw error;
    return { config: known, known, problems: [placeProblem(organisationFile, known ? 'organisationKept' : 'organisationUnreadable')], unknown: known === null };
  }
}
