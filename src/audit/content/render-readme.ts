import type { Locale } from '../../core/playbook/text-schema.ts';
import { type AuditCase } from './audit-case.ts';
import { auditWords } from './audit-words.ts';

interface ReadmeWords {
  readonly what: string;
  readonly files: readonly (readonly [path: string, what: string])[];
  readonly how: string;
  readonly without: string;
  readonly unsigned: string;
}

const words: Readonly<Record<Locale, ReadmeWords>> = {
  en: {
    what: 'What a release was judged by, and how it came out. Everything here was read from the ledger of the repository; nothing was judged again.',
    files: [
      ['report/', 'the readiness report as it stood: Markdown, HTML, PDF'],
      ['readiness.json', 'the whole verdict of every gate, the checks that were posted, the commands'],
      ['matrix/', 'criterion → evidence → decision → person → commit, by regulation: CSV, Markdown, JSON'],
      ['oscal/assessment-results.json', 'the same as NIST OSCAL assessment results'],
      ['decisions.json', 'sign-offs, attestations, waivers and revocations, with what was proven of each person'],
      ['evidence.json', 'the uploads it rests on, by digest'],
      ['policy/', 'the policy in force (its sha256 is the digest that checks show) and the versions of playbook and engine'],
      ['ledger.jsonl', 'every link of the chain up to here, what its entries say of this release, what was seen'],
      ['keys/', 'the public key that signed, and how it follows from earlier ones'],
      ['MANIFEST.json, SHA256SUMS, SHA256SUMS.sig', 'the list of all files, their digests, the Ed25519 signature over them'],
    ],
    how: 'To check all of it, offline, against a key that you noted elsewhere:',
    without: 'Without our tool:',
    unsigned: 'This bundle is NOT SIGNED: its digests show that it is whole, and not who made it.',
  },
  es: {
    what: 'Con qué se juzgó una liberación y cómo resultó. Todo se leyó de la bitácora del repositorio; nada se juzgó de nuevo.',
    files: [
      ['report/', 'el reporte de preparación tal como estaba: Markdown, HTML, PDF'],
      ['readiness.json', 'el veredicto completo de cada gate, los checks publicados, los comandos'],
      ['matrix/', 'criterio → evidencia → decisión → persona → commit, por regulación: CSV, Markdown, JSON'],
      ['oscal/assessment-results.json', 'lo mismo como resultados de evaluación OSCAL del NIST'],
      ['decisions.json', 'aprobaciones, atestaciones, exenciones y revocaciones, con lo que se probó de cada persona'],
      ['evidence.json', 'las cargas en que se apoya, por su huella'],
      ['policy/', 'la política en vigor (su sha256 es la huella que muestran los checks) y las versiones del método y del motor'],
      ['ledger.jsonl', 'cada eslabón de la cadena hasta aquí, lo que sus asientos dicen de esta liberación, lo que se vio'],
      ['keys/', 'la clave pública que firmó y cómo se sigue de las anteriores'],
      ['MANIFEST.json, SHA256SUMS, SHA256SUMS.sig', 'la lista de todos los archivos, sus huellas y la firma Ed25519 sobre ellas'],
    ],
    how: 'Para comprobarlo todo, sin red, contra una clave que usted anotó en otro lugar:',
    without: 'Sin nuestra herramienta:',
    unsigned: 'Este expediente NO ESTÁ FIRMADO: sus huellas muestran que está completo, no quién lo hizo.',
  },
};

/** What is in the bundle and how it is checked. */
export function renderReadme({ part, policy, pull }: AuditCase, signer: string | null): string {
  const say = words[policy.locale];
  const title = auditWords[policy.locale].title(part.name ?? String(part.repository), pull.number);
  const verify = signer === null ? 'sprintgate verify BUNDLE.zip --allow-unsigned' : `sprintgate verify BUNDLE.zip --key ${signer}`;
  const openssl = signer === null ? [] : ['openssl pkeyutl -verify -pubin -inkey keys/signing-key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig'];
  return [
    `# ${title}`,
    say.what,
    ...(signer === null ? [`**${say.unsigned}**`] : []),
    say.files.map(([path, what]) => `- \`${path}\`: ${what}`).join('\n'),
    say.how,
    `    ${verify}`,
    say.without,
    ['sha256sum -c SHA256SUMS', ...openssl].map((line) => `    ${line}`).join('\n'),
    '',
  ].join('\n\n');
}
