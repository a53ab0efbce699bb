import type { Place, Wordings } from '../../search/index/wordings.ts';
import { splitSentences } from '../../article/sentences/sentences.ts';
import { wordingOf, type Source } from './passages.ts';
import { weightOf } from './sense.ts';
import { attributionsIn } from './speakers/attribution.ts';
import type { Speaker } from './speakers/phrase.ts';
import { textTokens } from './speakers/text-tokens.ts';
import { paragraphsOf, type QuotedSpan } from './spans.ts';
import { wording, type Token } from './tokens.ts';

/** How a quotation stands in the text that was handed in. */
export type Asked = Readonly<{
  /** It stands between quotation marks or in a block quote. */
  marked: boolean;
  /** Who is said to speak; several where a pronoun may stand for each of them. */
  claimed: readonly Speaker[];
  /** Somebody is said to speak, if only "she". */
  spoken: boolean;
  /** The last words before it and the first behind it, in lower case. */
  before: readonly string[];
  after: readonly string[];
  /** Sentences that tell the same story as the words around, the nearest first. */
  near: readonly Place[];
}>;

/** A quotation that was handed in alone. */
export const ALONE: Asked = { marked: false, claimed: [], spoken: false, before: [], after: [], near: [] };

/** Words on each side of a quotation that may say what it leaves out. */
const BESIDE = 60;
const BESIDE_CHARACTERS = 500;
/** Sentences that are looked at for the story a text tells. */
const NEAR = 8;
/** Telling words that a sentence must share with a text to tell the same story. */
const SHARED = 2;

/** How each quotation stands in a text. */
export function askedOf(text: string, spans: readonly QuotedSpan[], wordings: Wordings): Asked[] {
  const paragraphs = paragraphsOf(text);
  const sentences = paragraphs.flatMap(({ start, end }) => splitSentences(text, start, end));
  const quoted = spans.map(({ start, end }) => ({ start, end, inner: { start, end } }));
  const attributions = attributionsIn({ text, paragraphs, sentences }, quoted);
  const near = spans.some((span) => isShort(wording(span.text))) ? nearTo(text, spans, wordings) : [];
  const keys = (from: number, to: number): string[] =>
    textTokens(text, from, to).flatMap(({ kind, key }) => (kind === 'word' ? [key] : []));
  return spans.map(({ start, end }, at) => {
    const attribution = attributions[at];
    const claimed = attribution?.near === true ? attribution.candidates : [];
    return {
      marked: true,
      claimed: claimed.filter((speaker) => speaker.pronoun === undefined),
      spoken: claimed.length > 0 || saysPronoun(keys(Math.max(0, start - 40), start), keys(end, end + 40)),
      before: keys(Math.max(0, start - BESIDE_CHARACTERS), start).slice(-BESIDE),
      after: keys(end, Math.min(text.length, end + BESIDE_CHARACTERS)).slice(0, BESIDE),
      near,
    };
  });
}

/** Quotations of at most this many words stand in many places: those near the story of the text come first. */
const SHORT_WORDS = 4;
export const isShort = (tokens: readonly Token[]): boolean =>
  tokens.filter(({ kind }) => kind === 'word' || kind === 'number').length <= SHORT_WORDS;

/** "she said", "said he": somebody speaks who is not named. */
const saysPronoun = (before: readonly string[], after: readonly string[]): boolean =>
  [before.slice(-3), after.slice(0, 3)].some((words) =>
    /\b(?:he|she|they) (?:said|says|told|wrote|added|adds)\b|\b(?:said|says|added) (?:he|she|they)\b/u.test(
      words.join(' '),
    ),
  );

/** Sentences that share telling words with what a text says around its quotations. */
function nearTo(text: string, spans: readonly QuotedSpan[], wordings: Wordings): Place[] {
  const around = spans.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    text,
  );
  const telling = new Set(wording(around).flatMap((token) => (weightOf(token) === 1 ? [token.key] : [])));
  if (telling.size < SHARED) return [];
  return wordings.closest(around, NEAR).filter(({ document, from, to }) => {
    const held = new Set(wordingOf(document, from, to).map(({ key }) => key));
    return [...telling].filter((key) => held.has(key)).length >= SHARED;
  });
}

/** Sentences apart that still tell one story. */
const STORY = 3;

/** Where a source stands among what tells the same story: 0 is the nearest; infinite for another story. */
export function distanceTo(near: readonly Place[], { document, first }: Source): number {
  const beside = near.findIndex(
    (place) =>
      place.document.article.id === document.article.id && Math.abs(place.from + 1 - first.n) <= STORY,
  );
  if (beside !== -1) return beside;
  const same = near.findIndex((place) => place.document.article.id === document.article.id);
  return same === -1 ? Number.POSITIVE_INFINITY : near.length + same;
}
