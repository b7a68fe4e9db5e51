import { freezeSubject } from '../freeze/freeze-state.ts';
import type { Locale } from '../playbook/text-schema.ts';
import { commandTable } from '../commands/command-table.ts';
import type { CommandName } from '../commands/command.ts';
import { attestationsOf, escalationAuthority, overrideAuthorities, waiverAuthorities } from '../people/command-authorities.ts';
import { checkpointAuthority } from '../people/checkpoint-authority.ts';
import type { Decision } from '../people/decision.ts';
import { describeScope } from '../people/describe-scope.ts';
import { scopeKey } from '../people/waiver-scope.ts';
import type { Policy } from '../policy/policy.ts';
import { inlineCode } from '../report/markdown.ts';
import { whoSigns } from '../rules/who-signs.ts';

interface Words {
  readonly what: Readonly<Record<'attest' | 'waive' | 'approve', string>>;
  readonly ends: (what: string, last: string, left: number) => string;
  readonly after: string;
  readonly conditions: string;
  readonly who: string;
  readonly nobody: string;
  readonly or: string;
  readonly command: string;
  readonly date: string;
  readonly until: string;
  readonly link: string;
  readonly reason: string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    what: { attest: 'The attestation of', waive: 'The waiver of', approve: 'The approval of' },
    ends: (what, last, left) => `⏳ ${what} ends on ${last}: ${left <= 0 ? 'today is its last day' : left === 1 ? '1 day is left' : `${left} days are left`}.`,
    after: 'After that day the checks that rest on it turn red by themselves.',
    conditions: 'Its conditions must be met by then: each is an issue that has to be closed. A new approval without conditions settles them, too.',
    who: 'Who can renew it',
    nobody: 'nobody yet: the configuration names nobody for it',
    or: ', or ',
    command: 'With the command',
    date: 'DATE',
    until: 'until',
    link: 'LINK',
    reason: 'REASON',
  },
  es: {
    what: { attest: 'La atestación de', waive: 'La exención de', approve: 'La aprobación de' },
    ends: (what, last, left) => `⏳ ${what} vence el ${last}: ${left <= 0 ? 'hoy es su último día' : left === 1 ? 'falta 1 día' : `faltan ${left} días`}.`,
    after: 'Después de ese día, los checks que dependen de ella se ponen en rojo por sí solos.',
    conditions:
      'Para entonces deben cumplirse sus condiciones: cada una es un issue que hay que cerrar. También las resuelve una nueva aprobación sin condiciones.',
    who: 'Quién puede renovarla',
    nobody: 'nadie todavía: la configuración no nombra a nadie',
    or: ', o ',
    command: 'Con el comando',
    date: 'FECHA',
    until: 'hasta',
    link: 'ENLACE',
    reason: 'MOTIVO',
  },
};

/** What the notice says: what ends when, what follows, who can renew it and with which command. */
export function expiryText(policy: Policy, decision: Decision, day: { readonly last: string; readonly left: number }): string {
  const say = words[policy.locale];
  const kind = decision.kind === 'attest' || decision.kind === 'waive' ? decision.kind : 'approve';
  // A baseline is of a block, and its checkpoint is what can be signed.
  const subject = policy.playbook.blocks.find(({ id }) => id === decision.subject)?.checkpoint ?? decision.subject;
  const scope = describeScope(decision.scope, policy.locale);
  const what = `${say.what[kind]} ${inlineCode(subject)}${scope === '' ? '' : ` (${scope})`}`;
  const who = authoritiesOf(policy, kind, subject).flatMap((id) => whoSigns(policy, id) ?? []);
  return [
    `**${say.ends(what, day.last, day.left)}** ${say.after}`,
    decision.due === undefined ? '' : say.conditions,
    `**${say.who}:** ${who.length === 0 ? say.nobody : who.join(say.or)}`,
    `**${say.command}:** ${inlineCode(commandOf(policy.locale, kind, { subject, scope: decision.scope }))}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function authoritiesOf(policy: Policy, kind: 'attest' | 'waive' | 'approve', subject: string): string[] {
  if (kind === 'waive' && subject === freezeSubject) return overrideAuthorities(policy);
  if (kind === 'waive') return waiverAuthorities(policy, subject);
  if (kind === 'approve') return [checkpointAuthority(policy, subject)];
  const own = attestationsOf(policy, subject).map(({ authority }) => authority);
  return own.length > 0 ? [...new Set(own)] : [escalationAuthority];
}

function commandOf(
  locale: Locale,
  kind: 'attest' | 'waive' | 'approve',
  { subject, scope }: { readonly subject: string; readonly scope: Decision['scope'] | undefined },
): string {
  const say = words[locale];
  // Who waives a freeze writes it on the pull request itself.
  const reach = scope === undefined || subject === freezeSubject ? '' : ` ${scopeKey(scope)}`;
  const rest = { attest: ` ${say.link}`, waive: `${reach} ${say.until} ${say.date} ${say.reason}`, approve: '' };
  return `/sprintgate ${calledIn(locale, kind)} ${subject}${rest[kind]}`;
}

function calledIn(locale: Locale, name: CommandName): string {
  return commandTable.find((spec) => spec.name === name)?.called[locale][0] ?? name;
}
