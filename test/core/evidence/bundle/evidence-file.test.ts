import { describe, expect, it } from 'vitest';
import { type EvidenceFile, isEvidenceFile, parseEvidenceFile, writeEvidenceFile } from '../../../../src/core/evidence/bundle/evidence-file.ts';
import { missingReport } from '../../../../src/core/evidence/missing-report.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const report = (file: string) => missingReport({ file, kind: 'tests', format: 'junit', outcome: 'empty', flags: ['no-tests: nothing ran'] });
const file = (path: string) => ({ path, sha256: 'a'.repeat(64), bytes: 12 });
const evidence: EvidenceFile = {
  tool: { name: 'sprintgate-action', version: '0.1.0' },
  repository: { id: 7, name: 'acme/shop' },
  run: { id: 5, attempt: 2 },
  checkout: { testedSha: 'a'.repeat(40), testedTree: 'b'.repeat(40), baseSha: null, headSha: 'c'.repeat(40) },
  job: 'test',
  uploadName: 'sprintgate-api',
  labels: { type: 'unit', component: null, scan: null },
  files: [file('b.xml'), file('a.xml')],
  reports: [report('b.xml'), report('a.xml')],
};
const text = writeEvidenceFile(evidence);

describe('the file of an upload', () => {
  it('comes back as it was written, by path', () => {
    const parsed = parseEvidenceFile(bytes(text));
    expect(parsed).toEqual({ evidence: { ...evidence, files: [file('a.xml'), file('b.xml')], reports: [report('a.xml'), report('b.xml')] } });
  });

  it('is the same text whatever the order of files and members', () => {
    const { files, reports, labels, ...rest } = evidence;
    const other = {
      labels: { scan: labels.scan, component: labels.component, type: labels.type },
      reports: reports.toReversed(),
      files: files.toReversed(),
      ...rest,
    };
    expect(writeEvidenceFile(other)).toBe(text);
  });

  it.each([
    ['one of ours', text, true],
    ['one of ours that is cut off', text.slice(0, 60), true],
    ['one of a later version', '{"sprintgate":9}', true],
    ['a report of that name', '{"results":[]}', false],
    ['no JSON', 'TN:\nSF:a\n', false],
  ])('is known from its beginning: %s', (_what, content, known) => {
    expect(isEvidenceFile(bytes(content))).toBe(known);
  });

  it.each([
    ['is cut off', bytes(text.slice(0, -20)), /not JSON, or is cut off/],
    ['is not UTF-8', new Uint8Array([123, 255, 254]), /not JSON/],
    ['is of another version', bytes(text.replace('"sprintgate":2', '"sprintgate":3')), /^sprintgate: /],
    ['has a member more', bytes(text.replace('"run":', '"extra":1,"run":')), /extra/],
    ['has a commit that is none', bytes(text.replace('a'.repeat(40), 'main')), /^checkout\.testedSha: write a full commit id/],
    ['has a digest that is none', bytes(text.replace('a'.repeat(64), 'x')), /^files\[0\]\.sha256: /],
    ['has attempt 0', bytes(text.replace('"attempt":2', '"attempt":0')), /^run\.attempt: /],
    ['has fewer reports than files', bytes(text.replace(/,(?=\{"file":"b\.xml").*\]\}$/m, ']}')), /^reports: there are 1 for 2 files/],
    ['has a report of another file', bytes(text.replace('"file":"a.xml"', '"file":"c.xml"')), /^reports\[0\] is of another file/],
    ['has a report that is none', bytes(text.replace('"passed":0', '"passed":-1')), /^reports\[0\] is no packed report/],
    ['names a file twice', bytes(text.replaceAll('b.xml', 'a.xml')), /twice/],
  ])('is a problem in words where it %s', (_what, content, problem) => {
    expect(parseEvidenceFile(content)).toEqual({ problem: expect.stringMatching(problem) });
  });
});
