import type { Token } from './tokens.ts';

/** One step of an alignment of two token lists: in both, only in the first (`removed`), only in the second (`added`). */
export type Step = Readonly<{ kind: 'same' | 'removed' | 'added'; from?: number; to?: number }>;

/** Scores of an alignment: what matching tokens add, and what unmatched tokens of either list subtract. */
export type AlignmentWeights = Readonly<{
  same(token: Token): number;
  removed(token: Token): number;
  added(token: Token): number;
}>;

/** Longer lists are not aligned token by token; this bounds time and memory (five bytes per pair). */
const MAX_PAIRS = 4_000_000;

const [NONE, SAME, REMOVED, ADDED] = [0, 1, 2, 3] as const;

/** Aligns two whole lists to keep as many tokens as possible. Takes time in proportion to the product of the lengths. */
export function align(
  from: readonly Token[],
  to: readonly Token[],
  same: (from: Token, to: Token) => boolean,
): Step[] {
  if (from.length * to.length > MAX_PAIRS)
    return [...rest('removed', 0, from.length), ...rest('added', 0, to.length)];
  // White space and punctuation weigh little, so that words are matched first.
  const weights = {
    same: ({ kind }: Token) => (kind === 'word' || kind === 'number' ? 1 : 0.5),
    removed: () => 0,
    added: () => 0,
  };
  const { ways } = fill(from, to, same, weights, false);
  const { steps, first, second } = trace(ways, to.length + 1, from.length, to.length);
  return [...rest('removed', 0, first), ...rest('added', 0, second), ...steps];
}

/**
 * The best local alignment (Smith and Waterman 1981): the steps from the first to the last matching token with the highest score.
 * Undefined when nothing matches.
 */
export function alignBest(
  from: readonly Token[],
  to: readonly Token[],
  same: (from: Token, to: Token) => boolean,
  weights: AlignmentWeights,
): { steps: Step[]; score: number } | undefined {
  if (from.length * to.length > MAX_PAIRS) return undefined;
  const { ways, best } = fill(from, to, same, weights, true);
  if (best.score <= 0) return undefined;
  return { steps: trace(ways, to.length + 1, best.from, best.to).steps, score: best.score };
}

/** Scores every pair of prefixes; with `fresh` an alignment may start anywhere. */
function fill(
  from: readonly Token[],
  to: readonly Token[],
  same: (from: Token, to: Token) => boolean,
  weights: AlignmentWeights,
  fresh: boolean,
): { ways: Uint8Array; best: { from: number; to: number; score: number } } {
  const width = to.length + 1;
  const scores = new Float64Array((from.length + 1) * width);
  const ways = new Uint8Array(scores.length);
  const best = { from: 0, to: 0, score: 0 };
  const added = to.map((token) => weights.added(token));
  for (const [i, token] of from.entries()) {
    const removed = weights.removed(token);
    const found = weights.same(token);
    for (let j = 0; j < to.length; j++) {
      const cell = (i + 1) * width + j + 1;
      const quoted = to[j] as Token;
      let score = (scores[cell - width] as number) - removed;
      let way: number = REMOVED;
      const left = (scores[cell - 1] as number) - (added[j] as number);
      if (left >= score) [score, way] = [left, ADDED];
      if (token.key === quoted.key && same(token, quoted)) {
        const both = (scores[cell - width - 1] as number) + found;
        if (both >= score) [score, way] = [both, SAME];
      }
      if (fresh && score <= 0) [score, way] = [0, NONE];
      scores[cell] = score;
      ways[cell] = way;
      if (way === SAME && score > best.score) [best.from, best.to, best.score] = [i + 1, j + 1, score];
    }
  }
  return { ways, best };
}

function trace(ways: Uint8Array, width: number, from: number, to: number) {
  const steps: Step[] = [];
  let [i, j] = [from, to];
  while (i > 0 && j > 0) {
    const way = ways[i * width + j];
    if (way === NONE) break;
    if (way === SAME) steps.push({ kind: 'same', from: --i, to: --j });
    else if (way === REMOVED) steps.push({ kind: 'removed', from: --i });
    else steps.push({ kind: 'added', to: --j });
  }
  return { steps: removedFirst(steps.toReversed()), first: i, second: j };
}

/** Between two matches, puts removed tokens before added ones. */
function removedFirst(steps: readonly Step[]): Step[] {
  const ordered: Step[] = [];
  const added: Step[] = [];
  for (const step of steps) {
    if (step.kind === 'added') {
      added.push(step);
      continue;
    }
    if (step.kind === 'same') ordered.push(...added.splice(0));
    ordered.push(step);
  }
  return [...ordered, ...added];
}

const rest = (kind: 'removed' | 'added', from: number, to: number): Step[] =>
  Array.from({ length: to - from }, (_, index) =>
    kind === 'removed' ? { kind, from: from + index } : { kind, to: from + index },
  );
