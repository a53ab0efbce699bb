import type { Sentence } from '../../article/article.ts';
import { quoteOf } from '../../article/document.ts';
import { passageOf, spanOf, type Passage, type Span } from '../answer.ts';
import { clausesOf } from '../support/clauses.ts';
import type { Amount } from '../facts/amount.ts';
import { amountsIn } from '../facts/amounts.ts';
import type { Lens } from './lens.ts';
import { gappedPart, speaksOf } from './subject.ts';

/** The passages that answer a lens for a company (or for any), in order, without those about another company. */
export function answering(lens: Lens, company: string | undefined, passages: readonly Passage[]): Passage[] {
  return passages.flatMap((passage) => {
    const { document, sentence } = passage;
    const quote = quoteOf(document, sentence);
    const clauses = clausesOf(quote).map(({ start, end }) => quote.slice(start, end));
    if (!clauses.some((clause) => lens.tells.test(clause) && !lens.not?.test(clause))) return [];
    if (document.paragraphs[sentence.paragraph]?.kind === 'heading') return [];
    if (company === undefined) return [passage];
    if (!speaksOf(document, sentence, company)) return [];
    return [{ ...passage, spans: ownSpans(passage, company, lens) }];
  });
}

/** The spans about the company, when a sentence is about two ("…, Ampère Nord at €1.9 billion"). */
function ownSpans(passage: Passage, company: string, lens: Lens): readonly Span[] {
  const part = gappedPart(passage.quote, company);
  if (!part) return passage.spans.length > 0 ? passage.spans : onlySpan(passage, lens);
  const { start } = passage.sentence;
  const inside = passage.spans.filter(
    (span) => span.start - start >= part.start && span.end - start <= part.end,
  );
  if (inside.length > 0) return inside;
  return amountsIn(passage.quote)
    .filter((amount) => amount.start >= part.start && amount.end <= part.end)
    .slice(0, 1)
    .map((amount) => spanOf(passage, amount.start, amount.end));
}

/** All sentences of a few articles as passages, to find what ranking missed. */
export const sentencesOf = (
  passages: readonly Passage[],
  documents: readonly Passage['document'][],
): Passage[] => {
  const place = ({ articleId, n }: Sentence): string => `${articleId} ${n}`;
  const known = new Set(passages.map(({ sentence }) => place(sentence)));
  return documents.flatMap((document) =>
    document.sentences
      .filter((sentence) => !known.has(place(sentence)))
      .map((sentence) => passageOf(document, sentence)),
  );
};

/** "Worth more than 3 billions": an amount this large needs no currency. */
const MILLION = 1e6;

/** The only sum or number of a sentence that answers the lens, for when the reader is unsure of it. */
function onlySpan(passage: Passage, { kind }: Lens): readonly Span[] {
  const isWanted = (amount: Amount): boolean =>
    kind === 'money'
      ? amount.kind === 'money' || (amount.kind === 'count' && amount.low >= MILLION)
      : kind === 'number' && amount.kind === 'count';
  const [only, ...others] = amountsIn(passage.quote).filter(isWanted);
  return only && others.length === 0 ? [spanOf(passage, only.start, only.end)] : [];
}
