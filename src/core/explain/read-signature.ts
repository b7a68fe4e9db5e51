import { InputError } from '../errors/input-error.ts';
import type { SupposedSignature } from './edits.ts';

/** Reads `architecture-review` or `architecture-review@ana`. */
export function readSignature(kind: SupposedSignature['kind'], text: string): SupposedSignature {
  const [subject = '', ...rest] = text.split('@');
  const login = rest.join('@');
  const what = kind === 'approve' ? 'CHECKPOINT' : 'CRITERION';
  if (subject === '' || (rest.length > 0 && login === '')) throw new InputError(`${kind} "${text}": write ${what}, or ${what}@user.`);
  return { kind, subject, login: rest.length === 0 ? null : login };
}
