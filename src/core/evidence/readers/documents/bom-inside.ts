import { isObject, memberOf, textOf } from '../../input/json-shape.ts';

/** The SBOM in what it is wrapped in: GitHub's export (`sbom`) or an in-toto statement (`predicate`); else the document itself. */
export function bomInside(document: unknown): unknown {
  const exported = memberOf(document, 'sbom');
  if (isObject(exported)) return exported;
  const predicate = memberOf(document, 'predicate');
  return textOf(memberOf(document, 'predicateType')) !== null && isObject(predicate) ? predicate : document;
}
