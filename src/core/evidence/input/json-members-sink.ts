import type { ByteSink } from './decoding-sink.ts';
import { jsonPart } from './json-part.ts';
import { largestJson, parseJson } from './parse-json.ts';
import { ReportProblem } from './report-problem.ts';

/** A member of the streamed object: its name, its parsed value, and the line on which the value begins. */
export type ReadMember = (name: string, value: unknown, line: number) => void;

/** What may come next. */
type Awaited = 'object' | 'first-name' | 'name' | 'colon' | 'value' | 'end-of-member' | 'nothing';

interface Place {
  awaited: Awaited;
  /** Name of the member that is being read. */
  name: string;
  line: number;
  /** Inside the wrapping member. */
  within: boolean;
}

const wanted: Readonly<Record<Awaited, string>> = {
  object: '"{"',
  'first-name': 'a name or "}"',
  name: 'a name',
  colon: '":"',
  value: 'an object',
  'end-of-member': '"," or "}"',
  nothing: 'nothing',
};

/**
 * Splits one JSON object into its members as its bytes come, and parses each by itself: memory grows with the largest
 * member. Values are objects, lists or strings. The members of a member named `wrapper` are taken as if they stood
 * outside. A document that is not whole, or in which something is no JSON, is a problem with its line.
 */
export function jsonMembersSink(read: ReadMember, wrapper: string): ByteSink {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const part = jsonPart(largestJson);
  const place: Place = { awaited: 'object', name: '', line: 1, within: false };
  const finish = (): void => {
    const lines = part.lines();
    const value = parsePart(decoder.decode(part.take()), place.line);
    if (place.awaited === 'value') read(place.name, value, place.line);
    else place.name = String(value);
    place.awaited = place.awaited === 'value' ? 'end-of-member' : 'colon';
    place.line += lines;
  };
  return {
    push(bytes) {
      let at = 0;
      while (at < bytes.length) {
        if (!part.open() && !begins(place, bytes[at] ?? 0, wrapper)) {
          at += 1;
          continue;
        }
        at = gather(() => part.gather(bytes, at), place.line + part.lines());
        if (!part.open()) finish();
      }
    },
    end() {
      if (place.awaited === 'nothing') return;
      const problem = part.open() ? 'it ends within a value' : `it ends where ${wanted[place.awaited]} should be`;
      throw new ReportProblem(`it is no whole JSON: ${problem}`, place.line + part.lines());
    },
  };
}

/** True at the first byte of a name or a value; all others are taken note of. */
function begins(place: Place, byte: number, wrapper: string): boolean {
  if (byte === 0x0a) place.line += 1;
  if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return false;
  const next = follows(place, String.fromCharCode(byte), wrapper);
  if (next === 'part') return true;
  if (next === null) throw new ReportProblem(`it is no whole JSON: ${describe(byte)} where ${wanted[place.awaited]} should be`, place.line);
  place.awaited = next;
  return false;
}

function follows(place: Place, character: string, wrapper: string): Awaited | 'part' | null {
  switch (place.awaited) {
    case 'object':
      return character === '{' ? 'first-name' : null;
    case 'first-name':
    case 'name':
      if (character === '"') return 'part';
      return character === '}' && place.awaited === 'first-name' ? close(place) : null;
    case 'colon':
      return character === ':' ? 'value' : null;
    case 'value':
      if (character === '{' && !place.within && place.name === wrapper) {
        place.within = true;
        return 'first-name';
      }
      return /["{[]/.test(character) ? 'part' : null;
    case 'end-of-member':
      if (character === ',') return 'name';
      return character === '}' ? close(place) : null;
    case 'nothing':
      return null;
  }
}

function close(place: Place): Awaited {
  if (!place.within) return 'nothing';
  [place.within, place.name] = [false, ''];
  return 'end-of-member';
}

function describe(byte: number): string {
  return byte > 0x20 && byte < 0x7f ? JSON.stringify(String.fromCharCode(byte)) : `byte ${byte}`;
}

function gather(work: () => number, line: number): number {
  try {
    return work();
  } catch (error) {
    throw error instanceof ReportProblem ? new ReportProblem(error.message, line) : error;
  }
}

/** The value; where it is none, the line in the whole document is named. */
function parsePart(text: string, line: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Slower, and knows the line.
    return parseAgain(text, line);
  }
}

function parseAgain(text: string, line: number): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw error instanceof ReportProblem ? new ReportProblem(error.message, line + (error.line ?? 1) - 1) : error;
  }
}
