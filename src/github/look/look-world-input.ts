import type { GitHub } from '../client.ts';
import type { KeptReads } from './kept-reads.ts';
import type { Look } from './look.ts';
import type { World } from './world.ts';

export interface LookWorldInput {
  readonly github: GitHub;
  readonly look: Look;
  readonly kept: KeptReads;
  /** Who answers what the look was not told. */
  readonly rest: World;
  /** ISO time. */
  readonly now: string;
}
