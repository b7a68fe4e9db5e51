import { coberturaReader } from './coverage/cobertura.ts';
import { jacocoReader } from './coverage/jacoco.ts';
import { lcovReader } from './coverage/lcov.ts';
import type { ReportReader } from './reader.ts';

/** Every format that can be read, most specific recognition first. */
export const readers: readonly ReportReader[] = [coberturaReader, jacocoReader, lcovReader];
