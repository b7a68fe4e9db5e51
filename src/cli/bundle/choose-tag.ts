import { InputError } from '../../core/errors/input-error.ts';

export interface AttachOptions {
  readonly release: string;
  readonly attach?: string | true;
  readonly replace?: true;
}

/** The tag to whose release a bundle goes; null where it goes to none. Throws an InputError where `--attach` leaves it open. */
export function chooseTag({ attach, release, replace }: AttachOptions): string | null {
  if (attach === undefined && replace) throw new InputError('--replace says what to do with --attach; give that too.');
  if (attach === undefined) return null;
  if (attach === true && /^#?\d+$|^[0-9a-f]{7,64}$/.test(release)) throw new InputError(`"${release}" is no tag; name it: --attach v1.4.0.`);
  return attach === true ? release : attach;
}
