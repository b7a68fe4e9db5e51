import type { Enforcement } from './enforcement.ts';
import type { GateVerdict, Verdict } from './verdict.ts';

/** The shape of a verdict tree in `--json`: a contract. Every node has it; `gate` is that of its root. */
export interface GateEntry {
  readonly gate: string;
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict['verdict'];
  /** On the root: `block`, `warn` or `off`. */
  readonly enforce?: Enforcement;
  readonly code: string;
  readonly reason: string;
  readonly next: string | null;
  readonly waivedBy?: Verdict['waivedBy'];
  readonly deadline?: string;
  readonly children: readonly GateEntry[];
}

export function gateEntry(verdict: GateVerdict): GateEntry {
  return { ...entryOf(verdict.gate, verdict), enforce: verdict.enforcement ?? 'block' };
}

function entryOf(gate: string, node: Verdict): GateEntry {
  const { id, title, verdict, code, reason, next } = node;
  return {
    gate,
    id,
    title,
    verdict,
    code,
    reason,
    next,
    ...(node.waivedBy ? { waivedBy: node.waivedBy } : {}),
    ...(node.deadline ? { deadline: node.deadline } : {}),
    children: node.children.map((child) => entryOf(gate, child)),
  };
}
