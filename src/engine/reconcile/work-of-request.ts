import type { KeyedWork } from '../../core/keys/keyed-work.ts';
import type { ConversationRequest } from '../../core/people/command-context.ts';

/** The keys to look at for a request that somebody made by comment. What is answered at once needs none. */
export function workOfRequest(repository: number, request: ConversationRequest, onPull: boolean): KeyedWork[] {
  switch (request.kind) {
    case 'recheck':
      return onPull
        ? [{ key: { kind: 'pull', repository, number: request.issue }, priority: 'now' }]
        : [{ key: { kind: 'policy', repository }, priority: 'now', fanOut: 'open-pulls' }];
    case 'plan':
      return [{ key: { kind: 'policy', repository }, priority: 'now' }];
    case 'seed':
      return [
        { key: { kind: 'seed', repository, unit: '.' }, priority: 'now' },
        { key: { kind: 'policy', repository }, priority: 'later' },
      ];
    case 'move':
    case 'commit':
      // An item of another sprint may let the pull request that closes it go, or hold it.
      return [
        { open: { repository }, priority: 'later' },
        { key: { kind: 'sprint', repository }, priority: 'now' },
        { key: { kind: 'standing', repository }, priority: 'later' },
      ];
    case 'explain':
    case 'follow-up':
    case 'conditions':
      return [];
  }
}
