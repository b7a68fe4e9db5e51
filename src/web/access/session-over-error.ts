/** GitHub does not take the viewer's token any more: they have to sign in again. */
export class SessionOverError extends Error {
  override readonly name = 'SessionOverError';
}
