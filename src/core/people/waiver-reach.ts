import { nearestWord } from '../spelling/nearest-word.ts';
import { inlineCode } from '../report/markdown.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import { componentKindsOf } from './component-kinds-of.ts';
import { readScope } from './read-scope.ts';
import { releaseName } from './release-name.ts';
import { usageOf } from './usage-of.ts';
import { scopeKey, type WaiverScope } from './waiver-scope.ts';

export type WaiverReach =
  | { readonly kind: 'reach'; readonly scope: WaiverScope | null; readonly reason: string; readonly control: string }
  | { readonly kind: 'result'; readonly result: CommandResult };

/** How far a waiver is to reach. What cannot be read, or can never apply, is refused: it would be taken for something else. */
export function waiverReach(context: CommandContext, criterion: string, text: string): WaiverReach {
  const { command, words } = context;
  const read = readScope({ text, conditions: command.conditions });
  if (read.kind === 'several') return refused(words.severalScopes(usageOf(context)));
  if (read.kind === 'unreadable') return refused(words.badScope(inlineCode(read.written), usageOf(context)));
  const { scope, control } = read;
  if (scope?.kind === 'component') return ofComponent(context, criterion, { ...read, scope });
  // Only there is it known whose work it is: its author must not let it go from somewhere else.
  if (scope?.kind === 'pull' && (context.snapshot.pull === null || context.snapshot.issue.number !== scope.pull))
    return { kind: 'result', result: refuse('not-on-pull', words.notOnPull(inlineCode(scopeKey(scope)))) };
  if (scope?.kind !== 'release') return { kind: 'reach', scope, reason: read.text, control };
  const release = releaseName(scope.release);
  if (release === '') return refused(words.badScope(inlineCode(scope.release), usageOf(context)));
  return { kind: 'reach', scope: { ...scope, release }, reason: read.text, control };
}

interface OfComponent {
  readonly scope: Extract<WaiverScope, { kind: 'component' }>;
  readonly text: string;
  readonly control: string;
}

function ofComponent({ policy, words }: CommandContext, criterion: string, { scope, text, control }: OfComponent): WaiverReach {
  const component = policy.components.find(({ id }) => id.toLowerCase() === scope.component.toLowerCase());
  if (!component) {
    const known = policy.components.map(({ id }) => id);
    const near = nearestWord(scope.component, known);
    const written = inlineCode(scope.component);
    return refused(
      near === null ? words.unknownComponent(written, known.slice(0, 20).map(inlineCode).join(', ')) : words.didYouMean(written, inlineCode(near)),
    );
  }
  const kinds = componentKindsOf(policy, criterion);
  if (kinds.has(component.kind)) return { kind: 'reach', scope: { ...scope, component: component.id }, reason: text, control };
  const named = [...kinds].map(inlineCode).join(', ');
  return refused(words.notByComponent(inlineCode(criterion), inlineCode(component.id), named === '' ? null : named));
}

function refused(text: string): WaiverReach {
  return { kind: 'result', result: refuse('bad-scope', text) };
}
