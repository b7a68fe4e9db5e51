/** Figures of a team that gets better, by sprint; the last row is the end of the plan. Invented. */
const last = 16;

/** From its first to its last value over the plan, with a dent where a sprint went badly. */
function line(sprint: number, from: number, to: number): number {
  const dent = sprint === 6 || sprint === 10 ? 0.06 : 0;
  return from + (to - from) * Math.max(0, Math.min(1, sprint / last) - dent);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Covered share of each component's lines: above its floor from the first day on. */
export function coveredShare(component: 'model' | 'pipeline' | 'api' | 'web', sprint: number): number {
  const [from, to] = { model: [0.955, 0.985], pipeline: [0.87, 0.95], api: [0.91, 0.965], web: [0.82, 0.93] }[component] as [number, number];
  return line(sprint, from, to);
}

/** What the team is at when it measures. */
export interface Looked {
  readonly sprint: number;
  /** ISO time at which it measures. */
  readonly at: string;
  /** Users of the pilot; 0 before it. */
  readonly users: number;
}

/** What the team measures: the model, the data, the service, the business; of the pilot once it has users. Nested as in the report. */
export function figures({ sprint, at, users }: Looked): Readonly<Record<string, unknown>> {
  const pilot = users > 0;
  return {
    timestamp: at,
    model: { performance: rounded(line(sprint, 0.788, 0.861), 3), registered: 1 },
    training: { tracked: 1 },
    fairness: { gap: rounded(line(sprint, 0.048, 0.027), 3) },
    robustness: { score: rounded(line(sprint, 0.905, 0.948), 3) },
    ...(sprint < 7 ? {} : { drift: { prediction: rounded(0.04 + (sprint % 3) * 0.011, 3), feature: rounded(0.021 + (sprint % 4) * 0.004, 3) } }),
    'data-quality': { 'missing-values': rounded(line(sprint, 0.9, 0.3), 2), outliers: rounded(line(sprint, 4.1, 2.2), 2), 'schema-violations': 0 },
    ...(sprint < 3
      ? {}
      : {
          latency: { p95: Math.round(line(sprint, 400, 160) - (sprint >= 11 ? 30 : 0)) },
          throughput: Math.round(line(sprint, 90, 220)),
          'error-rate': rounded(line(sprint, 0.9, 0.2), 2),
        }),
    ...(sprint < 9
      ? {}
      : { aisia: { score: Math.round(line(sprint, 70, 91)) }, validation: { 'age-days': 14 + (sprint % 5) * 12 }, challenger: { compared: 1 } }),
    business: {
      roi: rounded(line(sprint, -40, 6) + users / 8, 1),
      adoption: rounded(users === 0 ? 0 : Math.min(62, 8 + users / 4), 1),
      ...(pilot ? { metric: rounded(1.02 + users / 1000, 2) } : {}),
    },
    ...(pilot
      ? {
          nps: 28 + Math.round(users / 12),
          availability: 99.7,
          performance: { decay: 1.4 },
          pilot: { latency: { p95: 170 + Math.round(users / 8) } },
          users: { active: users },
        }
      : {}),
  };
}
