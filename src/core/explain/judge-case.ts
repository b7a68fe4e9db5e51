import type { Evaluation } from '../gates/gate-result.ts';
import { nearestWord } from '../spelling/nearest-word.ts';
import { plainProse } from '../report/prose.ts';
import type { Outcome, Verdict } from '../verdict/verdict.ts';
import type { Case, Expected } from './case-schema.ts';

/** Where a verdict is not the one that a case expects. */
export interface Difference {
  readonly gate: string;
  /** Id of the node; null for the gate itself. */
  readonly node: string | null;
  readonly expected: Outcome;
  /** Null where there is no such gate or node. */
  readonly actual: Outcome | null;
  readonly message: string;
  /** The way to the expectation in the file. */
  readonly path: readonly string[];
}

/** What differs from the verdicts that a case expects, in its own order. */
export function judgeCase(expected: NonNullable<Case['expect']>, evaluation: Evaluation): Difference[] {
  return Object.entries(expected).flatMap(([gate, wanted]) => {
    const root = evaluation.gates.find((result) => result.gate === gate)?.pulls[0]?.verdict;
    const known = evaluation.gates.map((result) => result.gate);
    return expectationsOf(gate, wanted).flatMap(({ node, outcome, path }): Difference[] => {
      const found = node === null ? root : root && findNode(root, node);
      if (found?.verdict === outcome) return [];
      const place = { gate, node, expected: outcome, path };
      if (found) return [{ ...place, actual: found.verdict, message: `${node ?? gate} is ${found.verdict}, not ${outcome}: ${plainProse(found.reason)}` }];
      const words = node === null || !root ? { name: gate, what: 'gate', known } : { name: node, what: `node in ${gate}`, known: idsOf(root) };
      const near = nearestWord(words.name, words.known);
      return [{ ...place, actual: null, message: `there is no ${words.what} "${words.name}"${near === null ? '' : `; did you mean ${near}?`}` }];
    });
  });
}

interface Expectation {
  readonly node: string | null;
  readonly outcome: Outcome;
  readonly path: readonly string[];
}

function expectationsOf(gate: string, wanted: Expected): Expectation[] {
  if (typeof wanted === 'string') return [{ node: null, outcome: wanted, path: ['expect', gate] }];
  const own = wanted.verdict === undefined ? [] : [{ node: null, outcome: wanted.verdict, path: ['expect', gate, 'verdict'] }];
  const nodes = Object.entries(wanted.nodes ?? {}).map(([node, outcome]) => ({ node, outcome, path: ['expect', gate, 'nodes', node] }));
  return [...own, ...nodes];
}

/** The first node of this id from the top: what a waived criterion keeps below it bears its id too. */
function findNode(root: Verdict, id: string): Verdict | undefined {
  if (root.id === id) return root;
  for (const child of root.children) {
    const found = findNode(child, id);
    if (found) return found;
  }
  return undefined;
}

function idsOf(node: Verdict): string[] {
  return [node.id, ...node.children.flatMap(idsOf)];
}
