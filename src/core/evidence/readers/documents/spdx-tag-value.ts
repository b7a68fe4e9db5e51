import { lineSink } from '../../input/line-sink.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { ReportSink, StreamReader } from '../reader.ts';
import { spdxBody } from './spdx-body.ts';

/** SPDX 2.x in its own format, `Tag: value` lines (spdx.github.io/spdx-spec/v2.3). Values may be `<text>` over several lines. */
export const spdxTagValue: StreamReader = {
  format: 'spdx-tag-value',
  kind: 'document',
  recognises: (head) => /^(?:(?:#[^\n]*|[^\S\n]*)\n){0,200}SPDXVersion:[ \t]*SPDX-/.test(head.text),
  open,
};

function open(): ReportSink {
  const counts = { PackageName: 0, FileName: 0, Relationship: 0 };
  const said = { SPDXVersion: '', Created: '', DocumentNamespace: '' };
  let quoted: number | null = null;
  const sink = lineSink((line, number) => {
    if (quoted !== null) {
      if (line.includes('</text>')) quoted = null;
      return;
    }
    const tag = /^\s*([A-Za-z]+):/.exec(line)?.[1] ?? '';
    const value = line.slice(line.indexOf(':') + 1).trim();
    if (value.startsWith('<text>') && !value.includes('</text>')) quoted = number;
    if (Object.hasOwn(counts, tag)) counts[tag as keyof typeof counts] += 1;
    if (Object.hasOwn(said, tag)) said[tag as keyof typeof said] ||= value.slice(0, 300);
  });
  return {
    push: (bytes) => sink.push(bytes),
    end() {
      sink.end();
      if (quoted !== null) throw new ReportProblem('a <text> is not closed: the file is cut', quoted);
      if (!/^SPDX-2\.\d+$/.test(said.SPDXVersion))
        throw new ReportProblem(`SPDXVersion is ${JSON.stringify(said.SPDXVersion.slice(0, 40))}; expected SPDX-2.2 or SPDX-2.3`);
      return spdxBody({
        version: said.SPDXVersion,
        madeAt: said.Created || null,
        packages: counts.PackageName,
        files: counts.FileName,
        relationships: counts.Relationship,
        documentNamespace: said.DocumentNamespace !== '',
      });
    },
  };
}
