/**
 * What NIST's JSON Schema of OSCAL 1.1.3 assessment results (oscal-ar-schema.json, usnistgov/OSCAL, a work of the US government) asks of the
 * parts that we write: names, what is required, patterns, lists that may not be empty. All that it would also allow is left out, so that a
 * document that is valid here is valid there. It restates that file because it is in no npm package; `OSCAL_SCHEMA` has the file itself asked.
 */
const string = { type: 'string', pattern: '^\\S(.*\\S)?$' };
const prose = { type: 'string' };
const token = { type: 'string', pattern: '^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$' };
const uuid = { type: 'string', pattern: '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$' };
const uri = { type: 'string', format: 'uri', pattern: '^[a-zA-Z][a-zA-Z0-9+\\-.]+:.+$' };
const reference = { type: 'string', format: 'uri-reference' };
const time = {
  type: 'string',
  format: 'date-time',
  pattern: '^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-[0-3][0-9]T(2[0-3]|[01][0-9]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?Z$',
};

const some = (items: object): object => ({ type: 'array', minItems: 1, items });
const only = (...values: readonly string[]): object => ({ enum: values });
/** Keys that end with `!` are required; no others may be there. */
function of(fields: Readonly<Record<string, object>>): object {
  const names = Object.keys(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name.replace('!', ''), fields[name]])),
    required: names.filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1)),
    additionalProperties: false,
  };
}

const props = some(of({ 'name!': token, ns: uri, 'value!': string }));
const parties = some(of({ 'role-id!': token, 'party-uuids!': some(uuid) }));
const origins = some(of({ 'actors!': some(of({ 'type!': only('tool', 'assessment-platform', 'party'), 'actor-uuid!': uuid, 'role-id': token })) }));
const hashes = some(of({ 'algorithm!': string, 'value!': string }));

const metadata = of({
  'title!': prose,
  'last-modified!': time,
  'version!': string,
  'oscal-version!': string,
  props,
  roles: some(of({ 'id!': token, 'title!': prose })),
  parties: some(of({ 'uuid!': uuid, 'type!': only('person', 'organization'), name: string, props })),
});
const component = of({
  'uuid!': uuid,
  'type!': string,
  'title!': prose,
  'description!': prose,
  props,
  'status!': of({ 'state!': only('under-development', 'operational', 'disposition', 'other') }),
});
const attestation = of({ 'responsible-parties': parties, 'parts!': some(of({ uuid, 'name!': token, title: prose, props, prose })) });
const observation = of({
  'uuid!': uuid,
  title: prose,
  'description!': prose,
  'methods!': some(string),
  types: some(token),
  origins,
  'relevant-evidence': some(of({ href: reference, 'description!': prose, props })),
  'collected!': time,
});
const risk = of({ 'uuid!': uuid, 'title!': prose, 'description!': prose, 'statement!': prose, props, 'status!': token, origins, deadline: time });
const finding = of({
  'uuid!': uuid,
  'title!': prose,
  'description!': prose,
  props,
  'target!': of({
    'type!': only('statement-id', 'objective-id'),
    'target-id!': token,
    'status!': of({ 'state!': only('satisfied', 'not-satisfied'), reason: token }),
  }),
  'related-observations': some(of({ 'observation-uuid!': uuid })),
  'related-risks': some(of({ 'risk-uuid!': uuid })),
});
const result = of({
  'uuid!': uuid,
  'title!': prose,
  'description!': prose,
  'start!': time,
  end: time,
  props,
  'local-definitions': of({ components: some(component) }),
  'reviewed-controls!': of({ 'control-selections!': some(of({ 'include-controls': some(of({ 'control-id!': token })) })) }),
  attestations: some(attestation),
  observations: some(observation),
  risks: some(risk),
  findings: some(finding),
});
const resource = of({ 'uuid!': uuid, title: prose, props, rlinks: some(of({ 'href!': reference, hashes })) });

export const oscalRules = of({
  'assessment-results!': of({
    'uuid!': uuid,
    'metadata!': metadata,
    'import-ap!': of({ 'href!': reference }),
    'results!': some(result),
    'back-matter': of({ resources: some(resource) }),
  }),
});
