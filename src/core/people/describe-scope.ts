import type { Locale } from '../playbook/text-schema.ts';
import { inlineCode } from '../report/markdown.ts';
import type { WaiverScope } from './waiver-scope.ts';

const words: Readonly<Record<Locale, Readonly<Record<WaiverScope['kind'], string>>>> = {
  en: { component: 'component', pull: 'pull request', release: 'release' },
  es: { component: 'componente', pull: 'pull request', release: 'versión' },
};

/** How far a waiver reaches, in words; empty where it reaches as far as its criterion. */
export function describeScope(scope: WaiverScope | undefined, locale: Locale): string {
  if (scope === undefined) return '';
  const say = words[locale];
  switch (scope.kind) {
    case 'component':
      return `${say.component} ${inlineCode(scope.component)}`;
    case 'pull':
      return `${say.pull} #${scope.pull}`;
    case 'release':
      return `${say.release} ${inlineCode(scope.release)}`;
  }
}
