import type { Locale } from '../playbook/text-schema.ts';

type Side = 'request' | 'response';

interface ContractWords {
  readonly title: (operation: string) => string;
  readonly holds: (operation: string, component: string) => string;
  readonly noDocument: (kind: string) => string;
  readonly noDocumentNext: (component: string, path: string) => string;
  readonly unread: string;
  readonly unreadNext: string;
  readonly absent: (path: string) => string;
  readonly absentNext: (path: string) => string;
  readonly unreadable: (path: string, why: string) => string;
  readonly unreadableNext: (path: string) => string;
  readonly noOperation: (operation: string) => string;
  readonly noBody: (side: Side) => string;
  readonly noField: (side: Side, field: string) => string;
  readonly otherType: (side: Side, field: string, types: { found: string; wanted: string }) => string;
  readonly noType: (side: Side, field: string, wanted: string) => string;
  readonly optional: (side: Side, field: string) => string;
  readonly otherPattern: (field: string, patterns: { found: string; wanted: string }) => string;
  readonly misses: (path: string, operation: string, misses: readonly string[]) => string;
  readonly missesNext: (path: string) => string;
}

const sides = { request: 'la solicitud', response: 'la respuesta' } as const;

/** Sentences about an API's contract, in its OpenAPI document. */
export const contractWords: Record<Locale, ContractWords> = {
  en: {
    title: (operation) => `API contract of ${operation}`,
    holds: (operation, component) => `${operation} of ${component} keeps to the contract`,
    noDocument: (kind) => `No component of the kind ${kind} says where its OpenAPI document is`,
    noDocumentNext: (component, path) => `Add its path to \`.github/sprintgate.yml\`: \`components: { ${component}: { openapi: ${path} } }\``,
    unread: 'The OpenAPI document was not read here',
    unreadNext: 'Ask for `/sprintgate recheck`.',
    absent: (path) => `There is no \`${path}\` in this commit`,
    absentNext: (path) => `Add \`${path}\`: services can write it themselves, e.g. FastAPI with \`app.openapi()\`.`,
    unreadable: (path, why) => `\`${path}\` cannot be read: ${why}`,
    unreadableNext: (path) => `Write \`${path}\` anew as OpenAPI 3, in JSON or YAML, as one file.`,
    noOperation: (operation) => `it has no ${operation}`,
    noBody: (side) => `the ${side} has no JSON body`,
    noField: (side, field) => `the ${side} lacks ${field}`,
    otherType: (side, field, { found, wanted }) => `${field} of the ${side} is ${found}, not ${wanted}`,
    noType: (side, field, wanted) => `${field} of the ${side} has no type; it must be ${wanted}`,
    optional: (side, field) => `${field} of the ${side} is not required`,
    otherPattern: (field, { found, wanted }) => `${field} has ${found}, not the pattern ${wanted}`,
    misses: (path, operation, misses) => `\`${path}\`, ${operation}: ${misses.join('; ')}`,
    missesNext: (path) => `Bring the service and \`${path}\` to the contract, and commit the document with the change.`,
  },
  es: {
    title: (operation) => `Contrato de API de ${operation}`,
    holds: (operation, component) => `${operation} de ${component} cumple el contrato`,
    noDocument: (kind) => `Ningún componente del tipo ${kind} indica dónde está su documento OpenAPI`,
    noDocumentNext: (component, path) => `Agregue su ruta a \`.github/sprintgate.yml\`: \`components: { ${component}: { openapi: ${path} } }\``,
    unread: 'Aquí no se leyó el documento OpenAPI',
    unreadNext: 'Pida `/sprintgate revisar`.',
    absent: (path) => `En este commit no existe \`${path}\``,
    absentNext: (path) => `Agregue \`${path}\`: los servicios pueden escribirlo, p. ej. FastAPI con \`app.openapi()\`.`,
    unreadable: (path, why) => `No se puede leer \`${path}\`: ${why}`,
    unreadableNext: (path) => `Escriba \`${path}\` de nuevo como OpenAPI 3, en JSON o YAML, en un solo archivo.`,
    noOperation: (operation) => `no tiene ${operation}`,
    noBody: (side) => `${sides[side]} no tiene cuerpo JSON`,
    noField: (side, field) => `a ${sides[side]} le falta ${field}`,
    otherType: (side, field, { found, wanted }) => `${field} de ${sides[side]} es ${found}, no ${wanted}`,
    noType: (side, field, wanted) => `${field} de ${sides[side]} no tiene tipo; debe ser ${wanted}`,
    optional: (side, field) => `${field} de ${sides[side]} no es obligatorio`,
    otherPattern: (field, { found, wanted }) => `${field} tiene ${found}, no el patrón ${wanted}`,
    misses: (path, operation, misses) => `\`${path}\`, ${operation}: ${misses.join('; ')}`,
    missesNext: (path) => `Lleve el servicio y \`${path}\` al contrato, e incluya el documento en el cambio.`,
  },
};
