import type { ReportReader } from '../reader.ts';
import { dartJsonReader } from './dart-json.ts';
import { goTestJsonReader } from './go-test-json.ts';
import { junitReader } from './junit.ts';
import { nunitReader } from './nunit.ts';
import { trxReader } from './trx.ts';
import { xunitReader } from './xunit.ts';

/** Every format of test results that can be read, most specific recognition first. */
export const testsReaders: readonly ReportReader[] = [junitReader, trxReader, nunitReader, xunitReader, goTestJsonReader, dartJsonReader];
