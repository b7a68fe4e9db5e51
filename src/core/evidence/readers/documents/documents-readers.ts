import type { ReportReader } from '../reader.ts';
import { oscalAssessmentResults } from './oscal-assessment-results.ts';
import { modelCardJson } from './model-card-json.ts';
import { hfModelCardMd } from './hf-model-card-md.ts';
import { cyclonedxJson } from './cyclonedx-json.ts';
import { cyclonedxXml } from './cyclonedx-xml.ts';
import { spdxJson } from './spdx-json.ts';
import { spdxTagValue } from './spdx-tag-value.ts';

/** Every format of documents that can be read, most specific recognition first. */
export const documentReaders: readonly ReportReader[] = [
  cyclonedxJson,
  cyclonedxXml,
  spdxJson,
  spdxTagValue,
  oscalAssessmentResults,
  modelCardJson,
  hfModelCardMd,
];
