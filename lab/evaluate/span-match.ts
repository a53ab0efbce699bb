/** Normalises an answer like SQuAD's evaluation: case, punctuation, articles and white space. */
export function answerWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/gu, '')
    .replace(/\b(?:an?|the)\b/gu, ' ')
    .split(/\s+/u)
    .filter(Boolean);
}

/** The best match of a span with accepted answers: exact (the same words), and F1 of its words (0 to 1). */
export type SpanMatch = Readonly<{ exact: boolean; f1: number }>;

/** Compares a span with accepted answers. An empty span matches none. */
export function spanMatch(span: string, answers: readonly string[]): SpanMatch {
  const found = answerWords(span);
  let exact = false;
  let best = 0;
  for (const answer of answers) {
    const wanted = answerWords(answer);
    exact ||= found.join(' ') === wanted.join(' ');
    best = Math.max(best, overlap(found, wanted));
  }
  return { exact, f1: exact ? 1 : best };
}

/** The harmonic mean of precision and recall of words. */
function overlap(found: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of found) {
    const often = left.get(word) ?? 0;
    if (often === 0) continue;
    left.set(word, often - 1);
    shared += 1;
  }
  return shared === 0 ? 0 : (2 * shared) / (found.length + wanted.length);
}
