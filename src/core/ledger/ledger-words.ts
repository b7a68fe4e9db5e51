import type { Locale } from '../playbook/text-schema.ts';
import type { LedgerFaultKind } from './ledger-fault.ts';

/** What each fault means, for a person. */
export const faultWords: Readonly<Record<Locale, Readonly<Record<LedgerFaultKind, string>>>> = {
  en: {
    'missing-entry': 'the entry is missing, or its number was changed',
    'broken-link': 'it does not follow the entry before it: one of the two was replaced',
    'changed-entry': 'the entry was changed: its digest is not that of what it says',
    'changed-payload': 'what the entry says was changed',
    'missing-payload': 'what the entry says is gone, and nothing says that it was erased',
    'changed-snapshots': 'the list of what the entry rests on was changed',
    'unexplained-erasure': 'it was erased, and no signed entry says so',
    'tombstone-differs': 'the signed entry about an erasure does not fit what is erased',
    'bad-signature': 'the entry about an erasure is not signed as it says',
    'unknown-key': 'the erasure was signed with a key that is none of the installation’s',
    'changed-part': 'a part of what was seen was changed',
    'missing-part': 'a part of what was seen is missing',
    'changed-policy': 'the kept policy was changed',
    'missing-policy': 'the policy it rests on is missing',
    'changed-decision': 'a decision of a person is not as the ledger recorded it',
    'missing-decision': 'a decision of a person that the ledger recorded is missing',
    'unrecorded-decision': 'a decision of a person that no entry recorded',
    'head-differs': 'this end of the ledger was published or signed, and the ledger does not have it: its tail was cut off or rewritten',
    'unsealed-export': 'the export is not signed: whether it was cut cannot be seen',
    'broken-seal': 'the signature over where the export ends does not hold',
    'foreign-seal': 'the export was signed with a key that is none of those that were given',
  },
  es: {
    'missing-entry': 'falta el asiento, o se cambió su número',
    'broken-link': 'no sigue al asiento anterior: uno de los dos fue sustituido',
    'changed-entry': 'se cambió el asiento: su huella no es la de lo que dice',
    'changed-payload': 'se cambió lo que dice el asiento',
    'missing-payload': 'falta lo que dice el asiento, y nada indica que se haya borrado',
    'changed-snapshots': 'se cambió la lista de aquello en lo que se apoya el asiento',
    'unexplained-erasure': 'se borró, y ningún asiento firmado lo dice',
    'tombstone-differs': 'el asiento firmado sobre un borrado no concuerda con lo borrado',
    'bad-signature': 'el asiento sobre un borrado no está firmado como dice',
    'unknown-key': 'el borrado se firmó con una clave que no es de la instalación',
    'changed-part': 'se cambió una parte de lo que se vio',
    'missing-part': 'falta una parte de lo que se vio',
    'changed-policy': 'se cambió la política conservada',
    'missing-policy': 'falta la política en la que se apoya',
    'changed-decision': 'una decisión de una persona no es como la registró la bitácora',
    'missing-decision': 'falta una decisión de una persona que la bitácora registró',
    'unrecorded-decision': 'una decisión de una persona que ningún asiento registró',
    'head-differs': 'este final de la bitácora se publicó o se firmó, y la bitácora no lo tiene: se cortó o se reescribió su cola',
    'unsealed-export': 'la exportación no está firmada: no se puede ver si se cortó',
    'broken-seal': 'la firma sobre el final de la exportación no es válida',
    'foreign-seal': 'la exportación se firmó con una clave que no es de las indicadas',
  },
};

interface LedgerWords {
  readonly entry: (seq: number) => string;
  readonly row: string;
  readonly entries: (count: number, erased: number, parts: number) => string;
  readonly head: (seq: number, digest: string) => string;
  readonly compared: (heads: number, newest: number | null) => string;
  readonly notCompared: string;
  readonly nothingPublished: string;
  readonly holds: string;
  readonly faults: (count: number) => string;
  readonly unproven: (count: number) => string;
  readonly unsigned: string;
  readonly sealed: (key: string) => string;
  readonly unsealed: string;
  readonly open: (entries: readonly number[]) => string;
}

export const ledgerWords: Readonly<Record<Locale, LedgerWords>> = {
  en: {
    entry: (seq) => `entry ${seq}`,
    row: 'no single entry',
    entries: (count, erased, parts) => `${count} entries, ${erased} of them erased; ${parts} parts of what was seen`,
    head: (seq, digest) => `ends with ${seq}:${digest}`,
    compared: (heads, newest) => `compared with ${heads} published heads, the newest of them of entry ${newest ?? 0}`,
    notCompared: 'not compared with published heads: whether its end was cut off cannot be seen (--github)',
    nothingPublished: 'no published head was found on the commits that were looked at: nothing was compared',
    holds: 'it holds',
    faults: (count) => `it does not hold: ${count} ${count === 1 ? 'fault' : 'faults'}`,
    unproven: (count) => `${count} decisions of people cannot be held against an entry, because theirs was erased`,
    sealed: (key) => `its end is signed with ${key}; hold that against the installation’s key (--receipt-key)`,
    unsealed: 'its end is not signed: whether the file was cut cannot be seen',
    open: (entries) =>
      `nothing says how ${entries.map((seq) => `entry ${seq}`).join(', ')} ended: it is being carried out now, the process was killed then, or the end was cut off after it`,
    unsigned: 'tombstones were checked against the keys that they name themselves; give the installation’s with --receipt-key',
  },
  es: {
    entry: (seq) => `asiento ${seq}`,
    row: 'ningún asiento concreto',
    entries: (count, erased, parts) => `${count} asientos, ${erased} de ellos borrados; ${parts} partes de lo que se vio`,
    head: (seq, digest) => `termina en ${seq}:${digest}`,
    compared: (heads, newest) => `comparada con ${heads} finales publicados, el más reciente del asiento ${newest ?? 0}`,
    notCompared: 'no comparada con finales publicados: no se puede ver si se cortó su final (--github)',
    nothingPublished: 'no se encontró ningún final publicado en los commits que se miraron: no se comparó nada',
    holds: 'es íntegra',
    faults: (count) => `no es íntegra: ${count} ${count === 1 ? 'fallo' : 'fallos'}`,
    unproven: (count) => `${count} decisiones de personas no se pueden contrastar, porque se borró su asiento`,
    sealed: (key) => `su final está firmado con ${key}; compárela con la clave de la instalación (--receipt-key)`,
    unsealed: 'su final no está firmado: no se puede ver si el archivo se cortó',
    open: (entries) =>
      `nada dice cómo terminó ${entries.map((seq) => `el asiento ${seq}`).join(', ')}: se está ejecutando ahora, el proceso murió entonces, o el final se cortó después`,
    unsigned: 'los borrados se comprobaron con las claves que ellos mismos nombran; indique la de la instalación con --receipt-key',
  },
};
