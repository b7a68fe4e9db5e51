/** Numbers that look random and are the same in every run: whole ones from 0 to below `limit`. */
export type Random = (limit: number) => number;

export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((state >>> 0) / 2 ** 32) * limit);
  };
}
