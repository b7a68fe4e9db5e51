import type { Locale } from '../playbook/text-schema.ts';
import type { KnownMerge } from './merge-facts.ts';

interface Words {
  readonly merged: (at: string, by: string, head: string) => string;
  readonly as: (commit: string) => string;
  readonly somebody: string;
  readonly open: string;
  readonly unknown: string;
  readonly other: string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    merged: (at, by, head) => `Merged ${at} by ${by}, with head ${head}`,
    as: (commit) => `, as commit ${commit}`,
    somebody: 'somebody whom GitHub does not name',
    open: 'Not merged, as GitHub says.',
    unknown: 'Whether it was merged is not known here: no webhook told of it. --github asks GitHub.',
    other: '. What follows was decided about another commit.',
  },
  es: {
    merged: (at, by, head) => `Fusionada ${at} por ${by}, con la cabeza ${head}`,
    as: (commit) => `, como el commit ${commit}`,
    somebody: 'alguien a quien GitHub no nombra',
    open: 'No está fusionada, según GitHub.',
    unknown: 'Aquí no se sabe si se fusionó: ningún webhook lo informó. Con --github se le pregunta a GitHub.',
    other: '. Lo que sigue se decidió sobre otro commit.',
  },
};

/** When, by whom and with which head a pull request was merged, and whether that is the commit that was decided about. */
export function renderMerge(merge: KnownMerge, decidedHead: string | null, locale: Locale): string {
  const say = words[locale];
  if (merge.kind === 'unknown') return say.unknown;
  if (merge.kind === 'not-merged') return say.open;
  const by = merge.by === null ? say.somebody : `${merge.by.login} (id ${merge.by.id})`;
  const line = `${say.merged(merge.at, by, merge.headSha)}${merge.mergeSha === null ? '' : say.as(merge.mergeSha)}`;
  return decidedHead === null || decidedHead === merge.headSha ? `${line}.` : `${line}${say.other}`;
}
