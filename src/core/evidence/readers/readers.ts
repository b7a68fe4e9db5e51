import { coverageReaders } from './coverage/coverage-readers.ts';
import { documentReaders } from './documents/documents-readers.ts';
import { findingsReaders } from './findings/findings-readers.ts';
import { metricsReaders } from './metrics/metrics-readers.ts';
import type { ReportReader } from './reader.ts';
import { testsReaders } from './tests/tests-readers.ts';

/** Every format that can be read. Metrics come last: any JSON with numbers in it is taken for metrics where nothing else knows it. */
export const readers: readonly ReportReader[] = [...coverageReaders, ...testsReaders, ...findingsReaders, ...documentReaders, ...metricsReaders];
