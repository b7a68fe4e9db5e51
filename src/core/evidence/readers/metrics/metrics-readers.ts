import type { ReportReader } from '../reader.ts';
import { k6Summary } from './k6-summary.ts';
import { k6Json } from './k6-json.ts';
import { locustStatsCsv } from './locust-stats-csv.ts';
import { locustJson } from './locust-json.ts';
import { jmeterJtlCsv } from './jmeter-jtl-csv.ts';
import { jmeterJtlXml } from './jmeter-jtl-xml.ts';
import { gatlingStats } from './gatling-stats.ts';
import { gatlingGlobalStats } from './gatling-global-stats.ts';
import { artilleryJson } from './artillery-json.ts';
import { vegetaJson } from './vegeta-json.ts';
import { axeJson } from './axe-json.ts';
import { pa11yCiJson } from './pa11y-ci-json.ts';
import { lighthouseJson } from './lighthouse-json.ts';
import { lhciAssertionResults } from './lhci-assertion-results.ts';
import { spectralJson } from './spectral-json.ts';
import { oasdiffJson } from './oasdiff-json.ts';
import { chaostoolkitJournal } from './chaostoolkit-journal.ts';
import { promptfooJson } from './promptfoo-json.ts';
import { deepevalTestrun } from './deepeval-testrun.ts';
import { lmEvalResults } from './lm-eval-results.ts';
import { garakReportJsonl } from './garak-report-jsonl.ts';
import { garakHitlogJsonl } from './garak-hitlog-jsonl.ts';
import { evidentlyTestSuiteJson } from './evidently-test-suite-json.ts';
import { evidentlyLegacyJson } from './evidently-legacy-json.ts';
import { evidentlyJson } from './evidently-json.ts';
import { greatExpectationsJson } from './great-expectations-json.ts';
import { mlflowMetricFile } from './mlflow-metric-file.ts';
import { mlflowRunJson } from './mlflow-run-json.ts';
import { deepchecksJson } from './deepchecks-json.ts';
import { fairnessJson } from './fairness-json.ts';
import { panderaJson } from './pandera-json.ts';
import { whylogsConstraintsJson } from './whylogs-constraints-json.ts';
import { ragasJson } from './ragas-json.ts';
import { giskardScanJson } from './giskard-scan-json.ts';
import { driftCustomJson } from './drift-custom-json.ts';
import { metricsJson } from './metrics-json.ts';

/** Every format of metrics that can be read, most specific recognition first. */
export const metricsReaders: readonly ReportReader[] = [
  k6Summary,
  k6Json,
  locustStatsCsv,
  locustJson,
  jmeterJtlCsv,
  jmeterJtlXml,
  gatlingStats,
  gatlingGlobalStats,
  artilleryJson,
  vegetaJson,
  axeJson,
  pa11yCiJson,
  lighthouseJson,
  lhciAssertionResults,
  spectralJson,
  oasdiffJson,
  chaostoolkitJournal,
  promptfooJson,
  deepevalTestrun,
  lmEvalResults,
  garakReportJsonl,
  garakHitlogJsonl,
  evidentlyTestSuiteJson,
  evidentlyLegacyJson,
  evidentlyJson,
  greatExpectationsJson,
  mlflowMetricFile,
  mlflowRunJson,
  deepchecksJson,
  fairnessJson,
  panderaJson,
  whylogsConstraintsJson,
  ragasJson,
  giskardScanJson,
  driftCustomJson,
  // Takes any figures that nobody else knows, so it stays the last.
  metricsJson,
];
