import { coberturaReader } from './cobertura.ts';
import { jacocoReader } from './jacoco.ts';
import { lcovReader } from './lcov.ts';
import { cloverReader } from './clover.ts';
import { opencoverReader } from './opencover.ts';
import { phpunitXmlReader } from './phpunit-xml.ts';
import { sonarGenericReader } from './sonar-generic.ts';
import type { ReportReader } from '../reader.ts';

/** Every format of coverage that can be read, most specific recognition first. */
export const coverageReaders: readonly ReportReader[] = [
  cloverReader,
  sonarGenericReader,
  opencoverReader,
  phpunitXmlReader,
  coberturaReader,
  jacocoReader,
  lcovReader,
];
