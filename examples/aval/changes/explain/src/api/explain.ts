/** Lo que más pesó en una decisión, de mayor a menor; el signo dice hacia dónde. */
export function explain(weights: Readonly<Record<string, number>>, features: Readonly<Record<string, number>>, most = 3): { name: string; effect: number }[] {
  return Object.entries(weights)
    .map(([name, weight]) => ({ name, effect: weight * (features[name] ?? 0) }))
    .filter(({ effect }) => effect !== 0)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, most);
}
