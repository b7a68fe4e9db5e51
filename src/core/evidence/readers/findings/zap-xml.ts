import { xmlSink } from '../../input/xml-sink.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { openScan } from './open-scan.ts';
import { zapRisk } from './zap-risk.ts';

/** OWASP ZAP, traditional XML report (root `OWASPZAPReport`), also of ZAP 1 without `<site>` names. Counted as `zap-json` is. */
export const zapXml: StreamReader = {
  format: 'zap-xml',
  kind: 'findings',
  recognises: (head) => head.xml?.root === 'OWASPZAPReport' || (head.xml?.root === 'report' && head.xml.children.includes('alertitem')),
  open,
};

const wanted = new Set(['pluginid', 'alertRef', 'alert', 'name', 'riskcode', 'confidence', 'uri']);
const longest = 500;

function open(): ReportSink {
  const scan = openScan();
  let version: string | undefined;
  let sites = 0;
  let alert: Map<string, string> | null = null;
  const sink = xmlSink({
    textOf: wanted,
    open(path, attributes) {
      const name = path.at(-1);
      if (path.length === 1) version = attributes.get('version');
      if (name === 'site') sites += 1;
      if (name === 'alertitem') alert = new Map();
    },
    text(path, text) {
      const name = path.at(-1) ?? '';
      // `uri` is inside an instance; the first one stands for all.
      const own = path.at(-2) === 'alertitem' || name === 'uri';
      if (!alert || !own || !wanted.has(name)) return;
      const known = alert.get(name) ?? '';
      if (known.length < longest && !(name === 'uri' && alert.has('uri-done'))) alert.set(name, known + text.slice(0, longest));
    },
    close(path, line) {
      const name = path.at(-1);
      if (name === 'uri') alert?.set('uri-done', '');
      if (name !== 'alertitem' || !alert) return;
      const severity = zapRisk(alert.get('riskcode'), line);
      if (alert.get('confidence')?.trim() === '0') scan.suppress();
      else scan.find({ id: alert.get('alertRef') ?? alert.get('pluginid'), severity, title: alert.get('name') ?? alert.get('alert'), file: alert.get('uri') });
      alert = null;
    },
  });
  return {
    push: (bytes) => sink.push(bytes),
    end() {
      sink.end();
      if (sites === 0) scan.flag('nothing-scanned: the report names no site');
      const report = scan.end({ tool: 'zap', version });
      return sites === 0 && report.kind === 'findings' && report.totals.total + report.totals.suppressed === 0 ? { ...report, outcome: 'empty' } : report;
    },
  };
}
