import type { JsonObject } from '../../input/json-shape.ts';
import { isObject, memberOf, textOf } from '../../input/json-shape.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { openScan } from './open-scan.ts';
import { mixedRecordSink } from './mixed-record-sink.ts';

/**
 * TruffleHog 3, `--json` (pkg/output/json.go): a line a secret. Every one is critical, verified or not; how many were not verified is told.
 * `Raw`, `RawV2` and `Redacted` are never kept. A scan that finds nothing writes nothing: an empty file.
 */
export const trufflehogJson: StreamReader = { format: 'trufflehog-json', kind: 'findings', recognises: (head) => head.records.some(isSecret), open };

function isSecret(record: JsonObject): boolean {
  return isObject(memberOf(record, 'SourceMetadata')) && typeof memberOf(record, 'DetectorName') === 'string';
}

function open(): ReportSink {
  const scan = openScan();
  let unverified = 0;
  const sink = mixedRecordSink(
    (record) => {
      if (!isSecret(record)) return;
      if (memberOf(record, 'Verified') !== true) unverified += 1;
      const data = memberOf(memberOf(record, 'SourceMetadata'), 'Data');
      const source = isObject(data) ? Object.values(data)[0] : undefined;
      scan.find({
        id: memberOf(record, 'DetectorName'),
        severity: 'critical',
        title: `${textOf(memberOf(record, 'DetectorName')) ?? ''} secret`,
        file: memberOf(source, 'file'),
        line: memberOf(source, 'line'),
      });
    },
    () => scan.flag('other-output: lines that are no JSON are left out'),
  );
  return {
    push: (bytes) => sink.push(bytes),
    end() {
      sink.end();
      if (unverified > 0) scan.flag(`unverified: ${unverified} secrets were not verified; they count as critical, too`);
      return scan.end({ tool: 'trufflehog' });
    },
  };
}
