import type { Place, Wordings } from '../../search/index/wordings.ts';
import { splitSentences } from '../../article/sentences/sentences.ts';
import { wordingOf, type Source } from './passages.ts';
import { weightOf } from './sense.ts';
import { attributionsIn } from './speakers/attribution.ts';
import type { Speaker } from './speakers/phrase.ts';
import { textTokens } from './speakers/text-tokens.ts';
import { paragraphsOf, type QuotedSpan } from './spans.ts';
import { wording, type Token } from './tokens.ts';

/** The context of a quotation in the submitted text. */
export type Asked = Readonly<{
  /** It is in quotation marks or in a block quote. */
  marked: boolean;
  /** The speaker that the text names; several when a pronoun could mean each of them. */
  claimed: readonly Speaker[];
  /** The text says that someone speaks, even if only "she". */
  spoken: boolean;
  /** The last words before it and the first after it, in lower case. */
  before: readonly string[];
  after: readonly string[];
  /** Sentences about the same story as the words around it, nearest first. */
  near: readonly Place[];
}>;

/** A quotation submitted without context. */
export const ALONE: Asked = { marked: false, claimed: [], spoken: false, before: [], after: [], near: [] };

/** Number of words on each side that may supply what a quotation leaves out. */
const BESIDE = 60;
const BESIDE_CHARACTERS = 500;
/** Number of sentences that are considered for the story of a text. */
const NEAR = 8;
/** Number of informative words that a sentence must share with a text to be about the same story. */
const SHARED = 2;

/** The context of each quotation in a text. */
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

/** Quotations this short occur in many places, so those near the story of the text come first. Words. */
const SHORT_WORDS = 4;
export const isShort = (tokens: readonly Token[]): boolean =>
  tokens.filter(({ kind }) => kind === 'word' || kind === 'number').length <= SHORT_WORDS;

/** "she said", "said he": the speaker is not named. */
const saysPronoun = (before: readonly string[], after: readonly string[]): boolean =>
  [before.slice(-3), after.slice(0, 3)].some((words) =>
    /\b(?:he|she|they) (?:said|says|told|wrote|added|adds)\b|\b(?:said|says|added) (?:he|she|they)\b/u.test(
      words.join(' '),
    ),
  );

/** Sentences that share informative words with the text around the quotations. */
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

/** Sentences at most this far apart belong to one story. */
const STORY = 3;

/** The distance of a source from the sentences about the same story: 0 is the nearest, infinite means another story. */
export function distanceTo(near: readonly Place[], { document, first }: Source): number {
  const beside = near.findIndex(
    (place) =>
      place.document.article.id === document.article.id && Math.abs(place.from + 1 - first.n) <= STORY,
  );
  if (beside !== -1) return beside;
  const same = near.findIndex((place) => place.document.article.id === document.article.id);
  return same === -1 ? Number.POSITIVE_INFINITY : near.length + same;
}
