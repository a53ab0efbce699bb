import { fold } from '../../english/words.ts';

/** Articles that are named when several can be meant. */
const NAMED = 3;

/** Those whose headline is what was typed, else those whose headline holds it; case and accents aside (T6). */
export function calledLike<T>(items: readonly T[], typed: string, headlineOf: (item: T) => string): T[] {
  const wanted = fold(typed.trim());
  const titled = items.filter((item) => fold(headlineOf(item)) === wanted);
  return titled.length > 0 ? titled : items.filter((item) => fold(headlineOf(item)).includes(wanted));
}

/** What is told when several articles can be meant: none is chosen. */
export const severalSentence = (typed: string, names: readonly string[]): string =>
  `“${typed.trim()}” can mean ${names.slice(0, NAMED).join(' or ')}: choose one from the list.`;
