import type { WebRepository } from '../access/web-repository.ts';

export interface BadgePorts {
  /** Whether everybody may read the repository. Rejects where GitHub does not say. */
  readonly isPublic: (repository: WebRepository) => Promise<boolean>;
  /** Whether this is the token that the operator gave out for the repository. */
  readonly tokenFits: (repository: WebRepository, token: string) => boolean;
}
