import { coverageSamples } from './samples/coverage.ts';
import { documentSamples } from './samples/documents.ts';
import { findingsSamples } from './samples/findings.ts';
import { metricsSamples } from './samples/metrics.ts';
import { testsSamples } from './samples/tests.ts';

/** One small valid report a format: what is cut and flipped where no report of a real tool is at hand. */
export const samples: Readonly<Record<string, string>> = { ...coverageSamples, ...testsSamples, ...findingsSamples, ...documentSamples, ...metricsSamples };
