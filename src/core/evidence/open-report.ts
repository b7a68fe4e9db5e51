import { boundedBody } from './bounded-body.ts';
import { cut } from './input/cut.ts';
import { decodingSink } from './input/decoding-sink.ts';
import { ReportProblem } from './input/report-problem.ts';
import { missingReport } from './missing-report.ts';
import type { ReportBody } from './readers/reader.ts';
import { readers } from './readers/readers.ts';
import { recognisingSink } from './recognising-sink.ts';
import type { Report, ReportError } from './report.ts';

/** Takes a report's bytes in pieces, in any encoding. Neither call throws. */
export interface OpenReport {
  push(bytes: Uint8Array): void;
  end(): Report;
}

/** A file that nothing recognises may be the coverage that is missed: of all gates, coverage's must not overlook it. */
const unrecognised = 'coverage' as const;

const longestMessage = 480;

/**
 * Reads one report as it comes, recognised by its content. What cannot be read is `reject` with the reason and the line,
 * what holds nothing is `empty`. A file of no bytes is `empty` of unknown format: nothing says what it should have been.
 */
export function openReport(file: string): OpenReport {
  const flags: string[] = [];
  const recognising = recognisingSink(readers);
  const decoding = decodingSink(recognising, (flag) => flags.push(flag));
  let failure: ReportError | null = null;
  const attempt = <T>(work: () => T): T | null => {
    if (failure) return null;
    try {
      return work();
    } catch (error) {
      failure = described(error);
      return null;
    }
  };
  const known = () => ({ file, kind: recognising.reader()?.kind ?? unrecognised, format: recognising.reader()?.format ?? 'unknown' });
  return {
    push: (bytes) => void attempt(() => decoding.push(bytes)),
    end() {
      const body = attempt((): ReportBody | null => {
        decoding.end();
        const read = recognising.end();
        return read && boundedBody(read);
      });
      if (body) return { ...body, ...known(), kind: body.kind, flags: [...flags, ...body.flags] } as Report;
      if (failure) return missingReport({ ...known(), outcome: 'reject', flags, error: failure });
      return missingReport({ ...known(), outcome: 'empty', flags: ['no-content: the file is empty'] });
    },
  };
}

/** A bug in a reader must not become a crash of the gate: it is a report that cannot be read, and says so. */
function described(error: unknown): ReportError {
  if (!(error instanceof ReportProblem))
    return { message: cut(`the reader failed: ${error instanceof Error ? error.message : String(error)}`, longestMessage) };
  const message = cut(error.message, longestMessage);
  return error.line === null ? { message } : { message, line: error.line };
}
