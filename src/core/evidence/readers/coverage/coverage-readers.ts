import { coberturaReader } from './cobertura.ts';
import { jacocoReader } from './jacoco.ts';
import { lcovReader } from './lcov.ts';
import type { ReportReader } from '../reader.ts';

/** Every format of coverage that can be read, most specific recognition first. */
export const coverageReaders: readonly ReportReader[] = [coberturaReader, jacocoReader, lcovReader];
