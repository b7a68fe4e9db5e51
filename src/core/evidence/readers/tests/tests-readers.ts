import type { ReportReader } from '../reader.ts';
import { ctrfJsonReader } from './ctrf-json.ts';
import { cucumberJsonReader } from './cucumber-json.ts';
import { dartJsonReader } from './dart-json.ts';
import { goTestJsonReader } from './go-test-json.ts';
import { jestJsonReader } from './jest-json.ts';
import { junitReader } from './junit.ts';
import { mochaJsonReader } from './mocha-json.ts';
import { mochawesomeJsonReader } from './mochawesome-json.ts';
import { nunitReader } from './nunit.ts';
import { playwrightJsonReader } from './playwright-json.ts';
import { robotXmlReader } from './robot-xml.ts';
import { rspecJsonReader } from './rspec-json.ts';
import { tapReader } from './tap.ts';
import { trxReader } from './trx.ts';
import { xunitReader } from './xunit.ts';

/** Every format of test results that can be read, most specific recognition first. */
export const testsReaders: readonly ReportReader[] = [
  junitReader,
  trxReader,
  nunitReader,
  xunitReader,
  goTestJsonReader,
  dartJsonReader,
  ctrfJsonReader,
  jestJsonReader,
  playwrightJsonReader,
  rspecJsonReader,
  mochawesomeJsonReader,
  mochaJsonReader,
  cucumberJsonReader,
  robotXmlReader,
  tapReader,
];
