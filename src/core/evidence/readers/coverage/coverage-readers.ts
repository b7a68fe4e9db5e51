import { coberturaReader } from './cobertura.ts';
import { jacocoReader } from './jacoco.ts';
import { goCoverprofileReader } from './go-coverprofile.ts';
import { istanbulFinalReader } from './istanbul-final.ts';
import { lcovReader } from './lcov.ts';
import { cloverReader } from './clover.ts';
import { opencoverReader } from './opencover.ts';
import { phpunitXmlReader } from './phpunit-xml.ts';
import { sonarGenericReader } from './sonar-generic.ts';
import { coveragepyJsonReader } from './coveragepy-json.ts';
import { gcovJsonReader } from './gcov-json.ts';
import { gcovTextReader } from './gcov-text.ts';
import { gcovrJsonReader } from './gcovr-json.ts';
import { gcovrSummaryJsonReader } from './gcovr-summary-json.ts';
import { istanbulSummaryReader } from './istanbul-summary.ts';
import { jacocoCsvReader } from './jacoco-csv.ts';
import { llvmCovJsonReader } from './llvm-cov-json.ts';
import { simplecovJsonReader } from './simplecov-json.ts';
import { simplecovResultsetReader } from './simplecov-resultset.ts';
import { xccovJsonReader } from './xccov-json.ts';
import type { ReportReader } from '../reader.ts';

/** Every format of coverage that can be read, most specific recognition first. */
export const coverageReaders: readonly ReportReader[] = [
  cloverReader,
  sonarGenericReader,
  opencoverReader,
  phpunitXmlReader,
  coberturaReader,
  jacocoReader,
  istanbulFinalReader,
  lcovReader,
  goCoverprofileReader,
  llvmCovJsonReader,
  coveragepyJsonReader,
  gcovrJsonReader,
  gcovrSummaryJsonReader,
  gcovJsonReader,
  gcovTextReader,
  jacocoCsvReader,
  istanbulSummaryReader,
  simplecovJsonReader,
  simplecovResultsetReader,
  xccovJsonReader,
];
