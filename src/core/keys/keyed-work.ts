import type { Key } from './key.ts';

/** `now` is what somebody waits for; `later` is fan-out and mending, worked when nobody waits. */
export type Priority = 'now' | 'later';

/** Which further keys may have changed along with one: every open pull request and waiting deployment of the repository, or all of the installation's repositories with theirs. */
export type FanOut = 'open-pulls' | 'installation';

/**
 * What an event may have changed. `open` stands for all that waits for a verdict in a repository. A key is named at once; a commit stands for the open pull requests with that head and
 * the deployments of it that wait, which the engine looks up (payloads name none for forks). A merge stands for all that
 * waits in the repository where a merge can end a sign-off, and for nothing elsewhere. Of a commit that most likely is no
 * head any more, only those `known` to be open are meant: asking GitHub would cost every push a request.
 */
export type KeyedWork =
  | { readonly key: Key; readonly priority: Priority; readonly fanOut?: FanOut }
  | { readonly head: { readonly repository: number; readonly sha: string }; readonly priority: Priority; readonly among?: 'known' }
  | { readonly open: { readonly repository: number }; readonly priority: Priority }
  | { readonly merge: { readonly repository: number }; readonly priority: Priority };
