import { expectedList } from '../../input/expected-list.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { listOf, memberOf, textOf } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import type { JsonReader, ReportBody } from '../reader.ts';
import { bomInside } from './bom-inside.ts';
import { spdxBody } from './spdx-body.ts';

/**
 * SPDX 2.2 and 2.3 JSON, and 3.0 JSON-LD (spdx.github.io/spdx-spec). Packages, files and relationships are counted as they are listed;
 * in 3.0 they are elements of the `@graph` by their type, AI and data set packages among them.
 */
export const spdxJson: JsonReader = {
  format: 'spdx-json',
  kind: 'document',
  recognises: (document) => typeof memberOf(bomInside(document), 'spdxVersion') === 'string' || isVersion3(bomInside(document)),
  read(whole) {
    const document = bomInside(whole);
    if (isVersion3(document)) return readGraph(document);
    const version = textOf(memberOf(document, 'spdxVersion')) ?? '';
    if (!/^SPDX-2\.\d+$/.test(version)) throw new ReportProblem(`spdxVersion is ${JSON.stringify(version.slice(0, 40))}; expected SPDX-2.2 or SPDX-2.3`);
    const count = (name: string) => expectedList(memberOf(document, name), name).length;
    return spdxBody({
      version,
      madeAt: textOf(memberOf(memberOf(document, 'creationInfo'), 'created')),
      packages: count('packages'),
      files: count('files'),
      relationships: count('relationships'),
      documentNamespace: textOf(memberOf(document, 'documentNamespace')) !== null,
    });
  },
};

function isVersion3(document: unknown): boolean {
  const context = memberOf(document, '@context');
  const contexts = Array.isArray(context) ? context : [context];
  return contexts.some((one) => /spdx\.org\/rdf\/3\./.test(textOf(one) ?? '')) && Array.isArray(memberOf(document, '@graph'));
}

/** `software_Package`, or its whole address; the last word says what it is. */
function typeOf(element: JsonObject): string {
  const type = textOf(memberOf(element, 'type')) ?? textOf(memberOf(element, '@type')) ?? textOf(listOf(memberOf(element, '@type'))[0]) ?? '';
  return /[A-Za-z]*$/.exec(type.slice(-200))?.[0] ?? '';
}

function readGraph(document: unknown): ReportBody {
  const elements = expectedList(memberOf(document, '@graph'), '@graph');
  const types = elements.map(typeOf);
  const info = elements.find((element) => typeOf(element) === 'CreationInfo');
  const version = textOf(memberOf(info, 'specVersion')) ?? '3.0';
  return spdxBody({
    version: `SPDX-${version}`,
    madeAt: textOf(memberOf(info, 'created')),
    packages: types.filter((type) => ['Package', 'AIPackage', 'DatasetPackage'].includes(type)).length,
    files: types.filter((type) => type === 'File').length,
    relationships: types.filter((type) => type.endsWith('Relationship')).length,
    documentNamespace: elements.some(
      (element) => typeOf(element) === 'SpdxDocument' && textOf(memberOf(element, 'spdxId') ?? memberOf(element, '@id')) !== null,
    ),
  });
}
