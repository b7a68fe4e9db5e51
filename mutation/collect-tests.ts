interface CollectedTest {
  readonly name: string;
  readonly run: () => unknown;
}

type Row = readonly unknown[];
type Body = (...row: Row) => unknown;
type Register = (name: string, body: Body) => void;

/** The tests of all files that were imported: they run again and again, once for each mutant that they reach. */
export const collected: CollectedTest[] = [];
export const { expect } = globalThis as unknown as { expect: unknown };
const path: string[] = [];

function each(register: Register) {
  return (rows: readonly unknown[]) => (name: string, body: Body) => {
    for (const [index, row] of [...rows].entries()) register(`${name} #${index}`, () => (Array.isArray(row) ? body(...(row as Row)) : body(row)));
  };
}

const addTest: Register = (name, body) => collected.push({ name: [...path, name].join(' > '), run: () => body() });

const addGroup: Register = (name, body) => {
  path.push(name);
  try {
    body();
  } finally {
    path.pop();
  }
};

/** Stand in for Vitest's own in a sandbox: tests that need hooks are no tests of the pure core. */
export const it = Object.assign((name: string, first: unknown, second?: unknown) => addTest(name, (typeof first === 'function' ? first : second) as Body), {
  each: each(addTest),
});
export const test = it;
export const describe = Object.assign(addGroup, { each: each(addGroup) });
