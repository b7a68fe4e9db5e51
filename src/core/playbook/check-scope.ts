import type { KnownIds } from './known-ids.ts';
import { needId } from './need-id.ts';
import type { Problem } from './problem.ts';

interface Scope {
  readonly products?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
}

/** Products and component kinds that limit where something applies must exist. */
export function checkScope(scope: Scope, path: Problem['path'], known: KnownIds): Problem[] {
  const products = (scope.products ?? []).flatMap((id, index) => needId(known.products, 'product', { id, path: [...path, 'products', index] }));
  const kinds = (scope.kinds ?? []).flatMap((id, index) => needId(known.kinds, 'component kind', { id, path: [...path, 'kinds', index] }));
  return [...products, ...kinds];
}
