import { isObject } from '../../input/json-shape.ts';

/** A member of a JSON document that holds no further members. */
export interface Leaf {
  /** Names of the members on the way, joined by dots. */
  readonly name: string;
  /** A list is a leaf, whatever it holds. */
  readonly value: unknown;
}

const mostLeaves = 50_000;

/** The leaves below a value, in order, under dotted names. The parser has bounded how deep they can be. */
export function leavesOf(value: unknown, prefix = ''): Leaf[] {
  const leaves: Leaf[] = [];
  gather(leaves, value, prefix);
  return leaves;
}

/** Those leaves that are numbers or booleans. */
export function numericLeaves(value: unknown, prefix = ''): Leaf[] {
  return leavesOf(value, prefix).filter((leaf) => typeof leaf.value === 'number' || typeof leaf.value === 'boolean');
}

function gather(leaves: Leaf[], value: unknown, name: string): void {
  if (leaves.length >= mostLeaves) return;
  if (!isObject(value)) return void leaves.push({ name, value });
  for (const key of Object.keys(value)) gather(leaves, value[key], name === '' ? key : `${name}.${key}`);
}
