/** What the score of a drift method is, and on which side of the threshold it means drift. */
interface DriftMethod {
  readonly score: 'statistic' | 'p_value';
  drifted(score: number, threshold: number): boolean;
}

const below: DriftMethod = { score: 'p_value', drifted: (score, threshold) => score < threshold };
const notAbove: DriftMethod = { score: 'p_value', drifted: (score, threshold) => score <= threshold };
const above: DriftMethod = { score: 'statistic', drifted: (score, threshold) => score > threshold };
const notBelow: DriftMethod = { score: 'statistic', drifted: (score, threshold) => score >= threshold };

/**
 * Evidently's methods by name and by displayed name, from `calculations/stattests` of its source (0.4 to 0.7). Beware:
 * Total-Variation-Distance and empirical_mmd give the p-value of a permutation test, not a distance.
 */
const methods: ReadonlyMap<string, DriftMethod> = new Map([
  ...named(below, 'ks', 'K-S p_value', 'z', 'Z-test p_value', 'chisquare', 'chi-square p_value', 'anderson', 'Anderson-Darling'),
  ...named(below, 'fisher_exact', "Fisher's Exact test", 'g_test', 't_test', 'mannw', 'Mann-Whitney U-rank test', 'es', 'Epps-Singleton'),
  ...named(below, 'empirical_mmd', 'TVD', 'Total-Variation-Distance'),
  ...named(notAbove, 'cramer_von_mises', 'Cramer-von Mises'),
  ...named(notBelow, 'wasserstein', 'Wasserstein distance (normed)', 'jensenshannon', 'Jensen-Shannon distance', 'psi', 'PSI'),
  ...named(notBelow, 'kl_div', 'Kullback-Leibler divergence', 'hellinger', 'Hellinger distance'),
  ...named(above, 'ed', 'Energy-distance', 'abs_text_content_drift', 'Absolute text content drift'),
]);

/** Null for a method of the team's own and for those whose threshold is no bound of the score (percentile text drift). */
export function evidentlyMethod(name: string): DriftMethod | null {
  return methods.get(name.trim().toLowerCase()) ?? null;
}

function named(method: DriftMethod, ...names: readonly string[]): [string, DriftMethod][] {
  return names.map((name) => [name.toLowerCase(), method]);
}
