import type { Document, Sentence } from '../../../src/article/article.ts';
import { quoteOf } from '../../../src/article/document.ts';
import { HARMFUL, HARMLESS, INVENTED, JOINED, MARKED, type Alteration } from './alterations.ts';
import { randomOf, type Random } from './random.ts';

/** How seriously a quotation was changed. */
export type Sort = 'harmless' | 'marked' | 'altered' | 'invented';

/** A text to check, its alteration, and its source sentences (empty when invented). */
export type Case = Readonly<{
  kind: string;
  sort: Sort;
  text: string;
  quote: string;
  sources: readonly string[];
}>;

const WAYS: readonly (readonly [string, Sort, Alteration])[] = [
  ...ways('harmless', HARMLESS),
  ...ways('marked', MARKED),
  ...ways('altered', HARMFUL),
  ...ways('altered', JOINED),
  ...ways('invented', INVENTED),
];

/** Shorter sentences occur in too many places to identify their source. Words. */
const MIN_WORDS = 6;
/** Sentences tried per case before an alteration is given up. */
const TRIES = 400;

/** Draws cases: each alteration in turn, on random sentences. The same seed gives the same cases. */
export function drawCases(documents: readonly Document[], count: number, seed: number): Case[] {
  const random = randomOf(seed);
  const sentences = documents.flatMap((document) =>
    document.sentences.flatMap((sentence) => usable(document, sentence)),
  );
  const names = namesIn(sentences);
  const texts = documents.map(({ article }) => plain(article.text));
  const cases: Case[] = [];
  for (let turn = 0; cases.length < count && turn < 2 * count; turn++) {
    const [kind = '', sort = 'altered', alter = () => undefined] = WAYS[turn % WAYS.length] ?? [];
    const drawn = draw(alter, sentences, names, random);
    if (!drawn) continue;
    const { quote, sentence, other } = drawn;
    // A change that gives another wording of the archive is no case.
    if ((sort === 'altered' || sort === 'invented') && texts.some((text) => text.includes(plain(quote))))
      continue;
    const sources = sort === 'invented' ? [] : kind in JOINED ? [sentence, other] : [sentence];
    cases.push({ kind, sort, quote, sources, text: inText(quote, random) });
  }
  return cases;
}

function ways(
  sort: Sort,
  list: Readonly<Record<string, Alteration>>,
): (readonly [string, Sort, Alteration])[] {
  return Object.entries(list).map(([kind, alter]) => [kind, sort, alter]);
}

function draw(alter: Alteration, sentences: readonly string[], names: readonly string[], random: Random) {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [sentence, other] = [random.pick(sentences), random.pick(sentences)];
    if (sentence === undefined || other === undefined || sentence === other) continue;
    const quote = alter(sentence, random, { other, names });
    if (quote !== undefined) return { quote, sentence, other };
  }
  return undefined;
}

function usable(document: Document, sentence: Sentence): string[] {
  const text = quoteOf(document, sentence);
  return document.paragraphs[sentence.paragraph]?.kind === 'paragraph' &&
    text.split(/\s+/u).length >= MIN_WORDS
    ? [text]
    : [];
}

const namesIn = (sentences: readonly string[]): string[] => [
  ...new Set(sentences.flatMap((sentence) => sentence.match(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}/gu) ?? [])),
];

/** Letters, numbers and signs in lower case with single spaces: independent of how the quote check compares. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}.,%$€£‰'’-]+/gu, ' ')
    .replace(/’/gu, "'")
    .replace(/(?<!\p{N})[.,]|[.,](?!\p{N})/gu, '')
    .trim();

/**
 * Presents a quotation as people do: alone, in quotation marks, or in a sentence. A sentence that contains quotation marks goes into a
 * block quote, since otherwise only the part inside the marks would be the quotation.
 */
function inText(quote: string, random: Random): string {
  if (/["“”„«»‘「]|(?<![\p{L}\p{N}])'/u.test(quote)) {
    const block = quote.replaceAll(/^/gmu, '> ');
    return random.pick([block, `He wrote:\n${block}`]) ?? block;
  }
  const marked = `“${quote}”`;
  return random.pick([quote, marked, `He wrote: ${marked} last week.`]) ?? quote;
}
