import { anyAuthorities } from './command-authorities.ts';
import type { CommandContext, CommandResult, ConversationRequest } from './command-context.ts';
import { provenAuthority } from './proven-authority.ts';
import { seedingTakes } from './seeding-takes.ts';

/** Hands on what the engine carries out. What would write to the repository asks for some authority. */
export function decideRequest(context: CommandContext): CommandResult {
  const { command, policy, words } = context;
  switch (command.name) {
    case 'recheck':
      return { kind: 'requested', requests: [requestOf(context, 'recheck')], text: words.recheck };
    case 'seed': {
      const proven = provenAuthority(context, anyAuthorities(policy));
      if (proven.kind === 'result') return proven.result;
      return { kind: 'requested', requests: [requestOf(context, 'seed')], text: words.seeding(seedingTakes(policy, context.snapshot)) };
    }
    default:
      return { kind: 'requested', requests: [requestOf(context, 'explain')], text: null };
  }
}

function requestOf({ snapshot, comment, command }: CommandContext, kind: ConversationRequest['kind']): ConversationRequest {
  const by = { id: comment.author.id, login: comment.author.login };
  return { kind, issue: snapshot.issue.number, commentId: comment.id, by, argument: command.text };
}
