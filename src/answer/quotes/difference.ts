import { diffArrays } from 'diff';
import { tokens, type Token } from './tokens.ts';

/** A run of a difference: in both texts, only in the first (`removed`), or only in the second (`added`). */
export type Part = Readonly<{ kind: 'same' | 'removed' | 'added'; text: string }>;

/** One step of an alignment of two token lists. */
export type Step = Readonly<{ kind: Part['kind']; from?: number; to?: number }>;

/** Texts that differ in more tokens than this are called different as a whole; bounds the time. */
const MAX_EDITS = 600;

/**
 * Aligns two lists of keys with as few steps as there can be. `same` steps hold both positions, the others the one
 * there is.
 */
export function align(from: readonly string[], to: readonly string[]): Step[] {
  const runs = diffArrays([...from], [...to], { maxEditLength: MAX_EDITS }) ?? [
    { added: false, removed: true, count: from.length },
    { added: true, removed: false, count: to.length },
  ];
  const steps: Step[] = [];
  let [a, b] = [0, 0];
  for (const { added, removed, count } of runs) {
    for (let index = 0; index < count; index++) {
      if (added) steps.push({ kind: 'added', to: b++ });
      else if (removed) steps.push({ kind: 'removed', from: a++ });
      else steps.push({ kind: 'same', from: a++, to: b++ });
    }
  }
  return steps;
}

/**
 * The word-by-word difference between two texts. `same` and `removed` runs together are the first text, letter by
 * letter; `added` runs are slices of the second.
 */
export function difference(first: string, second: string): Part[] {
  const [from, to] = [tokens(first), tokens(second)];
  const written = (text: string, list: readonly Token[]): string[] =>
    list.map(({ start, end }) => text.slice(start, end));
  return partsOf(first, from, second, to, align(written(first, from), written(second, to)));
}

/** Steps as runs of text; white space belongs to the token before it. */
export function partsOf(
  first: string,
  from: readonly Token[],
  second: string,
  to: readonly Token[],
  steps: readonly Step[],
): Part[] {
  const parts: { kind: Part['kind']; text: string }[] = [];
  const push = (kind: Part['kind'], text: string): void => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  push('same', first.slice(0, from[0]?.start ?? first.length));
  for (const { kind, from: a, to: b } of steps) {
    if (a !== undefined) push(kind, first.slice(from[a]?.start, from[a + 1]?.start ?? first.length));
    else if (b !== undefined) push(kind, second.slice(to[b]?.start, to[b + 1]?.start ?? second.length));
  }
  return parts;
}
