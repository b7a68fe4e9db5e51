import { bang, closeBracket, doubleQuote, greater, less, minus, openBracket, question, singleQuote } from './xml-bytes.ts';

/**
 * Walks a DOCTYPE from behind its name's key word to its end, a byte at a time. Quotes, comments and instructions in the
 * internal subset hide their brackets; what it declares is never used, and nothing is fetched.
 */
export interface DoctypeSkipper {
  /** True when the byte was the `>` that ends it. */
  step(code: number): boolean;
}

type State = 'outside' | 'inside' | 'less' | 'bang' | 'dash' | 'comment' | 'comment-dash' | 'comment-end' | 'instruction' | 'instruction-end';

export function doctypeSkipper(broken: () => never): DoctypeSkipper {
  let [state, quote]: [State, number] = ['outside', 0];
  return {
    step(code) {
      if (quote !== 0) {
        if (code === quote) quote = 0;
        return false;
      }
      if (state === 'outside' && code === greater) return true;
      if ((state === 'outside' || state === 'inside') && (code === doubleQuote || code === singleQuote)) quote = code;
      else state = next(state, code) ?? broken();
      return false;
    },
  };
}

/** Null where a comment holds two dashes. */
function next(state: State, code: number): State | null {
  switch (state) {
    case 'outside':
      return code === openBracket ? 'inside' : state;
    case 'inside':
      return code === closeBracket ? 'outside' : code === less ? 'less' : state;
    case 'less':
      return code === bang ? 'bang' : code === question ? 'instruction' : 'inside';
    case 'bang':
      return code === minus ? 'dash' : 'inside';
    case 'dash':
      return code === minus ? 'comment' : 'inside';
    case 'comment':
      return code === minus ? 'comment-dash' : state;
    case 'comment-dash':
      return code === minus ? 'comment-end' : 'comment';
    case 'comment-end':
      return code === greater ? 'inside' : null;
    case 'instruction':
      return code === question ? 'instruction-end' : state;
    case 'instruction-end':
      return code === greater ? 'inside' : code === question ? state : 'instruction';
  }
}
