import type { ReportReader } from '../reader.ts';

/** Every format of findings of scanners that can be read, most specific recognition first. */
export const findingsReaders: readonly ReportReader[] = [];
