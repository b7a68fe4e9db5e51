import type { Locale } from '../playbook/text-schema.ts';

export interface SeedWords {
  readonly labelAdopted: (name: string) => string;
  readonly milestoneAdopted: (title: string) => string;
  readonly milestoneEdited: (title: string) => string;
  readonly milestoneDate: (title: string, due: string, planned: string) => string;
  readonly noDate: string;
  readonly bodyEdited: (issue: string) => string;
  readonly bodyTooLong: (issue: string) => string;
  readonly moved: (issue: string, planned: string) => string;
  readonly unlinked: (issue: string, parent: string) => string;
  readonly leftPlaybook: (issue: string) => string;
  readonly leftClosed: (issue: string) => string;
  readonly duplicate: (issue: string, kept: string) => string;
  readonly foreign: (issue: string, author: string) => string;
  readonly adopted: (issue: string, author: string) => string;
  readonly noSubIssues: string;
}

const es: SeedWords = {
  labelAdopted: (name) => `La etiqueta «${name}» ya existía: se usa tal como está.`,
  milestoneAdopted: (title) => `El milestone «${title}» ya existía: se adopta por su nombre y conserva su texto.`,
  milestoneEdited: (title) => `Alguien editó la descripción del milestone «${title}»: se conserva, también su fecha.`,
  milestoneDate: (title, due, planned) =>
    `El milestone «${title}» vence el ${due} y el plan dice ${planned}: se conserva la fecha de GitHub; las compuertas siguen el calendario de la configuración.`,
  noDate: '(sin fecha)',
  bodyEdited: (issue) => `Alguien editó nuestro texto en ${issue}: se conserva.`,
  bodyTooLong: (issue) => `Nuestro texto ya no cabe en ${issue} junto con lo que escribieron otras personas: se conserva el anterior.`,
  moved: (issue, planned) => `${issue} está en otro milestone que el planeado (${planned}): se queda donde está.`,
  unlinked: (issue, parent) => `Alguien desligó ${issue} de ${parent}: se queda así.`,
  leftPlaybook: (issue) => `${issue} ya no está en el playbook: se queda abierto.`,
  leftClosed: (issue) => `${issue} ya no está en el playbook: se cierra, como se pidió.`,
  duplicate: (issue, kept) => `${issue} lleva el mismo marcador que ${kept}: cuenta el más antiguo.`,
  foreign: (issue, author) =>
    `${issue} lleva nuestro marcador, pero es de ${author}: no cuenta. \`seed --adopt\` lo adopta, o \`seed.owners\` acepta a su autor.`,
  adopted: (issue, author) => `${issue}, de ${author}, se adopta.`,
  noSubIssues: 'Este servidor no tiene sub-issues: los issues se crean sin padre.',
};

const en: SeedWords = {
  labelAdopted: (name) => `The label “${name}” was there already: it is used as it is.`,
  milestoneAdopted: (title) => `The milestone “${title}” was there already: it is adopted by its name and keeps its text.`,
  milestoneEdited: (title) => `Somebody edited the description of the milestone “${title}”: it stays, and so does its date.`,
  milestoneDate: (title, due, planned) =>
    `The milestone “${title}” is due on ${due}, the plan says ${planned}: GitHub's date stays; the gates follow the schedule in the config.`,
  noDate: '(no date)',
  bodyEdited: (issue) => `Somebody edited our text in ${issue}: it stays.`,
  bodyTooLong: (issue) => `Our text no longer fits into ${issue} beside what people wrote: the earlier one stays.`,
  moved: (issue, planned) => `${issue} is in another milestone than planned (${planned}): it stays there.`,
  unlinked: (issue, parent) => `Somebody unlinked ${issue} from ${parent}: it stays so.`,
  leftPlaybook: (issue) => `${issue} is no longer in the playbook: it stays open.`,
  leftClosed: (issue) => `${issue} is no longer in the playbook: it is closed, as was asked.`,
  duplicate: (issue, kept) => `${issue} carries the same marker as ${kept}: the older one counts.`,
  foreign: (issue, author) =>
    `${issue} carries our marker but is by ${author}: it does not count. \`seed --adopt\` takes it over, or \`seed.owners\` accepts its author.`,
  adopted: (issue, author) => `${issue}, by ${author}, is adopted.`,
  noSubIssues: 'This server has no sub-issues: the issues are created without a parent.',
};

const words: Record<Locale, SeedWords> = { es, en };

/** The wording of what seeding noticed. */
export function seedWords(locale: Locale): SeedWords {
  return words[locale];
}
