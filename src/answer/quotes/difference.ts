import { align, type Step } from './align.ts';
import { tokens, type Token } from './tokens.ts';

/** A run of a difference: in both texts, only in the first (`removed`), or only in the second (`added`). */
export type DifferencePart = Readonly<{ kind: 'same' | 'removed' | 'added'; text: string }>;

/**
 * The word-by-word difference between two texts. The `same` and `removed` runs joined are the first text exactly; `added` runs are
 * slices of the second.
 */
export function difference(first: string, second: string): DifferencePart[] {
  const [from, to] = [tokens(first), tokens(second)];
  const steps = align(from, to, (a, b) => a.written === b.written);
  return partsOf(first, from, second, to, steps);
}

/** Joins steps into runs of text. White space belongs to the token before it. */
export function partsOf(
  first: string,
  from: readonly Token[],
  second: string,
  to: readonly Token[],
  steps: readonly Step[],
): DifferencePart[] {
  const parts: { kind: DifferencePart['kind']; text: string }[] = [];
  const push = (kind: DifferencePart['kind'], text: string): void => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  push('same', first.slice(0, from[0]?.start ?? first.length));
  for (const { kind, from: a, to: b } of steps) {
    if (a !== undefined) push(kind, first.slice(from[a]?.start, from[a + 1]?.start ?? first.length));
    else if (b !== undefined) push(kind, second.slice(to[b]?.start, to[b + 1]?.start ?? to[b]?.end));
  }
  return parts;
}
