import type { ReportReader } from '../reader.ts';

/** Every format of metrics that can be read, most specific recognition first. */
export const metricsReaders: readonly ReportReader[] = [];
