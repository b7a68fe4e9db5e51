import { parseWhole } from '../../input/parse-figure.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { xmlSink } from '../../input/xml-sink.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { jmeterSamples, transactionParts } from './jmeter-samples.ts';
import type { JmeterSample } from './jmeter-samples.ts';
import { jmeterTime } from './jmeter-time.ts';

const elements = new Set(['sample', 'httpSample', 'sampleResult']);

/**
 * A JMeter results file in XML (`jmeter.save.saveservice.output_format=xml`; `testResults` 1.0 to 1.2). A request is an
 * outermost sample: redirects and embedded resources are inside it and belong to its time. The samples inside a
 * transaction controller (`rm` begins with `Number of samples in transaction`) are the requests, not the transaction.
 * `samples` and `elapsed_ms` are of the outermost elements as written, transactions included. `t` is milliseconds.
 */
export const jmeterJtlXml: StreamReader = {
  format: 'jmeter-jtl-xml',
  kind: 'metrics',
  recognises: ({ xml }) =>
    xml?.root === 'testResults' && (xml.children.some((name) => elements.has(name)) || (xml.children.length === 0 && Object.hasOwn(xml.attributes, 'version'))),
  open: openSamples,
};

interface Open {
  readonly depth: number;
  readonly sample: JmeterSample;
  /** Samples in a transaction as it says; null for a plain sample. */
  readonly parts: number | null;
  children: number;
}

function openSamples(): ReportSink {
  const tally = jmeterSamples();
  const count = { top: 0, all: 0, errors: 0 };
  const open: Open[] = [];
  const begin = (depth: number, attributes: XmlAttributes, line: number): void => {
    const sample = sampleOf(attributes, line);
    const parts = transactionParts(attributes.get('rm') ?? attributes.get('responseMessage'));
    const parent = open.at(-1);
    count.all += 1;
    if (!parent) {
      tally.row(sample);
      count.top += 1;
      if (sample.success === false) count.errors += 1;
    }
    if (parent) parent.children += 1;
    if (parts === null && open.every((outer) => outer.parts !== null)) tally.request(sample);
    open.push({ depth, sample, parts, children: 0 });
  };
  const xml = xmlSink({
    open(path, attributes, line) {
      if (path.length > 1 && elements.has(path.at(-1) ?? '')) begin(path.length, attributes, line);
    },
    close(path) {
      if (open.at(-1)?.depth !== path.length) return;
      const closed = open.pop();
      if (!closed || closed.parts === null) return;
      if (closed.children > 0) tally.nestedTransaction();
      else tally.transaction(closed.sample, closed.parts);
    },
  });
  return {
    push: xml.push,
    end() {
      xml.end();
      return tally.end((values) => {
        values.set('samples_top_level', count.top);
        values.set('samples_all_levels', count.all);
        values.set('errors_top_level', count.errors);
      });
    },
  };
}

function sampleOf(attributes: XmlAttributes, line: number): JmeterSample {
  const success = attributes.get('s') ?? attributes.get('success');
  if (success !== undefined && !/^(true|false)$/i.test(success))
    throw new ReportProblem(`s is ${JSON.stringify(success.slice(0, 40))}; expected true or false`, line);
  if (Number(attributes.get('sc') ?? 1) > 1)
    throw new ReportProblem('the sample sums several (mode=Statistical); let JMeter save each sample: mode=Standard', line);
  const users = attributes.get('na');
  return {
    label: attributes.get('lb') ?? attributes.get('label') ?? '',
    thread: attributes.get('tn') ?? attributes.get('threadName') ?? '',
    elapsed: parseWhole(attributes.get('t') ?? attributes.get('time'), { what: 't', line }),
    success: success === undefined ? null : success.toLowerCase() === 'true',
    start: jmeterTime(attributes.get('ts') ?? attributes.get('timeStamp')),
    users: users === undefined ? null : parseWhole(users, { what: 'na', line }),
  };
}
