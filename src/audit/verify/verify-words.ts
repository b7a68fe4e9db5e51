import type { Locale } from '../../core/playbook/text-schema.ts';
import type { VerifyFaultKind } from './verify-fault.ts';

/** What each fault means, for a person. */
export const verifyFaultWords: Readonly<Record<Locale, Readonly<Record<VerifyFaultKind, string>>>> = {
  en: {
    'no-bundle': 'this is no bundle, or its end was cut off or added to',
    'not-canonical': 'a byte of the archive is not as it was written',
    'missing-file': 'the file is missing',
    'unlisted-file': 'the file is in no list of what belongs here',
    'broken-list': 'the list of digests is not as it was written',
    'broken-file': 'the file cannot be read',
    'changed-packing': 'its packed bytes were changed',
    'changed-file': 'its content was changed: the digest is another',
    unsigned: 'the bundle is not signed: nobody vouches for it (--allow-unsigned checks the rest)',
    'signature-missing': 'the bundle was signed, and its signature is gone',
    'broken-signature': 'the signature over the digests does not hold',
    'foreign-key': 'the key that signed is none that was pinned, and follows from none',
    'broken-keys': 'the chain of keys does not hold',
    'broken-ledger': 'the ledger does not hold',
    'ledger-differs': 'it does not say what the ledger says',
  },
  es: {
    'no-bundle': 'no es un expediente, o su final se cortó o se alargó',
    'not-canonical': 'un byte del archivo no es como se escribió',
    'missing-file': 'falta el archivo',
    'unlisted-file': 'el archivo no está en ninguna lista de lo que corresponde',
    'broken-list': 'la lista de huellas no es como se escribió',
    'broken-file': 'el archivo no se puede leer',
    'changed-packing': 'se cambiaron sus bytes comprimidos',
    'changed-file': 'se cambió su contenido: la huella es otra',
    unsigned: 'el expediente no está firmado: nadie responde por él (con --allow-unsigned se comprueba lo demás)',
    'signature-missing': 'el expediente se firmó, y su firma ya no está',
    'broken-signature': 'la firma sobre las huellas no es válida',
    'foreign-key': 'la clave que firmó no es ninguna de las indicadas ni se sigue de ellas',
    'broken-keys': 'la cadena de claves no es íntegra',
    'broken-ledger': 'la bitácora no es íntegra',
    'ledger-differs': 'no dice lo que dice la bitácora',
  },
};
