import type { Locale } from '../playbook/text-schema.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import type { GateInput } from './gate-input.ts';

/** Under what a snapshot names pull requests that GitHub did not let us read. */
export const unreadPulls: PullSnapshot['unavailable'][number] = { what: 'pull_requests', why: 'permission `pull_requests: read` is missing' };

const words: Record<Locale, { reason: string; next: string }> = {
  en: {
    reason: 'GitHub does not let the app read pull requests: the permission `pull_requests: read` is missing.',
    next: 'An owner grants the app `pull_requests: write` and accepts the new permissions of the installation.',
  },
  es: {
    reason: 'GitHub no deja que la aplicación lea los pull requests: falta el permiso `pull_requests: read`.',
    next: 'Un propietario otorga a la aplicación `pull_requests: write` y acepta los nuevos permisos de la instalación.',
  },
};

/** What every gate says of a pull request of which no more than its number is known; null where it could be read. */
export function unreadPullVerdict({ policy, snapshot, gate }: GateInput): GateVerdict | null {
  if (!snapshot.unavailable.some(({ what }) => what === unreadPulls.what)) return null;
  const title = policy.text.gates[gate]?.title ?? gate;
  return { gate, id: gate, title, verdict: 'cannot-evaluate', code: 'pull.unread', ...words[policy.locale], children: [] };
}
