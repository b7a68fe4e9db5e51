import type { Count } from '../../report.ts';

/** Conditions of lines, packed three numbers each: line, covered, total. Lines ascend, each once. */
export type Conditions = Uint32Array;

const size = 3;

/** Collects conditions of one class after the other without making anything for each. */
export interface ConditionBuffer {
  add(line: number, count: Count): void;
  /** What was added, packed; null when nothing was. The buffer is empty afterwards. */
  take(): Conditions | null;
}

export function conditionBuffer(): ConditionBuffer {
  let [entries, length, last, ascending] = [new Uint32Array(1 << 10), 0, -1, true];
  return {
    add(line, { covered, total }) {
      if (length + size > entries.length) {
        const larger = new Uint32Array(entries.length * 2);
        larger.set(entries);
        entries = larger;
      }
      ascending = ascending && line > last;
      last = line;
      entries[length] = line;
      entries[length + 1] = covered;
      entries[length + 2] = total;
      length += size;
    },
    take() {
      if (length === 0) return null;
      const part = entries.slice(0, length);
      const packed = ascending ? part : sorted(part);
      [length, last, ascending] = [0, -1, true];
      return packed;
    },
  };
}

function sorted(part: Conditions): Conditions {
  const triples = Array.from({ length: part.length / size }, (_, index) => part.subarray(index * size, (index + 1) * size));
  triples.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  const united: Uint32Array[] = [];
  for (const triple of triples) {
    const known = united.at(-1);
    if (!known || known[0] !== triple[0]) united.push(triple);
    else if (isFuller(triple, known)) united[united.length - 1] = triple;
  }
  return Uint32Array.from(united.flatMap((triple) => [...triple]));
}

/** Of the conditions that two classes give for one line the fuller count. */
export function uniteConditions(a: Conditions, b: Conditions): Conditions {
  const both = new Uint32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return sorted(both);
}

function isFuller([, covered = 0, total = 0]: Uint32Array, [, knownCovered = 0, knownTotal = 0]: Uint32Array): boolean {
  return total > knownTotal || (total === knownTotal && covered > knownCovered);
}

export function countConditions(conditions: Conditions): Count {
  const count = { covered: 0, total: 0 };
  for (let at = 0; at < conditions.length; at += size) {
    count.covered += conditions[at + 1] ?? 0;
    count.total += conditions[at + 2] ?? 0;
  }
  return count;
}
