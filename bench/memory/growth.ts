/** Kilobytes for each webhook. */
export interface Growth {
  readonly heap: number;
  readonly resident: number;
}

export interface Seen extends Growth {
  readonly deliveries: number;
}

/** The slope of the line that fits these points best; their memory is in MB. */
export function growthOf(points: readonly Seen[]): Growth {
  return { heap: slope(points, 'heap'), resident: slope(points, 'resident') };
}

function slope(points: readonly Seen[], name: keyof Growth): number {
  const mean = (of: (point: Seen) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(({ deliveries }) => deliveries), mean((point) => point[name])];
  const spread = points.reduce((sum, { deliveries }) => sum + (deliveries - x) ** 2, 0);
  return (points.reduce((sum, point) => sum + (point.deliveries - x) * (point[name] - y), 0) / spread) * 1_000;
}
