import { walkRule } from '../playbook/walk-rule.ts';
import type { Policy } from '../policy/policy.ts';

/** Which OpenAPI documents a policy's criteria look at, and for which operations: what the snapshot has to read. */
export function wantedOperations({
  playbook,
  components,
}: Policy): { readonly component: string; readonly path: string; readonly operations: readonly string[] }[] {
  const rules = playbook.criteria.flatMap(({ rule }) => walkRule(rule).flatMap((leaf) => ('openapi' in leaf.rule ? [leaf.rule.openapi] : [])));
  return components.flatMap(({ id, kind, openapi }) => {
    const operations = rules.filter((rule) => rule.kind === kind).map(({ operation }) => operation);
    return openapi === undefined || operations.length === 0 ? [] : [{ component: id, path: openapi, operations: [...new Set(operations)] }];
  });
}
