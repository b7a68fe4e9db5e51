import { formatBasisPoints } from '../gates/coverage/format-ratio.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { pyramidLevels } from './pyramid-levels.ts';
import { pyramidWords } from './pyramid-words.ts';
import type { RuleContext } from './rule-context.ts';

interface Shape {
  readonly distance: number;
  readonly allowed: number;
}

/** A verdict on the metric `pyramid.deviation` in the words of the pyramid: which level is off, and of what there is too little. */
export function sayPyramid(verdict: Verdict, { distance, allowed }: Shape, context: RuleContext): Verdict {
  const say = pyramidWords[context.policy.locale];
  if (verdict.verdict === 'pass') return { ...verdict, title: say.title, reason: say.within(distance / 100, allowed / 100) };
  const shares = sharesOf(context);
  const [furthest] = shares.toSorted((a, b) => Math.abs(b.off) - Math.abs(a.off));
  if (verdict.verdict !== 'fail' || !furthest) return { ...verdict, title: say.title };
  const short = shares.filter(({ off }) => off < 0).toSorted((a, b) => a.off - b.off);
  return { ...verdict, title: say.title, reason: say.outside(furthest, allowed / 100), next: say.outsideNext(short) };
}

function sharesOf(context: RuleContext) {
  const levels = pyramidLevels(context);
  const total = levels.reduce((sum, { ran }) => sum + (ran ?? 0), 0);
  return levels.map(({ type, share, ran }) => {
    const points = Math.floor(((ran ?? 0) * 10_000) / total);
    const title = context.policy.text.testTypes[type]?.title ?? type;
    return { type: title, is: formatBasisPoints(points), wanted: formatBasisPoints(share), off: points - share };
  });
}

/** The levels that no usable report tells of, to be uploaded; all of them where each is known and none of their tests ran. */
export function missingLevels(context: RuleContext): string {
  const levels = pyramidLevels(context);
  const unknown = levels.filter(({ ran }) => ran === null);
  return (unknown.length > 0 ? unknown : levels).map(({ type }) => `\`test-type: ${type}\``).join(', ');
}
