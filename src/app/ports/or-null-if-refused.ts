import { refusalOf } from '../../github/refusal-of.ts';

/** Null for want of a permission or of the endpoint; trouble that passes is thrown, and asked for again. */
export async function orNullIfRefused<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    refusalOf(error);
    return null;
  }
}
