import type { ReportReader } from '../reader.ts';
import { banditJson } from './bandit-json.ts';
import { checkovJson } from './checkov-json.ts';
import { conftestJson } from './conftest-json.ts';
import { dependencyCheckJson } from './dependency-check-json.ts';
import { emptyList } from './empty-list.ts';
import { eslintJson } from './eslint-json.ts';
import { gitleaksJson } from './gitleaks-json.ts';
import { grypeJson } from './grype-json.ts';
import { hadolintJson } from './hadolint-json.ts';
import { kubeBenchJson } from './kube-bench-json.ts';
import { kubeScoreJson } from './kube-score-json.ts';
import { kubescapeJson } from './kubescape-json.ts';
import { npmAuditV1Json } from './npm-audit-v1-json.ts';
import { npmAuditV2Json } from './npm-audit-v2-json.ts';
import { osvScannerJson } from './osv-scanner-json.ts';
import { pipAuditJson } from './pip-audit-json.ts';
import { sarif } from './sarif.ts';
import { semgrepJson } from './semgrep-json.ts';
import { snykJson } from './snyk-json.ts';
import { tfsecJson } from './tfsec-json.ts';
import { trivyJson } from './trivy-json.ts';
import { trufflehogJson } from './trufflehog-json.ts';
import { yarnAuditJson } from './yarn-audit-json.ts';
import { zapJson } from './zap-json.ts';
import { zapXml } from './zap-xml.ts';

/** Every format of findings of scanners that can be read, most specific recognition first. */
export const findingsReaders: readonly ReportReader[] = [
  sarif,
  trivyJson,
  grypeJson,
  npmAuditV2Json,
  npmAuditV1Json,
  pipAuditJson,
  banditJson,
  semgrepJson,
  tfsecJson,
  checkovJson,
  kubescapeJson,
  kubeBenchJson,
  kubeScoreJson,
  conftestJson,
  gitleaksJson,
  zapJson,
  zapXml,
  yarnAuditJson,
  trufflehogJson,
  osvScannerJson,
  dependencyCheckJson,
  snykJson,
  hadolintJson,
  eslintJson,
  emptyList,
];
