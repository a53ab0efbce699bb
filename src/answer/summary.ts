import type { Document, Sentence } from '../article/article.ts';
import { terms } from '../english/words.ts';
import { leans } from './leaning.ts';
import { itemAt } from '../article/item-at.ts';

/** The scores of a sentence for the summary. */
type Draft = Readonly<{
  sentence: Sentence;
  text: string;
  terms: ReadonlySet<string>;
  /** How much of the article's main terms it contains, relative to the best sentence: 0 to 1. */
  central: number;
  /** Share of the headline's terms that it contains. */
  headline: number;
}>;

/**
 * Weights of a sentence's scores. News puts what matters first, so position dominates; the other weights move a sentence one or two
 * places, not ten.
 */
const WEIGHTS = { place: 1, central: 0.2, headline: 0.1, repeats: 0.4, talk: 0.4, leans: 0.45 } as const;
/** Number of sentences over which the score for position falls to a third. */
const PLACE_REACH = 4.5;
/** Sentences that share at least this much of their content are repetitions. */
const SAME_AGAIN = 0.6;
/** Shorter sentences ("Scroll down for video.") say nothing. Words. */
const SCRAP = 5;
/** Bylines and publication times in the text. */
const STAMP =
  /^(?:by|published|updated|last updated|posted|created)\b ?[:.|]|\b\d{1,2}:\d\d (?:[ECMP][SD]T|GMT|BST|UTC)\b/iu;
/** A question, or mostly someone's words: comments on the news rather than news. */
const TALK = /\?["”’)]*$|^["“‘]|["“][^"”]{60,}["”]/u;

/**
 * The article's own sentences that best summarise it, in text order: early ones with much of its main terms, without repetitions, and
 * without sentences that refer to one that is left out. Returns `count` sentences (from 1), or fewer when the article has fewer suitable
 * ones.
 */
export function summarise(document: Document, count: number): Sentence[] {
  const drafts = draftsOf(document);
  const weights = termWeights(drafts);
  const chosen: Draft[] = [];
  while (chosen.length < count) {
    let best: Draft | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (const [place, draft] of drafts.entries()) {
      if (chosen.includes(draft)) continue;
      const repeats = Math.max(0, ...chosen.map((other) => sharedBy(draft, other, weights)));
      if (repeats >= SAME_AGAIN) continue;
      const value =
        worth(draft, place) - WEIGHTS.repeats * repeats - (isLost(draft, chosen) ? WEIGHTS.leans : 0);
      if (value > most) [best, most] = [draft, value];
    }
    if (!best) break;
    chosen.push(best);
  }
  return chosen.map(({ sentence }) => sentence).toSorted((a, b) => a.n - b.n);
}

const worth = ({ text, central, headline }: Draft, place: number): number =>
  WEIGHTS.place * Math.exp(-place / PLACE_REACH) +
  WEIGHTS.central * central +
  WEIGHTS.headline * headline -
  (TALK.test(text) ? WEIGHTS.talk : 0);

/** Whether a sentence refers to one that the summary lacks. */
const isLost = ({ sentence, text }: Draft, chosen: readonly Draft[]): boolean =>
  leans(text) && !chosen.some((other) => other.sentence.n === sentence.n - 1);

function draftsOf(document: Document): Draft[] {
  const { article, paragraphs, sentences } = document;
  const headline = new Set(terms(article.headline));
  const found = sentences.flatMap((sentence) => {
    const text = article.text.slice(sentence.start, sentence.end);
    const isProse = paragraphs[sentence.paragraph]?.kind === 'paragraph';
    if (!isProse || text.split(/\s+/u).length < SCRAP || STAMP.test(text)) return [];
    return [{ sentence, text, terms: new Set(terms(text)) }];
  });
  const spread = counts(found);
  /** Terms in several sentences are the article's subject; terms in one sentence are details. */
  const matter = found.map(
    (draft) =>
      [...draft.terms].reduce((sum, term) => sum + Math.log(1 + (spread.get(term) ?? 1)), 0) /
      Math.sqrt(draft.terms.size + 1),
  );
  const fullest = Math.max(1e-9, ...matter);
  return found.map((draft, index) => ({
    ...draft,
    central: itemAt(matter, index) / fullest,
    headline: share(headline, draft.terms),
  }));
}

function counts(drafts: readonly Readonly<{ terms: ReadonlySet<string> }>[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { terms: all } of drafts) for (const term of all) found.set(term, (found.get(term) ?? 0) + 1);
  return found;
}

/** The weight of each term within the article: inverse sentence frequency. */
function termWeights(drafts: readonly Draft[]): (term: string) => number {
  const spread = counts(drafts);
  return (term) => Math.log(1 + drafts.length / (spread.get(term) ?? 1));
}

const share = (wanted: ReadonlySet<string>, held: ReadonlySet<string>): number =>
  wanted.size === 0 ? 0 : [...wanted].filter((term) => held.has(term)).length / wanted.size;

/** The share of the shorter sentence's content that the other has too: 0 to 1. */
function sharedBy(a: Draft, b: Draft, weight: (term: string) => number): number {
  const sum = (all: Iterable<string>): number => [...all].reduce((total, term) => total + weight(term), 0);
  const smaller = Math.min(sum(a.terms), sum(b.terms));
  return smaller === 0 ? 1 : sum([...a.terms].filter((term) => b.terms.has(term))) / smaller;
}
