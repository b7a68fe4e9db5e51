import type { ReportReader } from '../reader.ts';
import { junitReader } from './junit.ts';

/** Every format of test results that can be read, most specific recognition first. */
export const testsReaders: readonly ReportReader[] = [junitReader];
