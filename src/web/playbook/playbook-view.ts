import type { RuleFrame } from '../../core/backlog/describe-rule.ts';
import type { LoadedPlaybook } from '../../core/playbook/parse-playbook.ts';
import type { Playbook } from '../../core/playbook/playbook-schema.ts';
import type { Locale, PlaybookText } from '../../core/playbook/text-schema.ts';

/** A playbook as its pages show it. */
export interface PlaybookView {
  readonly playbook: Playbook;
  readonly text: PlaybookText;
  readonly locale: Locale;
  /** Its address. */
  readonly home: string;
  /** What rules are described by. */
  readonly rules: RuleFrame;
}

export function playbookView({ playbook, texts }: LoadedPlaybook, locale: Locale): PlaybookView {
  const text = texts[locale];
  const { total: floor, strict, totalFrom: from } = playbook.coverage;
  return {
    playbook,
    text,
    locale,
    home: `/playbook/${playbook.id}@${playbook.version}`,
    rules: { locale, text, coverage: { total: { floor, strict, from } } },
  };
}
