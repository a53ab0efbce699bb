import type { Place } from '../../search/index/wordings.ts';
import { alignBest, type Step, type AlignmentWeights } from './align.ts';
import { partsOf, type DifferencePart } from './difference.ts';
import { sourceOf, wordingOf, type Source } from './passages.ts';
import type { Quotation } from './quotation.ts';
import { weightOf } from './sense.ts';
import type { Token } from './tokens.ts';
import { itemAt } from '../../article/item-at.ts';

/** A wording similar to a quotation. */
export type Near = Readonly<{
  source: Source;
  /** The share of the quotation's wording found there in order, 0 to 1, weighted by how informative words are. */
  share: number;
  /** The share minus a penalty for words in between; used to compare. */
  score: number;
  /** The difference from the whole source sentences to the quotation. */
  parts: readonly DifferencePart[];
  /** The differing tokens in order: of the source (`removed`) and of the quotation (`added`). */
  changes: readonly Readonly<{ kind: 'removed' | 'added'; token: Token }>[];
  /** The quotation's words before and after the matching part, which are elsewhere or nowhere. */
  rest: readonly Token[];
}>;

/** Penalties for a source token between matches, and for an unmatched token of the quotation. */
const WEIGHTS: AlignmentWeights = {
  same: weightOf,
  removed: (token) => 0.2 * weightOf(token),
  added: (token) => 0.25 * weightOf(token),
};
/** Number of sentences compared on each side of a candidate, more for quotations of several sentences. */
const BESIDE = 1;
const BESIDE_MAX = 8;
/** Typical number of tokens in a sentence. */
const SENTENCE_TOKENS = 24;

/** The distinct wordings around these sentences that may be the nearest to a quotation, nearest first. */
export function nearest(quotation: Quotation, places: readonly Place[]): Near[] {
  const found = new Map<string, Near>();
  let best = 0;
  for (const place of places) {
    const near = nearIn(quotation, place, best);
    if (!near) continue;
    const { document, start, end } = near.source;
    const key = `${document.article.id} ${start} ${end}`;
    if (!found.has(key)) found.set(key, near);
    best = Math.max(best, near.score);
  }
  // Sorting is stable: ties stay in archive order.
  return [...found.values()].toSorted((a, b) => b.score - a.score);
}

/** The nearest wording around a sentence; undefined when nothing matches, or the score cannot reach `least`. */
function nearIn({ core, text, same }: Quotation, { document, from }: Place, least: number): Near | undefined {
  const reach = Math.min(BESIDE_MAX, BESIDE + Math.floor(core.length / SENTENCE_TOKENS));
  const at = document.sentences[from];
  if (!at) return undefined;
  const low = Math.max(0, from - reach);
  const high = Math.min(document.sentences.length - 1, from + reach);
  const source = wordingOf(document, low, high);
  const held = new Set(source.map(({ key }) => key));
  if (weigh(core.filter(({ key }) => held.has(key))) < least) return undefined;
  const best = alignBest(source, core, same, WEIGHTS);
  const [opening, closing] = [best?.steps[0]?.from, best?.steps.at(-1)?.from];
  if (!best || opening === undefined || closing === undefined) return undefined;
  const [first, last] = [itemAt(source, opening), itemAt(source, closing)];
  const inside = withReplacedEnds(best.steps, source, core, sourceOf(document, first, last));
  const found = sourceOf(document, first, last);
  const all = weigh(core);
  const shared = weigh(
    inside.flatMap(({ kind, to }) => (kind === 'same' && to !== undefined ? [itemAt(core, to)] : [])),
  );
  const quoted = inside.flatMap(({ to }) => (to === undefined ? [] : [to]));
  const rest = core.filter(
    (_, index) => index < itemAt(quoted, 0) || index > itemAt(quoted, quoted.length - 1),
  );
  const changes = [
    ...inside.flatMap(({ kind, from: place, to }): Near['changes'] => {
      if (kind === 'removed' && place !== undefined) return [{ kind, token: itemAt(source, place) }];
      return kind === 'added' && to !== undefined ? [{ kind, token: itemAt(core, to) }] : [];
    }),
    ...rest.map((token) => ({ kind: 'added' as const, token })),
  ];
  return {
    source: found,
    share: all === 0 ? 0 : shared / all,
    score: best.score,
    parts: wholeDifference(found, source, { core, text }, inside),
    changes,
    rest,
  };
}

/** Most words at an end of a quotation that may replace as many words of the source. */
const REPLACED_MAX = 3;

/** Treats words at the ends of a quotation as replacements when the source has words of the same kind there. */
function withReplacedEnds(
  steps: readonly Step[],
  source: readonly Token[],
  core: readonly Token[],
  { first, last }: Source,
): Step[] {
  const quoted = steps.flatMap(({ to }) => (to === undefined ? [] : [to]));
  const places = steps.flatMap(({ from }) => (from === undefined ? [] : [from]));
  const [start, end] = [itemAt(places, 0), itemAt(places, places.length - 1)];
  const [opening, closing] = [itemAt(quoted, 0), itemAt(quoted, quoted.length - 1)];
  const replaces = (place: number, to: number): boolean => {
    const [token, other] = [source[place], core[to]];
    return (
      token !== undefined &&
      other?.kind === token.kind &&
      token.kind !== 'mark' &&
      token.start >= first.start &&
      token.end <= last.end
    );
  };
  const before: Step[] = [];
  const after: Step[] = [];
  if (opening <= REPLACED_MAX) {
    for (let back = 1; back <= opening && replaces(start - back, opening - back); back++)
      before.unshift({ kind: 'removed', from: start - back });
  }
  if (core.length - 1 - closing <= REPLACED_MAX) {
    for (let on = 1; closing + on < core.length && replaces(end + on, closing + on); on++)
      after.push({ kind: 'removed', from: end + on });
  }
  return [...before, ...steps, ...after];
}

const weigh = (list: readonly Token[]): number => list.reduce((sum, token) => sum + weightOf(token), 0);

/** The difference from the whole source sentences, including words around the quotation. */
function wholeDifference(
  { document, first, last }: Source,
  source: readonly Token[],
  { core, text }: Pick<Quotation, 'core' | 'text'>,
  inside: readonly Step[],
): DifferencePart[] {
  const { text: whole } = document.article;
  const quoted = inside.flatMap(({ to }) => (to === undefined ? [] : [to]));
  const foreign = (from: number, to: number): Step[] =>
    Array.from({ length: to - from }, (_, index) => ({ kind: 'added', to: from + index }));
  const places = inside.flatMap(({ from }) => (from === undefined ? [] : [from]));
  const [start, end] = [itemAt(places, 0), itemAt(places, places.length - 1)];
  const sentence = source
    .map((token, index) => ({ token, index }))
    .filter(({ token }) => token.start >= first.start && token.end <= last.end);
  const context = (wanted: (index: number) => boolean): Step[] =>
    sentence.flatMap(({ index }) => (wanted(index) ? [{ kind: 'same' as const, from: index }] : []));
  const leading = inside.findIndex(({ kind }) => kind === 'same');
  const all = [
    ...context((index) => index < start),
    ...inside.slice(0, leading),
    ...foreign(0, itemAt(quoted, 0)),
    ...inside.slice(leading),
    ...foreign(itemAt(quoted, quoted.length - 1) + 1, core.length),
    ...context((index) => index > end),
  ];
  const offset = itemAt(sentence, 0).index;
  const tokens = sentence.map(({ token: { start: from, end: to, ...rest } }) => ({
    ...rest,
    start: from - first.start,
    end: to - first.start,
  }));
  const shifted = all.map((step) => (step.from === undefined ? step : { ...step, from: step.from - offset }));
  return partsOf(whole.slice(first.start, last.end), tokens, text, core, shifted);
}
