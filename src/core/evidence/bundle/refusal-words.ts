import type { Locale } from '../../playbook/text-schema.ts';
import type { RefusalCause, RefusalCode } from './refusal-cause.ts';

type Clauses = Readonly<Record<RefusalCode, (first: string, second: string) => string>>;

const en: Clauses = {
  expired: () => 'it has expired',
  'too-many-uploads': (limit) => `its commit has more than ${limit} uploads`,
  'other-commit': (its, asked) => `it belongs to commit ${its}, not to ${asked}`,
  'other-upload': (its, asked) => `it was made for the upload ${its}, not for ${asked}`,
  'other-tested': (its, asked) => `its tests ran on commit ${its}, which is neither ${asked} nor its merge`,
  'other-run': (its, asked) => `it belongs to run ${its}, not to ${asked}`,
  'other-repository': () => 'it belongs to another repository',
  'other-attempt': (its, asked) => `it says attempt ${its} of its run, which is at attempt ${asked}`,
  'bundle-broken': (detail) => `its evidence.json cannot be read (${detail})`,
  'files-differ': (path) => `${path} is not the file that its evidence.json was made from`,
  forbidden: () => 'workflow runs and artifacts cannot be read (permission `actions: read` is missing)',
  'address-unsafe': () => 'the address of its archive is not https',
  'address-elsewhere': () => 'the address of its archive leads elsewhere',
  'archive-large': (limit) => `its archive is larger than ${limit} bytes, more than is allowed`,
  'digest-differs': () => 'its archive is not the one that was uploaded (the digest differs)',
  'archive-unreadable': (detail) => `the archive cannot be read (${detail})`,
  'many-files': (count, limit) => `it holds ${count} files, more than ${limit}`,
  'same-name': (path) => `it holds two files named ${path}`,
  path: (path) => `its path ${path} is not allowed`,
  link: (path) => `${path} is a link or a device, not a file`,
  encrypted: (path) => `${path} is encrypted`,
  'file-large': (path, size) => `${path} unpacks to ${size} bytes, more than is allowed`,
  'unpacked-large': (path) => `it unpacks to more than is allowed (at ${path})`,
  'reading-slow': (seconds) => `it could not be read within ${seconds} seconds`,
  'reading-failed': () => 'reading it took more memory than is allowed, or broke the reader',
};

const es: Clauses = {
  expired: () => 'ya venció',
  'too-many-uploads': (limit) => `su commit tiene más de ${limit} artefactos`,
  'other-commit': (its, asked) => `pertenece al commit ${its}, no a ${asked}`,
  'other-upload': (its, asked) => `se hizo para el artefacto ${its}, no para ${asked}`,
  'other-tested': (its, asked) => `sus pruebas se ejecutaron sobre el commit ${its}, que no es ${asked} ni su merge`,
  'other-run': (its, asked) => `pertenece a la ejecución ${its}, no a la ${asked}`,
  'other-repository': () => 'pertenece a otro repositorio',
  'other-attempt': (its, asked) => `dice ser el intento ${its} de su ejecución, que va en el intento ${asked}`,
  'bundle-broken': (detail) => `su evidence.json no se puede leer (detalle: ${detail})`,
  'files-differ': (path) => `${path} no es el archivo del que se hizo su evidence.json`,
  forbidden: () => 'no se pueden leer las ejecuciones ni los artefactos (falta el permiso `actions: read`)',
  'address-unsafe': () => 'la dirección de su archivo comprimido no es https',
  'address-elsewhere': () => 'la dirección de su archivo comprimido lleva a otro lugar',
  'archive-large': (limit) => `su archivo comprimido pasa de ${limit} bytes, más de lo permitido`,
  'digest-differs': () => 'su archivo comprimido no es el que se subió (el digest es otro)',
  'archive-unreadable': (detail) => `su archivo comprimido no se puede leer (detalle: ${detail})`,
  'many-files': (count, limit) => `contiene ${count} archivos, más de ${limit}`,
  'same-name': (path) => `contiene dos archivos con el nombre ${path}`,
  path: (path) => `su ruta ${path} no está permitida`,
  link: (path) => `${path} es un enlace o un dispositivo, no un archivo`,
  encrypted: (path) => `${path} está cifrado`,
  'file-large': (path, size) => `${path} ocupa ${size} bytes al descomprimirse, más de lo permitido`,
  'unpacked-large': (path) => `al descomprimirse ocupa más de lo permitido (en ${path})`,
  'reading-slow': (seconds) => `no se pudo leer en ${seconds} segundos`,
  'reading-failed': () => 'leerlo exigió más memoria de la permitida, o interrumpió al lector',
};

const words: Readonly<Record<Locale, Clauses>> = { en, es };

/** The cause as a clause that follows a colon, without a full stop. */
export function sayRefusal(locale: Locale, cause: RefusalCause): string {
  const [first = '', second = ''] = cause.values;
  return words[locale][cause.code](String(first), String(second));
}
