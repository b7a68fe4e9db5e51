import { lastDay } from '../../people/end-of-day.ts';
import type { Decision } from '../../people/decision.ts';
import { signOffEnd } from '../../people/sign-off-end.ts';
import type { VoidedBy } from '../../people/void-of.ts';
import type { Policy } from '../../policy/policy.ts';
import { inlineCode } from '../../report/markdown.ts';
import type { CheckpointState } from './checkpoint-state.ts';
import { signOffWords } from './sign-off-words.ts';

const mostPulls = 10;

/** Which commits the signatures saw, and until when they count where that is limited. */
export function describeSignOff(policy: Policy, { by }: CheckpointState): string {
  const words = signOffWords[policy.locale];
  const ends = by
    .map((decision) => signOffEnd(policy, decision))
    .filter((end) => end !== null)
    .sort();
  return [words.saw(rangesOf(policy, by)), ...ends.slice(0, 1).map((end) => words.until(lastDay(policy.schedule.timezone, end)))].join(' ');
}

/** Who had signed, for which commits, and why that no longer counts. */
export function describeVoid(policy: Policy, { by, voided = [] }: CheckpointState): string {
  const words = signOffWords[policy.locale];
  const unknown = voided.find((each) => each.by === 'unknown');
  if (unknown) return words.unknown(unknown.why);
  const signers = [...new Set(by.map((decision) => inlineCode(decision.by.login)))].join(', ');
  const why = [...new Set(voided.map((each) => reasonOf(policy, each)))].join('; ');
  return words.voided(signers, rangesOf(policy, by), why);
}

function reasonOf(policy: Policy, voided: VoidedBy): string {
  const words = signOffWords[policy.locale];
  if (voided.by === 'age') return words.aged(lastDay(policy.schedule.timezone, voided.end));
  if (voided.by === 'unknown') return words.unknown(voided.why);
  const { pulls, components } = voided;
  const shown = pulls.slice(0, mostPulls).map((number) => `#${number}`);
  return words.merged([...shown, ...(pulls.length > mostPulls ? ['…'] : [])].join(', '), components.map(inlineCode).join(', '));
}

function rangesOf(policy: Policy, by: readonly Decision[]): string {
  const short = (sha: string): string => inlineCode(sha.slice(0, 12));
  const ranges = by.map(({ commits: { from, to } }) => (from === null ? signOffWords[policy.locale].upTo(short(to)) : `${short(from)}…${short(to)}`));
  return [...new Set(ranges)].join(', ');
}
