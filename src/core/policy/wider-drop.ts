/** Whether a component may lose more against the base than it might: a wider tolerance, or none that is judged. */
export function isWiderDrop(old: number | undefined, now: number | undefined): boolean {
  return old !== undefined && (now === undefined || now > old);
}
