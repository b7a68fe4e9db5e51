import { uuidFive } from './uuid-five.ts';

/** Where our own property names belong. */
export const ourNamespace = 'https://github.com/sprintgate/sprintgate/ns/oscal';

/** OSCAL's token: a letter or underscore, then letters, digits, dots, hyphens, underscores. */
export function token(text: string): string {
  const plain = text.replace(/[^\p{L}\p{N}._-]/gu, '-');
  return /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`;
}

/** OSCAL's string: one line without space at its ends, and never empty. */
export function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim() || '-';
}

export interface Property {
  readonly name: string;
  readonly ns: string;
  readonly value: string;
}

export function property(name: string, value: string): Property {
  return { name: token(name), ns: ourNamespace, value: line(value) };
}

/** A time as OSCAL takes it: UTC. */
export function instant(iso: string): string {
  return new Date(iso).toISOString();
}

/** What stands for a person: GitHub's numeric id. */
export function partyId(person: { readonly id: number }): string {
  return uuidFive(`github-user/${person.id}`);
}
