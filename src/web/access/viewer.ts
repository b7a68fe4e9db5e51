/** Nobody who is known. */
export interface Stranger {
  readonly kind: 'stranger';
}

/** Somebody whom GitHub has signed in. */
export interface Person {
  readonly kind: 'person';
  readonly id: number;
  readonly login: string;
  /** Which session they look through; no secret. */
  readonly session: string;
}

/** Whoever sits at this machine and rehearses: sees all there is. */
export interface Rehearser {
  readonly kind: 'rehearser';
}

export type Viewer = Stranger | Person | Rehearser;
