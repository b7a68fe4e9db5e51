import { coberturaReader } from './cobertura.ts';
import { jacocoReader } from './jacoco.ts';
import { lcovReader } from './lcov.ts';
import type { ReportReader } from './reader.ts';

/** Every format that can be read, most specific recognition first. */
export const readers: readonly ReportReader[] = [coberturaReader, jacocoReader, lcovReader];
