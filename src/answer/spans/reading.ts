import { words, type Word } from '../../english/words.ts';
import type { Look } from '../../search/rank/features/look.ts';
import type { TargetKind } from '../../search/question/target.ts';
import { isCapital } from '../../search/index/tokens.ts';
import { mentionsIn, type Mention } from './mention.ts';
import { questionForm, type QuestionForm } from './question-form.ts';
import { sumsOf, type Sum } from './sums.ts';
import { tagsOf, type Tag } from './tags.ts';

/** Kinds of answers that look alike: too few questions ask for each finer kind alone. */
export const GROUPS = ['name', 'amount', 'date', 'place', 'reason', 'manner', 'definition', 'thing'] as const;
export type Group = (typeof GROUPS)[number];

/** The same, by the shape of the answer alone. */
export const BROADS = ['entity', 'phrase', 'clause'] as const;
export type Broad = (typeof BROADS)[number];

const BROAD: Readonly<Record<Group, Broad>> = {
  name: 'entity',
  amount: 'entity',
  date: 'entity',
  place: 'entity',
  definition: 'phrase',
  thing: 'phrase',
  reason: 'clause',
  manner: 'clause',
};

const GROUP_OF: Readonly<Record<TargetKind, Group>> = {
  person: 'name',
  organisation: 'name',
  name: 'name',
  money: 'amount',
  percent: 'amount',
  count: 'amount',
  age: 'amount',
  duration: 'amount',
  measure: 'amount',
  date: 'date',
  place: 'place',
  reason: 'reason',
  manner: 'manner',
  definition: 'definition',
  thing: 'thing',
  any: 'thing',
};

/** A sentence as span features read it; all places count its words from 0. */
export type Reading = Readonly<{
  look: Look;
  quote: string;
  group: Group;
  broad: Broad;
  words: readonly Word[];
  tags: readonly Tag[];
  capital: readonly boolean[];
  /** `gaps[i]` stands before word `i`; the last one after all words. */
  gaps: readonly string[];
  /** Whether nothing but a space, hyphen or apostrophe stands there. */
  plain: readonly boolean[];
  /** For each {@link SUMS}, how much of it stands before each word: a span's amount is one subtraction. */
  sums: Readonly<Record<Sum, Float64Array>>;
  /** The share of the question (0 to 1) that each word stands for. */
  share: Float64Array;
  /** Whether each word is a word of the question, stop words included. */
  asked: readonly boolean[];
  mentions: readonly Mention[];
  /** For each word the place in the question of the word that it stands for; -1 without one. */
  place: Int32Array;
  /** How strongly (0 to 1) the question's words stand before, and after, each word. */
  left: Float64Array;
  right: Float64Array;
  form: QuestionForm;
}>;

const MARK = /[^\s'’-]/u;
/** Words over which closeness falls to a third. */
const REACH = 6;

/** Reads a candidate sentence for spans. */
export function readSentence(look: Look): Reading {
  const { candidate, query, tokens, from, to, hits, shares } = look;
  const { document, sentence } = candidate;
  const quote = document.article.text.slice(sentence.start, sentence.end);
  const read = words(quote).filter(({ folded }) => folded !== '');
  const size = Math.min(read.length, to - from);
  const capital = Array.from({ length: size }, (_, at) => isCapital(tokens[from + at] ?? 0));
  const share = new Float64Array(size);
  for (const { at, concept } of hits) share[at] = Math.max(share[at] ?? 0, shares[concept] ?? 0);
  const known = new Set(query.words.map(({ folded }) => folded));
  const folded = read.map((word) => word.folded);
  const tags = tagsOf(folded, capital);
  const asked = folded.map((word) => known.has(word));
  const form = questionForm(query);
  const group = GROUP_OF[form.kind];
  const gaps = Array.from({ length: read.length + 1 }, (_, at) =>
    quote.slice(
      at === 0 ? 0 : (read[at - 1]?.end ?? 0),
      at === read.length ? quote.length : (read[at]?.start ?? 0),
    ),
  );
  return {
    look,
    quote,
    group,
    broad: BROAD[group],
    words: read,
    tags,
    capital,
    gaps,
    plain: gaps.map((gap) => !MARK.test(gap)),
    share,
    asked,
    ...closenessOf(share),
    place: placesOf(look, folded),
    form,
    sums: sumsOf(look, { folded, tags, capital, gaps, share, asked }),
    mentions: mentionsIn(quote, read, tags, group, document.article.publishedAt),
  };
}

/** The shares of the words before and after each word, each falling with its distance. */
function closenessOf(share: Float64Array): Pick<Reading, 'left' | 'right'> {
  const fall = Math.exp(-1 / REACH);
  const left = new Float64Array(share.length + 1);
  const right = new Float64Array(share.length + 1);
  for (let at = 1; at <= share.length; at++) left[at] = ((left[at - 1] ?? 0) + (share[at - 1] ?? 0)) * fall;
  for (let at = share.length - 1; at >= 0; at--) right[at] = ((right[at + 1] ?? 0) + (share[at] ?? 0)) * fall;
  return { left, right };
}

function placesOf({ hits, query }: Look, folded: readonly string[]): Int32Array {
  const known = new Map(query.words.map((word, at) => [word.folded, at]));
  const found = Int32Array.from(folded, (word) => known.get(word) ?? -1);
  for (const { at, concept } of hits) if (at < found.length) found[at] = query.concepts[concept]?.at ?? -1;
  return found;
}
