import type { Verdict } from '../verdict/verdict.ts';

/** When the last pending part has had its time: until then the whole stays pending. */
export function latestDeadline(parts: readonly Verdict[]): string | undefined {
  return parts
    .flatMap((part) => (part.verdict === 'pending' && part.deadline !== undefined ? [part.deadline] : []))
    .sort()
    .at(-1);
}
