import { inlineCode } from '../../report/markdown.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { GateInput } from '../gate-input.ts';
import { isRelease } from '../readiness/is-release.ts';
import { planningWords } from './planning-words.ts';
import { isPlanned } from './pull-sprint.ts';

/**
 * Whether a pull request is planned, where the configuration asks; null where there is nothing to tell. A release brings
 * work that was planned on its own, and a commit that no pull request brought cannot be planned any more.
 */
export function judgePlanning({ policy, snapshot, pull }: GateInput): Verdict | null {
  const { planning } = policy;
  if (!planning || pull.number === 0 || isRelease(policy, pull, snapshot.knownReleases)) return null;
  if (isPlanned({ policy, pull, now: snapshot.now, seeded: snapshot.seeded, milestones: snapshot.milestones })) return null;
  const words = planningWords[policy.locale];
  const node = { id: 'planning', title: words.title, children: [] };
  const login = pull.author.login.toLowerCase();
  const isExempt = planning.exempt.includes(login) && (pull.author.type === 'Bot') === login.endsWith('[bot]');
  if (isExempt && !isOthersPush(pull, snapshot))
    return { ...node, verdict: 'pass', code: 'planning.exempt', reason: words.exempt(inlineCode(pull.author.login)), next: null };
  const unplanned = isExempt ? `${words.unplanned} ${words.pushed(inlineCode(pull.author.login))}` : words.unplanned;
  if (planning.unplanned === 'warn') return { ...node, verdict: 'pass', code: 'planning.unplanned-allowed', reason: unplanned, next: words.next };
  const unread = snapshot.unavailable.find(({ what }) => what === 'issues' || what === 'seeded');
  if (unread) return { ...node, verdict: 'cannot-evaluate', code: 'planning.unknown', reason: words.unknown(unread.why), next: words.next };
  return { ...node, verdict: 'fail', code: 'planning.unplanned', reason: unplanned, brief: words.brief, next: words.next };
}

/**
 * Whether the head was pushed by somebody else than the author: none of its runs on that branch was set off by the author's
 * push. Some may be by others all the same, who label or reopen it. Without any run nobody knows.
 */
function isOthersPush({ author, head }: GateInput['pull'], { evidence }: GateInput['snapshot']): boolean {
  const own = (evidence.startedBy ?? []).filter(({ branch }) => branch === head.ref);
  return own.length > 0 && own.every(({ actor }) => actor !== author.id);
}
