import { readMarked, replaceMarked, wrapMarked } from '../markers/marker.ts';
import type { Write } from '../plan/write.ts';
import type { Policy } from '../policy/policy.ts';
import type { IssueFacts } from '../snapshot/facts.ts';
import { registerId } from './render-register.ts';
import { registerWords } from './register-words.ts';

/** Our issue with the register, the oldest where there are several; null while there is none. */
export function findRegister(policy: Policy, own: readonly IssueFacts[]): IssueFacts | null {
  const found = own.filter(({ body }) => {
    const marker = readMarked(body)?.marker;
    return marker?.id === registerId && marker.unit === policy.unit;
  });
  return found.toSorted((a, b) => a.number - b.number)[0] ?? null;
}

/** Opens the register when there is first something to tell, rewrites it when it says something else, and leaves it alone otherwise. */
export function planRegister(policy: Policy, register: IssueFacts | null, text: string): Write[] {
  if (text === '') return [];
  const marked = readMarked(register?.body);
  if (!register || !marked)
    return [
      {
        do: 'create-issue',
        key: registerId,
        title: registerWords[policy.locale].title,
        body: wrapMarked(policy.unit, registerId, text),
        labels: [],
        milestone: null,
      },
    ];
  if (marked.text === text.trim()) return [];
  return [{ do: 'update-issue', key: registerId, number: register.number, body: replaceMarked(marked, text) }];
}
