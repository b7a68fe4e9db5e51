/**
 * At most about so many of many: the first and the last, and of each stretch between its lowest and its highest, in their
 * order, so that no peak is lost.
 */
export function thinPoints<T>(points: readonly T[], most: number, valueOf: (point: T) => number): T[] {
  if (points.length <= most) return [...points];
  const stretches = Math.max(1, Math.floor((most - 2) / 2));
  const kept = new Set([0, points.length - 1]);
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const from = Math.floor((stretch * points.length) / stretches);
    const before = Math.floor(((stretch + 1) * points.length) / stretches);
    let [low, high] = [from, from];
    for (let at = from; at < before; at += 1) {
      const [point, lowest, highest] = [points[at], points[low], points[high]];
      if (point === undefined || lowest === undefined || highest === undefined) continue;
      if (valueOf(point) < valueOf(lowest)) low = at;
      if (valueOf(point) > valueOf(highest)) high = at;
    }
    kept.add(low).add(high);
  }
  return [...kept].sort((a, b) => a - b).flatMap((at) => points[at] ?? []);
}

/** At most so many rows: evenly spread, the last one kept. */
export function thinRows<T>(rows: readonly T[], most: number): T[] {
  const step = Math.ceil(rows.length / most);
  return rows.filter((_, at) => (rows.length - 1 - at) % step === 0);
}
