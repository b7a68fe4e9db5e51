import type { AuthorityRule } from '../policy/policy.ts';
import { inlineCode } from '../report/markdown.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import type { RoleProof } from './decision.ts';
import { describeAuthority } from './describe-authority.ts';
import { teamGone, type AuthorityProof } from './authority-proof.ts';

export type Proven =
  { readonly kind: 'proven'; readonly proof: RoleProof & { readonly rule: AuthorityRule } } | { readonly kind: 'result'; readonly result: CommandResult };

/** Proves that the author of a command holds one of these authorities, the first that they hold. Not knowing is not holding. */
export function provenAuthority(context: CommandContext, authorities: readonly string[]): Proven {
  const { policy, snapshot, comment, words } = context;
  const configured = authorities.filter((id) => policy.authorities[id]);
  if (configured.length === 0) return unset(context, authorities);
  const proofs = snapshot.proofs.filter((proof) => proof.userId === comment.author.id && configured.includes(proof.authority));
  for (const id of configured) {
    const rule = policy.authorities[id];
    const proof = proofs.find((candidate) => candidate.authority === id && candidate.via.length > 0);
    if (rule && proof) return { kind: 'proven', proof: { authority: id, rule, via: proof.via, checkedAt: proof.checkedAt } };
  }
  const gone = proofs.flatMap((proof) => proof.unknown).find(({ why }) => why === teamGone);
  if (gone) return { kind: 'result', result: { kind: 'later', text: words.teamGone(inlineCode(gone.name)) } };
  const unknown = unknownName(configured, proofs);
  if (unknown) return { kind: 'result', result: { kind: 'later', text: words.unknownAuthority(inlineCode(unknown.name), unknown.permission) } };
  return { kind: 'result', result: refuse('no-authority', `${words.noAuthority(whoHolds(context, configured))}${invitedNote(context, proofs)}`) };
}

/** Who holds these authorities, in words; more than three would be a list, not a sentence. */
export function whoHolds({ policy, words }: CommandContext, authorities: readonly string[]): string {
  const named = authorities.flatMap((id) => {
    const rule = policy.authorities[id];
    return rule ? [{ id, rule }] : [];
  });
  if (named.length > 3) return words.anyAuthority + named.map(({ id }) => inlineCode(id)).join(', ');
  const either = { any: named.map(({ rule }) => rule) };
  return describeAuthority(named.length === 1 && named[0] ? named[0].rule : either, policy.locale);
}

function unset({ words }: CommandContext, authorities: readonly string[]): Proven {
  const path = inlineCode(`authorities.${authorities[0] ?? 'escalation'}`);
  return { kind: 'result', result: refuse('authority-unset', words.authorityUnset(path)) };
}

/** Of what GitHub did not say whether the person belongs to it, and the permission for want of which. */
function unknownName(configured: readonly string[], proofs: readonly AuthorityProof[]): { name: string; permission: string | null } | null {
  const unknown = proofs.flatMap((proof) => proof.unknown)[0];
  const permission = unknown?.why.match(/^403: (\w+: \w+)$/)?.[1];
  if (unknown) return { name: unknown.name, permission: permission === undefined ? null : inlineCode(permission) };
  const unasked = configured.find((id) => !proofs.some((proof) => proof.authority === id));
  return unasked === undefined ? null : { name: unasked, permission: null };
}

function invitedNote({ words }: CommandContext, proofs: readonly AuthorityProof[]): string {
  const team = proofs.flatMap((proof) => proof.invited)[0];
  return team ? ` ${words.invited(inlineCode(team.name))}` : '';
}
