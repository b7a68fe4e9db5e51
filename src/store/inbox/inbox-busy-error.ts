/** The inbox did not keep a delivery in time. It may still come to be kept: sent again, it is then known. */
export class InboxBusyError extends Error {
  override readonly name = 'InboxBusyError';
}
