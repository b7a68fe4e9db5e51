import type { CarryLimits } from '../../../policy/policy.ts';
import type { CarriedFrom } from './carried-age.ts';

export interface CarryWords {
  /** A sentence of its own. */
  readonly from: (from: CarriedFrom) => string;
  /** For a cell of the table. */
  readonly cell: (from: CarriedFrom) => string;
  /** Which parts of a total are carried forward. */
  readonly part: (component: string, from: CarriedFrom) => string;
  readonly noUploads: (component: string) => string;
  readonly filesUnknown: string;
  readonly touched: (path: string) => string;
  readonly noHistory: string;
  readonly historyUnknown: (branch: string) => string;
  readonly noSource: (limits: CarryLimits) => string;
  readonly changesUnknown: (commit: string) => string;
  readonly changedSince: (commit: string, path: string) => string;
  readonly notUsable: (commit: string, reason: string) => string;
}

const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;
const short = ({ sha }: CarriedFrom): string => code(sha.slice(0, 7));
const many = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`;

const ageEn = ({ commits, days }: CarriedFrom): string =>
  `${many(commits, 'commit', 'commits')} and ${days === 0 ? 'less than a day' : many(days, 'day', 'days')} old`;

/** What is carried forward, in English. */
export const carryWordsEn: CarryWords = {
  from: (from) => `Carried from ${short(from)}, ${ageEn(from)}.`,
  cell: (from) => `carried from ${short(from)}, ${ageEn(from)}`,
  part: (component, from) => `${code(component)} is carried from ${short(from)}, ${ageEn(from)}.`,
  noUploads: (component) => `Nothing is carried forward: \`components.${component}.uploads\` does not say what belongs to its evidence.`,
  filesUnknown: 'Nothing is carried forward: GitHub does not list all files of this pull request.',
  touched: (path) => `Nothing is carried forward: the change touches ${code(path)}.`,
  noHistory: 'Nothing can be carried forward here: only the app keeps earlier evidence.',
  historyUnknown: (branch) => `Nothing is carried forward: GitHub did not give the history of ${code(branch)}.`,
  noSource: ({ days, commits }) =>
    `Nothing is carried forward: within ${many(commits, 'commit', 'commits')} and ${many(days, 'day', 'days')} no commit of the base has all of its uploads.`,
  changesUnknown: (commit) => `Nothing is carried forward from ${code(commit)}: GitHub did not say what has changed since (or over 300 files have).`,
  changedSince: (commit, path) => `Nothing is carried forward from ${code(commit)}: ${code(path)} has changed since.`,
  notUsable: (commit, reason) => `Nothing is carried forward from ${code(commit)}: ${reason}`,
};

const ageEs = ({ commits, days }: CarriedFrom): string =>
  `de hace ${many(commits, 'commit', 'commits')} y ${days === 0 ? 'menos de un día' : many(days, 'día', 'días')}`;

/** What is carried forward, in Spanish. */
export const carryWordsEs: CarryWords = {
  from: (from) => `Se toma de ${short(from)}, ${ageEs(from)}.`,
  cell: (from) => `tomada de ${short(from)}, ${ageEs(from)}`,
  part: (component, from) => `La de ${code(component)} se toma de ${short(from)}, ${ageEs(from)}.`,
  noUploads: (component) => `No se toma evidencia anterior: \`components.${component}.uploads\` no dice qué artefactos la forman.`,
  filesUnknown: 'No se toma evidencia anterior: GitHub no lista todos los archivos de este pull request.',
  touched: (path) => `No se toma evidencia anterior: el cambio toca ${code(path)}.`,
  noHistory: 'Aquí no puede tomarse evidencia anterior: solo la app la conserva.',
  historyUnknown: (branch) => `No se toma evidencia anterior: GitHub no dio la historia de ${code(branch)}.`,
  noSource: ({ days, commits }) =>
    `No se toma evidencia anterior: en ${many(commits, 'commit', 'commits')} y ${many(days, 'día', 'días')} ningún commit de la base tiene todos sus artefactos.`,
  changesUnknown: (commit) => `No se toma evidencia de ${code(commit)}: GitHub no dijo qué ha cambiado desde entonces (o son más de 300 archivos).`,
  changedSince: (commit, path) => `No se toma evidencia de ${code(commit)}: ${code(path)} ha cambiado desde entonces.`,
  notUsable: (commit, reason) => `No se toma evidencia de ${code(commit)}: ${reason}`,
};
