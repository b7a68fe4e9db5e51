import { isDeepStrictEqual } from 'node:util';
import { openReport } from '../../../../src/core/evidence/open-report.ts';
import { packReport, unpackReport } from '../../../../src/core/evidence/bundle/pack-report.ts';
import type { Report } from '../../../../src/core/evidence/report.ts';
import { faultOf } from './fault-of.ts';

/** Reads bytes in pieces of a size. */
export function readPieces(bytes: Uint8Array, size: number): Report {
  const report = openReport('x');
  for (let at = 0; at < bytes.length; at += size) report.push(bytes.subarray(at, at + size));
  return report.end();
}

/** Reads a report whole and in pieces; what must never be is told, null when all is well. */
export function findFault(bytes: Uint8Array, sizes: readonly number[]): { readonly fault: string | null; readonly report: Report } {
  const report = readPieces(bytes, Math.max(1, bytes.length));
  return { fault: faultOf(report) ?? packedFault(report) ?? differs(report, { bytes, sizes }), report };
}

function differs(report: Report, given: { readonly bytes: Uint8Array; readonly sizes: readonly number[] }): string | null {
  for (const size of given.sizes) {
    const again = readPieces(given.bytes, size);
    if (!isDeepStrictEqual(again, report)) return `in pieces of ${size}: ${shown(again)} instead of ${shown(report)}`;
  }
  return null;
}

/** What an upload carries must be what was read. */
function packedFault(report: Report): string | null {
  const unpacked = unpackReport(JSON.parse(JSON.stringify(packReport(report))));
  if (!unpacked) return `cannot be unpacked: ${shown(report)}`;
  return isDeepStrictEqual(unpacked, report) ? null : `packed otherwise: ${shown(unpacked)} instead of ${shown(report)}`;
}

function shown({ format, outcome, totals, flags, error }: Report): string {
  return JSON.stringify({ format, outcome, totals, flags, error }).slice(0, 400);
}
