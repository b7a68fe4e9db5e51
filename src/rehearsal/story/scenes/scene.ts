import type { Play } from '../play.ts';
import type { Told } from '../told.ts';

/** Something that people do, and what comes of it, told as it happens. */
export type Scene = (play: Play) => AsyncGenerator<Told>;
