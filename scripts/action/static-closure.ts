import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// `import a from "./b.js"`, `export * from "./b.js"` and `import "./b.js"`; a call `import("./b.js")` is loaded later.
const statement = /(?:^|[;\n}])\s*(?:import|export)\b[^'"`()]*['"]\.\/([\w.-]+)['"]/g;

/** The files of a bundle that are loaded before the entry's own first statement, the entry first. */
export function staticClosure(folder: string, entry: string): string[] {
  const found = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    waiting.push(...[...text.matchAll(statement)].map(([, name = '']) => name));
  }
  return [...found];
}
