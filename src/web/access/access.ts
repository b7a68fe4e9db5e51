import type { Viewer } from './viewer.ts';
import type { WebRepository } from './web-repository.ts';

/** Who may look at what, as GitHub says it. */
export interface Access {
  /** Rejects with a GitHubAwayError where GitHub says neither yes nor no, with a SessionOverError where it knows the viewer no longer. */
  mayRead(viewer: Viewer, repository: WebRepository): Promise<boolean>;
  /** Those of these repositories that the viewer may read. Rejects as above. */
  readable(viewer: Viewer, repositories: readonly WebRepository[]): Promise<WebRepository[]>;
}
