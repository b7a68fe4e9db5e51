/** How much of an upload is read. A genuine report of a large product is some ten megabytes; an archive bomb is refused. */
export interface ArtifactLimits {
  /** Bytes of the archive. */
  readonly archive: number;
  readonly entries: number;
  /** Bytes of one unpacked file, and of all together. */
  readonly file: number;
  readonly total: number;
  /** Unpacked bytes by packed byte, once more than a megabyte came out. Repetitive XML reaches about 60. */
  readonly ratio: number;
}

/** How many uploads of one commit are read: a matrix of fifty is large, and each costs a download. */
export const maxUploads = 50;

const mebibyte = 1 << 20;

export const artifactLimits: ArtifactLimits = { archive: 64 * mebibyte, entries: 2_000, file: 128 * mebibyte, total: 256 * mebibyte, ratio: 200 };
