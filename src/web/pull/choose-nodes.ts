import { isOpen } from '../../core/report/outcome-signs.ts';
import type { GateEntry } from '../../core/verdict/gate-entry.ts';

export interface ChosenNodes {
  /** Each with all that stand above it. */
  readonly shown: ReadonlySet<GateEntry>;
  /** How many that apply are left out. */
  readonly left: number;
  /** How many do not apply: never shown. */
  readonly idle: number;
}

/** As many nodes below a gate as fit, level by level: first what is open, then what holds. */
export function chooseNodes(root: GateEntry, most: number): ChosenNodes {
  const shown = new Set<GateEntry>();
  for (const wanted of [isOpen, () => true]) {
    for (let level = [root]; level.length > 0 && shown.size < most;) {
      const next = level.flatMap(({ children }) => children.filter(applies)).filter(({ verdict }) => wanted(verdict));
      for (const node of next) if (shown.size < most) shown.add(node);
      level = next.filter((node) => shown.has(node));
    }
  }
  const { all, idle } = count(root);
  return { shown, left: all - shown.size, idle };
}

function applies({ verdict }: GateEntry): boolean {
  return verdict !== 'not-applicable';
}

/** What is below something that does not apply is not counted by itself. */
function count(root: GateEntry): { all: number; idle: number } {
  let [all, idle] = [0, 0];
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const child of node.children) {
      if (applies(child)) {
        all += 1;
        open.push(child);
      } else idle += 1;
    }
  }
  return { all, idle };
}
