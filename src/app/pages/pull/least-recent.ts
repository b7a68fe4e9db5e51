/** A memory of so many units of weight, from which what was used longest ago goes first. */
export interface LeastRecent<T> {
  get(key: string): T | undefined;
  set(key: string, value: T, weight?: number): void;
  drop(key: string): void;
}

export function leastRecent<T>(most: number): LeastRecent<T> {
  const kept = new Map<string, { readonly value: T; readonly weight: number }>();
  let sum = 0;
  function drop(key: string): void {
    sum -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  }
  return {
    get(key) {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    set(key, value, weight = 1) {
      drop(key);
      if (weight > most) return;
      kept.set(key, { value, weight });
      sum += weight;
      for (const [oldest] of kept) {
        if (sum <= most) return;
        drop(oldest);
      }
    },
    drop,
  };
}
