import { placeName } from './place-name.ts';
import type { Block, Quote, Run, Words } from './reply.ts';
import { day, say } from './say.ts';

/** What the line below a quote contains: all details of its article, only the headline, or only the sentence number. */
type SourceLine = 'whole' | 'short' | 'place';

const isOf = (a: Quote, b: Quote): boolean => a.articleId === b.articleId && a.revision === b.revision;
const isSame = (a: Quote, b: Quote): boolean => isOf(a, b) && a.from === b.from && a.to === b.to;

/**
 * The source lines of a reply's quotes. If all quotes are from one article, `common` describes it, to show above block `at`: the first
 * quote, or its heading. Otherwise each article's details are below its first quote, and only the headline below its others. A passage
 * that is quoted once more says so, because its buttons are at its first quote.
 */
export function sourceLines(blocks: readonly Block[]): Readonly<{
  common: Readonly<{ at: number; words: Words }> | undefined;
  below(quote: Quote): Words;
}> {
  const quotes = blocks.flatMap((block) => (block.type === 'quote' ? [block.quote] : []));
  const [first, second] = quotes;
  const isOne = first !== undefined && second !== undefined && quotes.every((quote) => isOf(quote, first));
  const lineOf = (quote: Quote): SourceLine =>
    isOne ? 'place' : quotes.find((each) => isOf(each, quote)) === quote ? 'whole' : 'short';
  return {
    common: isOne ? { at: firstPart(blocks), words: joined(articleParts(first)) } : undefined,
    below: (quote) => [
      ...sourceWords(quote, lineOf(quote)),
      ...(quotes.find((each) => isSame(each, quote)) === quote ? [] : [' · ', say('source.above')]),
    ],
  };
}

/** The index of the first quote, or of the last heading above it. */
function firstPart(blocks: readonly Block[]): number {
  const quoteAt = blocks.findIndex(({ type }) => type === 'quote');
  const headingAt = blocks
    .slice(0, quoteAt)
    .findLastIndex((block) => block.type === 'text' && block.heads === true);
  return headingAt === -1 ? quoteAt : headingAt;
}

function sourceWords(quote: Quote, line: SourceLine): Words {
  const place = [[placeName(quote.from, quote.to)], [quote.receipt]];
  if (line === 'place') return joined(place);
  if (line === 'short') return joined([[quote.headline], ...place]);
  const [details, added] = [detailsOf(quote), addedOf(quote)];
  return joined([...details, ...place, ...added]);
}

const articleParts = (quote: Quote): Words[] => [...detailsOf(quote), ...addedOf(quote)];

/** Headline, publisher, date and correction. */
function detailsOf({ headline, publisher, publishedAt, correctedAt }: Quote): Words[] {
  return [
    [headline],
    ...(publisher === undefined ? [] : [[publisher]]),
    ...(publishedAt === undefined ? [] : [[day(publishedAt)]]),
    ...(correctedAt === undefined ? [] : [[say('source.corrected', { day: day(correctedAt) })]]),
  ];
}

/** Who added it, and the host it was fetched from (T21). */
function addedOf({ added }: Quote): Words[] {
  if (!added) return [];
  const who: Run = { mention: 'user', id: added.by };
  const { host } = added;
  return [[host === undefined ? say('source.added', { who }) : say('source.added-from', { who, host })]];
}

const joined = (parts: readonly Words[]): Words =>
  parts.flatMap((part, at): Run[] => (at === 0 ? [...part] : [' · ', ...part]));
