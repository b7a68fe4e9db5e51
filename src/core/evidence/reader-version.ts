/**
 * Version of the readers as a whole: raised whenever one of them reads a report otherwise than before, so that what older
 * readers made of an artifact is not used while the artifact itself can still be read.
 */
export const readerVersion = 3;
