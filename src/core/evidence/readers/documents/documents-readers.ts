import type { ReportReader } from '../reader.ts';

/** Every format of documents that can be read, most specific recognition first. */
export const documentReaders: readonly ReportReader[] = [];
