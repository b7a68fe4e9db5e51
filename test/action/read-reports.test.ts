import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findReports } from '../../action/src/collect/find-reports.ts';
import { readReports } from '../../action/src/collect/read-reports.ts';

const green = '<testsuite name="a" tests="1"><testcase name="t"/></testsuite>';

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'sprintgate-workspace-'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  mkdirSync(join(workspace, 'reports'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(workspace, 'reports', name), text);
}

describe('what is found without globs', () => {
  it('is kept when it is empty, broken off, or an error page: missing evidence must be seen', async () => {
    write({ 'TEST-a.xml': green, 'TEST-b.xml': '', 'TEST-c.xml': '<html><body>502</body></html>', 'TEST-d.xml': green.slice(0, 40) });
    const { reports } = await readReports(workspace, await findReports(workspace, [], null));
    expect(reports.map(({ file, report }) => `${file.path} ${report.outcome}`)).toEqual([
      'reports/TEST-a.xml ok',
      'reports/TEST-b.xml empty',
      'reports/TEST-c.xml reject',
      'reports/TEST-d.xml reject',
    ]);
  });

  it('is kept under a name that test runners give, whatever data is in it', async () => {
    write({ 'TEST-a.xml': green, 'test-report.json': '{"status":"crashed"}' });
    const { reports } = await readReports(workspace, await findReports(workspace, [], null));
    expect(reports.map(({ report }) => report.outcome)).toEqual(['ok', 'reject']);
  });

  it('is left out, with a note, when it is data that only has the name of a report', async () => {
    write({ 'TEST-a.xml': green, 'metrics.json': '{"name":"shop","private":true,"scripts":{"a":"b"}}' });
    const { reports, notes } = await readReports(workspace, await findReports(workspace, [], null));
    expect([reports.length, notes]).toEqual([1, [{ kind: 'unknown-format', paths: ['reports/metrics.json'] }]]);
  });

  it('is kept when it is no JSON at all, or stands where a scanner writes: a crashed shard must not pass beside a good one', async () => {
    write({
      'trivy-ok.json': '{"SchemaVersion":2,"ArtifactName":"a","ArtifactType":"filesystem","Results":[]}',
      'trivy-fs.json': '{"message":"API rate limit exceeded"}',
      'pip-audit-api.json': '{"detail":"no index"}',
      'grype.json': 'FATAL: could not fetch the database',
      'k6-summary.json': '<html><body>502</body></html>',
      'metrics.json': '{"accuracy":0.9,',
      'garak.report.jsonl': 'Traceback (most recent call last):',
      'journal.json': '{"entries":["x"]}',
    });
    const { reports, notes } = await readReports(workspace, await findReports(workspace, [], null));
    expect(reports.filter(({ report }) => report.outcome === 'reject').map(({ file }) => file.path)).toEqual([
      'reports/garak.report.jsonl',
      'reports/grype.json',
      'reports/k6-summary.json',
      'reports/metrics.json',
      'reports/pip-audit-api.json',
      'reports/trivy-fs.json',
    ]);
    expect(notes).toEqual([{ kind: 'unknown-format', paths: ['reports/journal.json'] }]);
  });

  it('is an error when there is more than can be read: the failure may be in the rest', async () => {
    write(Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`TEST-${index}.xml`, green])));
    await expect(findReports(workspace, [], null)).rejects.toThrow('2001 files look like reports, more than 2000');
  });
});
