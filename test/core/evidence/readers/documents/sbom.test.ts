import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';

function read(document: unknown) {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const { kind, format, outcome, totals, flags, error } = readReport('sbom', new TextEncoder().encode(text));
  const kinds = flags.map((flag) => flag.split(':', 1)[0]);
  return { kind, format, outcome, values: 'values' in totals ? totals.values : {}, flags: kinds, error: error?.message ?? '' };
}

const bom = { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: 'urn:uuid:1' };
const rated = (state: string | null, ...words: string[]) => ({
  ratings: words.map((severity) => ({ severity })),
  ...(state === null ? {} : { analysis: { state } }),
});

const xml = `<?xml version="1.0"?>
<c:bom xmlns:c="http://cyclonedx.org/schema/bom/1.5" xmlns:v="http://cyclonedx.org/schema/ext/vulnerability/1.0" serialNumber="urn:uuid:1">
 <c:metadata><c:timestamp>2024-01-02T03:04:05Z</c:timestamp><c:tools><c:components><c:component type="application"/></c:components></c:tools><c:component type="application"/></c:metadata>
 <c:components>
  <c:component type="library"><c:components><c:component type="file"/></c:components><c:pedigree><c:ancestors><c:component type="library"/></c:ancestors></c:pedigree></c:component>
 </c:components>
 <c:dependencies><c:dependency ref="a"><c:dependency ref="b"/></c:dependency></c:dependencies>
 <v:vulnerabilities><v:vulnerability/></v:vulnerabilities>
</c:bom>`;

const tags = [
  '# made',
  'SPDXVersion: SPDX-2.3',
  'DocumentNamespace: https://x/1',
  'Created: 2024-01-02T03:04:05Z',
  'PackageName: a',
  'PackageComment: <text>',
  'PackageName: no package',
  '</text>',
  'FileName: ./a',
  'Relationship: A DEPENDS_ON B',
  '',
];

describe('CycloneDX', () => {
  it('counts nested components apart from those at the top', () => {
    const inner = { type: 'library', modelCard: {}, components: [{ type: 'file' }] };
    expect(read({ ...bom, components: [{ type: 'application', components: [inner] }, { type: 'library' }], dependencies: [{}] })).toMatchObject({
      kind: 'document',
      format: 'cyclonedx-json',
      outcome: 'ok',
      values: {
        components_top_level: 2,
        components_with_nested: 4,
        dependencies: 1,
        model_cards: 1,
        serialNumber: true,
        metadata_component: false,
        'types.application': 1,
        'types.library': 1,
      },
    });
  });

  it('takes the worst rating of a vulnerability', () => {
    const vulnerabilities = [rated(null, 'low', 'critical'), rated('not_affected', 'medium'), rated(null), rated(null, 'none')];
    expect(read({ ...bom, vulnerabilities }).values).toMatchObject({
      vulnerabilities: 4,
      vulnerabilities_settled: 1,
      'vulnerabilities_by_severity.critical': 1,
      'vulnerabilities_by_severity.medium': 1,
      'vulnerabilities_by_severity.unknown': 1,
      'vulnerabilities_by_severity.info': 1,
    });
  });

  it('reads XML under any prefix, and no elements of other namespaces', () => {
    expect(read(xml)).toMatchObject({
      format: 'cyclonedx-xml',
      outcome: 'ok',
      values: { components_top_level: 1, components_with_nested: 2, dependencies: 1, vulnerabilities: 0, metadata_component: true },
    });
  });

  it('is empty without components, which is no proof of anything', () => {
    expect(read({ ...bom, components: [] })).toMatchObject({ outcome: 'empty', values: {}, flags: ['no-components'] });
  });

  it.each([
    ['another format', { ...bom, bomFormat: 'Other' }, /bomFormat is "Other"/],
    ['no version', { bomFormat: 'CycloneDX', components: [] }, /specVersion is/],
    ['components that are no list', { ...bom, components: {} }, /components is no list/],
  ])('is rejected with %s', (_, document, reason) => {
    expect(read(document)).toMatchObject({ outcome: 'reject', format: 'cyclonedx-json', error: expect.stringMatching(reason) as string });
  });
});

describe('an SBOM inside of something', () => {
  it.each([
    ["GitHub's export", { sbom: { spdxVersion: 'SPDX-2.3', packages: [{}] } }, 'spdx-json'],
    [
      'an attestation of SPDX',
      { _type: 'https://in-toto.io/Statement/v1', predicateType: 'https://spdx.dev/Document', predicate: { spdxVersion: 'SPDX-2.3', packages: [{}] } },
      'spdx-json',
    ],
    ['an attestation of CycloneDX', { predicateType: 'https://cyclonedx.org/bom', predicate: { ...bom, components: [{}] } }, 'cyclonedx-json'],
  ])('is read from %s', (_, document, format) => {
    expect(read(document)).toMatchObject({ format, outcome: 'ok' });
  });
});

describe('SPDX', () => {
  it('counts tags, and none inside of a text', () => {
    expect(read(tags.join('\r\n'))).toMatchObject({
      format: 'spdx-tag-value',
      outcome: 'ok',
      values: { packages: 1, files: 1, relationships: 1, documentNamespace: true },
    });
  });

  it('counts the elements of a graph', () => {
    const graph = [
      'CreationInfo',
      'SpdxDocument',
      'software_Package',
      'ai_AIPackage',
      'software_File',
      'Relationship',
      'LifecycleScopedRelationship',
      'Person',
    ].map((type) => ({ type, spdxId: `urn:${type}` }));
    expect(read({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': graph })).toMatchObject({
      format: 'spdx-json',
      outcome: 'ok',
      values: { packages: 2, files: 1, relationships: 2, documentNamespace: true },
    });
  });

  it.each([
    ['a version that does not exist', { spdxVersion: 'SPDX-9', packages: [{}] }, /spdxVersion is/],
    ['packages that are no list', { spdxVersion: 'SPDX-2.3', packages: 3 }, /packages is no list/],
    ['a text that does not end', tags.slice(0, 6).join('\n'), /<text> is not closed/],
  ])('is rejected with %s', (_, document, reason) => {
    expect(read(document)).toMatchObject({ outcome: 'reject', error: expect.stringMatching(reason) as string });
  });

  it('is empty without packages and files', () => {
    expect(read({ spdxVersion: 'SPDX-2.3', packages: [] })).toMatchObject({ outcome: 'empty', flags: ['no-packages'] });
  });
});
