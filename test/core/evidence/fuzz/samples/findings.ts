/** One small valid report a format, written from the format's documentation. */
export const findingsSamples: Readonly<Record<string, string>> = {
  sarif:
    '{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{"tool":{"driver":{"name":"scan","version":"1.0","rules":[{"id":"R1","defaultConfiguration":{"level":"error"},"properties":{"security-severity":"8.1"}},{"id":"R2"}]}},"invocations":[{"executionSuccessful":true}],"results":[{"ruleId":"R1","ruleIndex":0,"message":{"text":"one"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"src/a.ts"},"region":{"startLine":3}}}]},{"ruleId":"R2","level":"note","kind":"fail","message":{"text":"two"},"suppressions":[{"kind":"inSource","status":"accepted"}]}]}]}',
  'trivy-json':
    '{"SchemaVersion":2,"CreatedAt":"2027-01-11T10:00:00Z","ArtifactName":"shop","ArtifactType":"container_image","Results":[{"Target":"shop (debian 12)","Class":"os-pkgs","Type":"debian","Vulnerabilities":[{"VulnerabilityID":"CVE-2027-1","PkgName":"zlib","InstalledVersion":"1.2","Severity":"HIGH","Title":"one"}]},{"Target":"main.tf","Class":"config","Type":"terraform","MisconfSummary":{"Successes":1,"Failures":1},"Misconfigurations":[{"Type":"Terraform","ID":"AVD-1","Title":"two","Severity":"LOW","Status":"FAIL","CauseMetadata":{"StartLine":3}}]}]}',
  'grype-json':
    '{"matches":[{"vulnerability":{"id":"CVE-2027-1","severity":"Critical","fix":{"versions":[],"state":"unknown"}},"relatedVulnerabilities":[],"artifact":{"name":"zlib","version":"1.2","type":"deb","locations":[{"path":"/lib"}]}}],"ignoredMatches":[{"vulnerability":{"id":"CVE-2027-2","severity":"Low"},"artifact":{"name":"a","version":"1"}}],"source":{"type":"image","target":{}},"descriptor":{"name":"grype","version":"0.85.0"}}',
  'npm-audit-v2-json':
    '{"auditReportVersion":2,"vulnerabilities":{"lodash":{"name":"lodash","severity":"high","isDirect":true,"via":[{"source":1,"name":"lodash","title":"one","severity":"high","range":"<4"}],"effects":[],"range":"<4","nodes":["node_modules/lodash"],"fixAvailable":true}},"metadata":{"vulnerabilities":{"info":0,"low":0,"moderate":0,"high":1,"critical":0,"total":1},"dependencies":{"prod":3,"dev":1,"optional":0,"peer":0,"peerOptional":0,"total":3}}}',
  'npm-audit-v1-json':
    '{"actions":[],"advisories":{"118":{"findings":[{"version":"1.0.0","paths":["a>b"]}],"id":118,"title":"one","module_name":"minimatch","severity":"high"}},"muted":[],"metadata":{"vulnerabilities":{"info":0,"low":0,"moderate":0,"high":1,"critical":0},"dependencies":3,"devDependencies":0,"optionalDependencies":0,"totalDependencies":3}}',
  'pip-audit-json':
    '{"dependencies":[{"name":"flask","version":"0.5","vulns":[{"id":"PYSEC-2027-1","fix_versions":["1.0"],"aliases":["CVE-2027-1"],"description":"one"}]},{"name":"x","version":"1","vulns":[]}],"fixes":[]}',
  'bandit-json':
    '{"errors":[],"generated_at":"2027-01-11T10:00:00Z","metrics":{"_totals":{"SEVERITY.HIGH":1,"SEVERITY.MEDIUM":0,"SEVERITY.LOW":0,"SEVERITY.UNDEFINED":0,"CONFIDENCE.HIGH":1,"loc":9,"nosec":0,"skipped_tests":0},"a.py":{"loc":9,"nosec":0,"SEVERITY.HIGH":1}},"results":[{"code":"x","filename":"a.py","issue_confidence":"HIGH","issue_severity":"HIGH","issue_text":"one","line_number":3,"line_range":[3],"more_info":"u","test_id":"B602","test_name":"t"}]}',
  'semgrep-json':
    '{"version":"1.90.0","results":[{"check_id":"rules.one","path":"a.py","start":{"line":3,"col":1,"offset":9},"end":{"line":3,"col":9,"offset":17},"extra":{"message":"one","severity":"ERROR","metadata":{},"lines":"x","is_ignored":false}}],"errors":[],"paths":{"scanned":["a.py"]},"skipped_rules":[]}',
  'tfsec-json':
    '{"results":[{"rule_id":"AVD-AWS-0001","long_id":"a","rule_description":"one","severity":"HIGH","status":0,"warning":false,"resource":"r","location":{"filename":"main.tf","start_line":3,"end_line":4},"description":"one","impact":"i","resolution":"r","links":[]}]}',
  'checkov-json':
    '{"check_type":"terraform","results":{"passed_checks":[{"check_id":"CKV_1","check_name":"zero","check_result":{"result":"PASSED"},"file_path":"/main.tf","file_line_range":[1,2]}],"failed_checks":[{"check_id":"CKV_2","check_name":"one","severity":"HIGH","check_result":{"result":"FAILED"},"file_path":"/main.tf","file_line_range":[3,4],"resource":"r"}],"skipped_checks":[],"parsing_errors":[]},"summary":{"passed":1,"failed":1,"skipped":0,"parsing_errors":0,"resource_count":1,"checkov_version":"3.2.0"},"url":"u"}',
  'kubescape-json':
    '{"clusterName":"","generationTime":"2027-01-11T10:00:00Z","summaryDetails":{"controls":{"C-0001":{"statusInfo":{"status":"failed"},"controlID":"C-0001","name":"one","status":"failed","ResourceCounters":{"passedResources":0,"failedResources":1,"skippedResources":0,"excludedResources":0},"score":50,"complianceScore":50,"scoreFactor":8},"C-0002":{"statusInfo":{"status":"passed"},"controlID":"C-0002","name":"two","status":"passed","ResourceCounters":{"passedResources":1,"failedResources":0},"score":0,"scoreFactor":3}},"status":"failed","score":30,"complianceScore":70,"frameworks":[]},"results":[],"resources":[]}',
  'kube-bench-json':
    '{"Controls":[{"id":"1","version":"cis-1.8","text":"master","node_type":"master","tests":[{"section":"1.1","pass":1,"fail":1,"warn":0,"info":0,"desc":"d","results":[{"test_number":"1.1.1","test_desc":"one","status":"FAIL","scored":true,"remediation":"r"},{"test_number":"1.1.2","test_desc":"two","status":"PASS","scored":true}]}],"total_pass":1,"total_fail":1,"total_warn":0,"total_info":0}],"Totals":{"total_pass":1,"total_fail":1,"total_warn":0,"total_info":0}}',
  'kube-score-json':
    '[{"object_name":"shop","type_meta":{"kind":"Deployment","apiVersion":"apps/v1"},"object_meta":{"name":"shop"},"checks":[{"check":{"name":"Limits","id":"container-resources","target_type":"Pod","comment":"c","optional":false},"grade":1,"skipped":false,"comments":[{"path":"app","summary":"one","description":"d"}]},{"check":{"name":"Ok","id":"ok","target_type":"Pod","comment":"c"},"grade":10,"skipped":false,"comments":null}],"file_name":"a.yaml","file_row":1}]',
  'conftest-json':
    '[{"filename":"a.yaml","namespace":"main","successes":2,"failures":[{"msg":"one","metadata":{}}],"warnings":[{"msg":"two"}],"exceptions":[]}]',
  'gitleaks-json':
    '[{"Description":"Key","StartLine":3,"EndLine":3,"StartColumn":1,"EndColumn":9,"Match":"REDACTED","Secret":"REDACTED","File":"a.env","SymlinkFile":"","Commit":"","Entropy":3.1,"Author":"","Email":"","Date":"","Message":"","Tags":[],"RuleID":"aws-key","Fingerprint":"a.env:aws-key:3"}]',
  'zap-json':
    '{"@programName":"ZAP","@version":"2.15.0","@generated":"Mon, 11 Jan 2027 10:00:00","site":[{"@name":"https://shop.example","@host":"shop.example","@port":"443","@ssl":"true","alerts":[{"pluginid":"10038","alertRef":"10038","alert":"one","name":"one","riskcode":"2","confidence":"3","riskdesc":"Medium (High)","desc":"d","instances":[{"uri":"https://shop.example/","method":"GET"}],"count":"1"}]}]}',
  'zap-xml':
    '<?xml version="1.0"?><OWASPZAPReport programName="ZAP" version="2.15.0" generated="Mon, 11 Jan 2027 10:00:00"><site name="https://shop.example" host="shop.example" port="443" ssl="true"><alerts><alertitem><pluginid>10038</pluginid><alertRef>10038</alertRef><alert>one</alert><name>one</name><riskcode>2</riskcode><confidence>3</confidence><riskdesc>Medium (High)</riskdesc><desc>d</desc><instances><instance><uri>https://shop.example/</uri><method>GET</method></instance></instances><count>1</count></alertitem></alerts></site></OWASPZAPReport>',
  'yarn-audit-json':
    '{"type":"auditAdvisory","data":{"resolution":{"id":1,"path":"a>b","dev":false},"advisory":{"id":1,"title":"one","module_name":"b","severity":"moderate","findings":[{"version":"1.0.0","paths":["a>b"]}]}}}\n{"type":"auditSummary","data":{"vulnerabilities":{"info":0,"low":0,"moderate":1,"high":0,"critical":0},"dependencies":9,"devDependencies":0,"optionalDependencies":0,"totalDependencies":9}}\n',
  'trufflehog-json':
    '{"SourceMetadata":{"Data":{"Git":{"commit":"a","file":"a.env","line":3}}},"SourceID":1,"SourceType":16,"SourceName":"trufflehog - git","DetectorType":2,"DetectorName":"AWS","DecoderName":"PLAIN","Verified":true,"Raw":"REDACTED","Redacted":"","ExtraData":null}\n',
  'osv-scanner-json':
    '{"results":[{"source":{"path":"/app/package-lock.json","type":"lockfile"},"packages":[{"package":{"name":"lodash","version":"4.0.0","ecosystem":"npm"},"vulnerabilities":[{"id":"GHSA-1","aliases":["CVE-2027-1"],"summary":"one","database_specific":{"severity":"HIGH"}}],"groups":[{"ids":["GHSA-1"],"aliases":["CVE-2027-1","GHSA-1"],"max_severity":"7.5"}]}]}]}',
  'dependency-check-json':
    '{"reportSchema":"1.1","scanInfo":{"engineVersion":"9.0.0","dataSource":[]},"projectInfo":{"name":"shop","reportDate":"2027-01-11T10:00:00Z"},"dependencies":[{"isVirtual":false,"fileName":"a.jar","filePath":"/a.jar","vulnerabilities":[{"source":"NVD","name":"CVE-2027-1","severity":"HIGH","cvssv3":{"baseScore":7.5},"description":"one"}]}]}',
  'snyk-json':
    '{"vulnerabilities":[{"id":"SNYK-1","title":"one","severity":"high","packageName":"lodash","version":"4.0.0","from":["shop@1.0.0","lodash@4.0.0"],"name":"lodash"}],"ok":false,"dependencyCount":9,"org":"o","policy":"","isPrivate":true,"licensesPolicy":{},"packageManager":"npm","summary":"1 vulnerable dependency path","filtered":{"ignore":[],"patch":[]},"uniqueCount":1,"projectName":"shop","displayTargetFile":"package-lock.json","path":"/app"}',
  'hadolint-json':
    '[{"code":"DL3008","column":1,"file":"Dockerfile","level":"warning","line":3,"message":"one"},{"code":"SC2086","column":1,"file":"Dockerfile","level":"info","line":4,"message":"two"}]',
  'eslint-json':
    '[{"filePath":"/app/a.js","messages":[{"ruleId":"no-undef","severity":2,"message":"one","line":3,"column":1,"nodeType":"Identifier"}],"suppressedMessages":[],"errorCount":1,"fatalErrorCount":0,"warningCount":0,"fixableErrorCount":0,"fixableWarningCount":0,"source":"x"}]',
  unknown: '[]',
};
