/** What a user gave us cannot be used: the message says where, what, and what to write instead. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
